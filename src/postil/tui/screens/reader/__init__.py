"""The reader screen: one article, with all that can be done with it."""
