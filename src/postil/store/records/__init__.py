"""The names and shapes on disk of what is kept, and when each field of it was changed."""
