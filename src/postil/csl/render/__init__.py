"""Elements of a style rendered for one item."""
