"""Versions of a record put together so that no text is lost, and read for what was changed."""
