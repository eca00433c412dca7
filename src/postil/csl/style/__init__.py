"""Styles and locales, read from their XML: ``macro_limits`` below ``style``, and ``locale``."""
