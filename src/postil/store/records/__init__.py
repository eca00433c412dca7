"""The names and shapes on disk of what is kept, and when each part of it was changed."""
