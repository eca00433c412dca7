"""The records to cite: originals and the article in which they were read."""
