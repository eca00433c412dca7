"""The full screens of the app."""
