"""EPUB: books that the tests write."""
