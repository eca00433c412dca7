"""Word processors' documents: what DOCX, ODT and RTF share, however each writes it down.

paragraphs         a document between its file and its blocks: paragraphs with their looks
style_names        what the names of styles say in the languages they are written in
symbols            letters of symbol fonts, and the codes by which files name them
fields             results of fields, and where they lead
counters           numbers of list items and headings, as the levels of a list count them
captions           pictures whose caption says what stands in their place
comments           words on which others have commented
monospaced         code that only its font tells
unstyled_headings  headings that only their looks tell
other_text         plain text under the name of such a document
properties         metadata of a document, without what programs fill in by themselves
story_writer       paragraphs in, a draft out: the way in
first_screenful    the first paragraphs of a long document, shown while the rest is read

Imports point up this list. The reader of a format says what stands in a document; what becomes
of it is settled here, so that one article is the same letters in all of them.
"""
