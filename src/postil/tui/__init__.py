"""The terminal app: screens, dialogs and widgets over the verbs of the library."""
