"""EPUB, of versions 2 and 3: chapters in the order of the spine, titled by the contents.

elements   the elements of each part, as XML or as HTML
package    the parts of a book, their order and titles, its metadata
chapter    one chapter, made blocks
headings   levels by the table of contents
reading    the chapters one after another, and their faults
book       bytes in, drafts out: the way in

Imports point up this list. Each member of the archive is read for itself: what is missing or
damaged is left out, and said.
"""
