"""Layout of pages by the places of their fragments; it knows nothing of PDF.

lines, units       fragments on one line; lines that are one thing
measures           the size of the text and the distance of its lines, by a sample
markers, joining   how items and notes begin; lines joined, hyphens undone
columns            the order in which the parts of a page are read
margins            running heads and feet, and page numbers
tables, notes      lines whose parts stand below one another; footnotes
paragraphs         where a paragraph ends
headings           headings by their looks; bookmarks: those that the document names
page               all of this for one page
"""
