"""Annotations of the web: the W3C's data model, and that of Hypothesis."""
