"""Journeys through the search over everything that is known."""
