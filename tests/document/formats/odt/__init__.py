"""Tests of the reader of ODT."""
