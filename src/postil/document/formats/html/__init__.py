"""Web pages: the article among all that stands around it, and what the page says of itself.

source         bytes of a page made a flat tree that shows what a reader sees
names          what classes, ids and roles tell
prose          how much running text each element holds
sayings        lines and headings of pages, by their words
titles         which heading is the title; the title element without the site's name
clutter        what names, roles and tags tell to be no part of the article
main_text      the way down to the main text, and what stands beside it
kin_parts      comments, cards and offers, told by what they share
page_talk      lines and lists of links that speak of the page
heading_looks  headings without a heading's tag
notes          footnotes and what refers to them
addresses      what links lead to
facts          what the page says of itself, for its bibliographic record
writing        elements pushed into the writer of blocks
page           the way in
"""
