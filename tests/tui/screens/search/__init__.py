"""Tests of the search screen and of what it is made of."""
