"""Process that reads a PDF, with little memory and time, and what it tells.

wire               what is told: a JSON value a line
glyphs, letters    letters where they are drawn, made lines and words
limits             memory, time, files and programs that the process may have
library            PDFium itself
pdfium_*           what PDFium tells of fonts, links, pages and the document
stretches          words that need no look at each letter
form_values        what is filled in
child              the process itself
reading            the process started, watched and ended
"""
