"""All tags as a codebook: the tree, and changes of a tag wherever it is used."""
