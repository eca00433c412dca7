"""Markdown: sliced, parsed, and turned into blocks with what is set apart in them."""
