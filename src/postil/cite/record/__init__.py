"""Records to cite: originals, and the article in which they were read.

- ``keys``, ``note_words``, ``protected_case``: names, words and capitals of a record; strangers
- ``items``: the records of a passage; ``problems`` of citing it; ``collection``: of many articles
"""
