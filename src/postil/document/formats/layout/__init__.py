"""How the lines of a plain text are laid out: groups, lists, verse, code, tables."""
