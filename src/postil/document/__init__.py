"""Bytes in, articles out: every form of document that Postil reads.

base               lines in steps, bare web addresses
bytes              the bytes of a path, and the text that they encode
article            blocks made an article: sections, metadata, back matter
formats/markup     elements made blocks, for every format that has such
formats/layout     the lines of a plain text: groups, lists, verse, code, tables
formats/headings   headings that nothing marks
formats/markdown   CommonMark with tables and footnotes
formats/html       web pages: the article among all that stands around it
formats/epub       EPUB 2 and 3
formats/pdf        PDF, by a process of its own
formats/plain      plain text
formats/rst        reStructuredText
formats/org        Org
formats/man        sources of manual pages
formats/office     what word processors' documents share, whatever their format
formats/docx       DOCX; formats/odt ODT; formats/rtf Rich Text Format
formats/registry   names the reader of each kind of bytes and each suffix
from_bytes         drafts of documents that are no text, kept where they took long to make
pipeline           path or bytes -> unpack -> decode -> clean -> read -> article: the way in
inner_pictures     a picture of a document, taken out of its own file
heads              what a document says of itself, by a cheap look, for lists

Within the package imports point up this list; base and bytes, markup and layout, headings and
markdown are strangers, and so are the formats with a markup of their own but for EPUB, which is
made of web pages.
"""
