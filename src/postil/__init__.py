"""Postil: a terminal tool for reading long articles and writing in their margins."""

__version__ = "0.1.0"
