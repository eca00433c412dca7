"""Rich text to characters: markup, case, decoration, punctuation."""
