"""reStructuredText, by docutils, which neither opens files nor passes raw HTML on.

roles          what stands between backquotes: those of docutils, and what Sphinx adds
directives     blocks that begin with two full stops, read for their words
parsing        a text to docutils' tree, with progress
tables         tables of the tree, with cells over several rows
nodes_by_name  what each node is to a reader
pieces         fields, blocks that failed, titles
tree_walk      the tree pushed into blocks, in order
reader         the way in; imports point up this list
"""
