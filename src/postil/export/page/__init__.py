"""Articles with their notes as one page of HTML: marks in the text, notes beside, nothing fetched.

words    text and addresses that are nothing but text and addresses
look     its style sheet: light and dark, narrow, wide and on paper
runs     the words of a block, with what is set apart in them, and the marks of notes
flow     blocks as paragraphs, lists, quotations and tables
notes    a note beside its passage, and the lists at the end
page     the whole page: the way in

Imports point up this list.
"""
