"""Headings of a plain text: found by form, by number, and by likeness to others."""
