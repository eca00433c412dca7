"""Benches of reading documents: how fast, and whether two ways agree."""
