"""Notes out of the home and into it, in the forms of other programs."""
