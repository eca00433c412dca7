"""Tests of what all lists over the library share."""
