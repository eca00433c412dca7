"""Lists of articles, and the marks that lead into them."""
