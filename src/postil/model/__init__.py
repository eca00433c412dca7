"""What Postil is about: articles, passages, notes and sources, as frozen values."""
