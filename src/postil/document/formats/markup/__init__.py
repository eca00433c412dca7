"""Elements made blocks: what every marked-up format shares, whatever its own names for things.

inline_text    the words of a block as they are gathered, with what is set apart in them
tables         tables as text, their cells in columns
tags           what each element is to a reader
asides         notes and warnings that are set apart from the text
places         addresses within a document, and its printed pages
inline_run     the words of the block that is open, and the elements open in it
list_frames    the lists that stand open, and the markers of their items
table_frames   the tables that stand open, set in columns or taken apart
block_writer   elements in, blocks out: the way in

Imports point up this list. A format names its elements as HTML does and pushes them in the order
of the document; the same article in two formats so gives the same letters.
"""
