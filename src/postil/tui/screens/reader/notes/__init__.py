"""The notes of the article on screen: shown, made, changed, placed and kept in order."""
