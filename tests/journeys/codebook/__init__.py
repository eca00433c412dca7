"""Journeys through tags and sources: the lists in which they are put in order."""
