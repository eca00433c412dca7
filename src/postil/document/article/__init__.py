"""Blocks made an article: sections, metadata, back matter."""
