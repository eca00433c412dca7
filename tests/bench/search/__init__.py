"""Measures the search of a library, and makes one of real documents to measure it on."""
