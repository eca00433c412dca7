"""Whose words a passage is, on what evidence, and what the reader corrects of it."""
