"""Formats: a reader for every form of document, named by its suffix in the registry."""
