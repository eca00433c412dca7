"""One attribution: found, taken apart into fields, and assembled as bibliographic records.

extraction           what has been taken out so far, and the signs that stand in its place
quoted_titles, addresses, publication_dates, locators    fields with a form of their own
field_forms          all of these, in their order
labels, punctuation  what stands before a source, and what parts its fields
fields, entries      what stands between two commas, and between two semicolons
publishers, surnames, drafts    which field is which
assemble             a record for each source; explain says how it was read
find                 attributions in running text: the way in

Imports point up this list; rooms on one line are strangers, but for drafts and what it names.
"""
