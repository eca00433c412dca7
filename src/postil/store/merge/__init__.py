"""Versions of a record joined: by field, with no text lost."""
