"""Tests of the catalogue: what is known, and how it is searched."""
