"""Notes of programs that code texts."""
