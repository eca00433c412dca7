"""Journeys over the library: the shelf, and what is done there with whole articles."""
