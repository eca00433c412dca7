"""The command line: every verb of the app as a command.

options   what each verb is told
parser    the table of verbs, and their grammar
output    all printing, for people and for programs
passwords those of locked documents
context   the settings, the home and the article that a command is given
commands  the verbs, a module a family
main      from a command line to its verb, and from an error to one line and a status

Within the package imports point up this list. Everything else is reached through ``library``.
"""
