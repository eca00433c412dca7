"""Sources of manual pages."""
