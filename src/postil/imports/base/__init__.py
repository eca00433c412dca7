"""What every reader of an import format gives back, and what several of them need."""
