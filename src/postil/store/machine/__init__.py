"""What stays on one machine: its id among those that share a home, its state, its cache."""
