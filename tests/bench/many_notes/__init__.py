"""The bench of very many notes: a home that has them, and what commands, keys and lists cost."""
