"""Notes of Postil itself."""
