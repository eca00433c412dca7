"""What readers say of an article: its fields, its type, its authors, and how names are read."""
