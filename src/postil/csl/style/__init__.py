"""Styles and locales, as read from their files."""
