"""The screen of tags."""
