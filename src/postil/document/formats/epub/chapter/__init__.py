"""Chapter of a book, made blocks.

blocks_of_part  what comes of a chapter
left_out        what is hidden, doubled or put elsewhere
note_words      the words of a footnote, without its sign
notes           footnotes, and where they are referred to
page_breaks     printed pages
verse           lines of verse that are elements
writing         elements in, blocks out
"""
