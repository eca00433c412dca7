"""PDF: pages of letters made an article again.

process          the process that reads a document with limits, and what it tells
layout           lines, columns, running heads, paragraphs, footnotes and headings of pages
paragraph_text   the lines of a paragraph as words, with what is set apart
titles, xmp      titles that writers gave; what stands in a packet of RDF
metadata         what a document says of itself: XMP, information dictionary, first page
forms            lists and code by what their lines say
writing          units of page after page as blocks
assembly         a sample measured, then page after page put together
parser           the way in

Imports point up this list.
"""
