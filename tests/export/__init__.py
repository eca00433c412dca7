"""Exports, each from a dossier made here: what other programs read, read back."""
