"""The command line: every verb of the app as a command."""
