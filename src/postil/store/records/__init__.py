"""Records as documents on disk, split into mergeable fields, with the stamps of their changes."""
