"""Citations in the order of a document, told apart and sorted, and the bibliography."""
