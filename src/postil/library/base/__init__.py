"""What all parts of the library need, and what knows none of them."""
