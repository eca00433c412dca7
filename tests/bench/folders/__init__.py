"""Benches of folders with many articles."""
