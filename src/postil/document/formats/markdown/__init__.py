"""Markdown: sliced, parsed, and turned into blocks with what is set apart in them.

paired_signs, typed_math, wiki_links  what others have added to the words of CommonMark
front_matter, block_signs             what the text says of itself, and blocks of themselves
fenced_asides                         asides that documentation tools have added
block_parser, slices                  blocks, and then the words within them
raw_html                              the elements of raw HTML
inlines     the words of a block, with what is set apart in them
tokens      parsed tokens turned into blocks
parser      all of these, and a quick way for text without markup: the way in

Imports point up this list; rooms on one line are strangers.
"""
