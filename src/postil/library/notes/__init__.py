"""Notes made, changed, placed, tagged, listed, resolved, and taken back."""
