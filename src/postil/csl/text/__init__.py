"""Rich text: read from fields, changed, and written as characters.

- ``markup``, ``textcase``, ``decoration``, ``punctuation``: strangers to one another
- ``output``: rich text as text, HTML or Markdown, its punctuation tidied
"""
