"""Items in CSL-JSON, read as they come.

- ``items``: items, names, dates; cites and citations
- ``read_names``, ``read_dates``, ``locators``, ``citation_labels``: one kind of field each
- ``read_items``: a whole item
"""
