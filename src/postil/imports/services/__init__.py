"""What services and reference managers give out of notes."""
