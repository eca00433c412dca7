"""Org documents, read as Org would export them.

entities   characters that have names
document   what the whole document says of itself and its parts: keywords, targets, notes
inlines    words with their emphasis, links and notes
tables     rows of cells
extents    where elements begin and end
items      lists: where each item begins, and how
elements   the lines of a document, element by element
reader     the way in; imports point up this list

No file that a document names is ever opened, and nothing in it is run.
"""
