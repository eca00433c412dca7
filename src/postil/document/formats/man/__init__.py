"""Sources of manual pages, man(7) and mdoc(7), read as ``man`` would set them.

glyphs        characters that have names
expressions   conditions and numbers of roff
arguments     arguments of requests, strings that every page may ask for
roff          lines with macros, strings and conditions taken out: what is left to be set
escapes       words with their escapes, pushed with their fonts
tbl           tables
lists         tagged paragraphs as lists, indentations within them
man_names     macros of man(7) by what they do; mdoc_names those of mdoc(7)
man_macros    the macros of man(7)
mdoc_words    the words of a line of mdoc(7)
mdoc_macros   the macros of mdoc(7)
reader        the way in; imports point up this list

No file that a page names is ever opened.
"""
