"""Tests of plain files that are no prose."""
