"""Compares citations in styles drawn by lot with those of citeproc-js, taken as a black box."""
