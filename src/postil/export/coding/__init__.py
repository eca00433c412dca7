"""Notes for programs that code texts: the exchange format REFI-QDA, and Taguette's tables."""
