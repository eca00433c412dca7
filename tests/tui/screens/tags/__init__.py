"""Tests of the screen of tags."""
