"""Names and words of many languages: people, outlets, dates, and the rules that tell them apart.

data/               the names and words themselves, a text file a list, one name a line
name_list           reads a list when a name is first looked up in it
outlets, wordlists  which lists there are
person_names        whether some words name a person, and which of them are the surname
outlet_rules        whether they name a publication, an agency, a publisher or a body
dates               a date by itself; dates_in_text finds dates among other words
bylines             authors as front matter and readers write them
name_overrides      what the reader has said of names, which comes before all rules

Imports point up this list; dates and what stands above it, but for name_list, are strangers.
"""
