"""Postil: a terminal tool for reading long articles and writing in their margins."""
