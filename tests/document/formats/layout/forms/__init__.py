"""Tests of what lines are by the text in which they stand."""
