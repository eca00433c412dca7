"""Markdown: sliced, parsed, and turned into blocks with what is set apart in them.

front_matter, block_parser, slices  the text before its words are parsed
raw_html                            the elements of raw HTML
inlines     the words of a block, with what is set apart in them
tokens      parsed tokens turned into blocks
parser      all of these, and a quick way for text without markup: the way in

Imports point up this list; rooms on one line are strangers.
"""
