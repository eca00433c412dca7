"""Finding words in what there is to read."""
