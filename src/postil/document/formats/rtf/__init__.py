"""Rich Text Format: control words and groups read in one pass, nothing looked up or fetched.

tokens         bytes into control words, groups and text
code_pages     encodings by the numbers of code pages and charsets
destinations   groups whose words are not the text
looks          what control words make of words and paragraphs
header_tables  fonts, styles and lists of the header
flow           paragraphs and tables as they are ended
groups         what is in force within a group
letters        bytes and numbers made letters
paragraphs     paragraphs made of their pieces
apart          groups that are read apart: notes, comments, names
header_reader  the tables of the header as they are read
reader         tokens in, the story out
parser         bytes in, drafts out: the way in

Imports point up this list.
"""
