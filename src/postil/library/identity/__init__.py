"""Whether an article is one that the home has met: by its text, by its path, by likeness."""
