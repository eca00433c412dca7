"""ODT of LibreOffice and others, as an archive or as one flat file of XML.

names     name spaces
styles    looks and shapes by style
lists     lists, and how each counts
drawings  frames, text boxes and formulas
inlines   what stands within a paragraph
body      paragraphs, lists, tables and sections
parser    bytes in, drafts out: the way in

Imports point up this list.
"""
