"""Notes in the forms that other programs read: data in, one file's bytes out, a leaf per format.

base         what every format is given and gives back: dossiers, offsets by unit, what is lost
prose        texts to read on in: Markdown, the article with its notes, Obsidian, Logseq, Org
annotations  the W3C's Web Annotations, Hypothesis
coding       for programs that code texts: REFI-QDA, Taguette
tables       rows: CSV, XLSX, Readwise, and the JSON that Postil reads back
figures      numbers and pictures of notes: bars, tables, timelines, strips
templating   a form that a reader has written down as a template
page         one page of HTML, the articles with their notes beside them
writers      the formats by name: the way in
codebook     the tags with their definitions and passages, in formats of its own

Imports point up this list; from prose to templating all are strangers. Nothing here reads a clock,
or a file of the reader's: the same dossier gives the same bytes.
"""
