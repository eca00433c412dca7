"""Bytes of a path, and the text that they encode."""
