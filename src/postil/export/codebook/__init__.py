"""The codebook: tags with their definitions, counts and passages, as a book of its own.

entries   each tag with what stands under it
markdown  to read and to print
page      the same as one page of HTML
tables    rows for programs
writers   its formats by name: the way in

Imports point up this list; markdown, page and tables are strangers.
"""
