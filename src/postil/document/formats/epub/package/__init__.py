"""Package of a book: what it consists of, and what it says of itself.

addresses   which part a link means
container   where the package begins, and locks
opf         parts, their order, and which are no text
titles      the table of contents, printed pages, landmarks
metadata    title, authors, date
"""
