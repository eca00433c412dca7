"""Small formats and documents that tests read."""
