"""Notes gathered for an export, and put into files."""
