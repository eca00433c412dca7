"""Figures: what a library, or some notes of it, look like in numbers and in pictures.

figures   the numbers: how far articles are read, notes by tag, source, colour, place and day
counting  a dossier, counted
lines     the figures as lines of a terminal, each of words in some style
records   the figures as objects for programs
drawing   the figures as pictures, one for each
picture   all pictures in one file of SVG

Imports point up this list; lines, records and drawing are strangers.
"""
