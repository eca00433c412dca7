"""DOCX of Word and others: its parts read from the archive, its XML without entities.

names      name spaces, usual and strict
package    parts of the archive, and what leads from one to another
styles     looks and shapes by style
numbering  lists, and how each counts
fields     fields that stand open
drawings   pictures' words, and text boxes
formulas   formulas on one line
notes      footnotes, endnotes and comments
inlines    what stands within a paragraph
body       paragraphs and tables
parser     bytes in, drafts out: the way in

Imports point up this list. A library is not used: those there are lose hidden text, numbers of
lists and levels of headings, and expand entities.
"""
