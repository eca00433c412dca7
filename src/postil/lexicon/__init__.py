"""Names and words of many languages: people, outlets, dates, and the rules that tell them apart.

outlets, wordlists           the names and words themselves
person_names, outlet_rules   whether some words are a person or a publication
dates, dates_in_text         a date alone, and dates among other words
bylines                      authors as front matter and readers write them
name_overrides               what the reader has said of names, which comes first
"""
