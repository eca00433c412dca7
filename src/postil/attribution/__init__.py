"""Text in, sources out: the attributions of an article, and the words that each governs.

scripts     other letters than Latin ones, and labels in any language
stated      what words say that a source is, and the words that connect names
parsing     one attribution: found, taken apart into fields, assembled as records, explained
works       an entry of a list of references, or a note, read into a record
lead_ins    words before a quotation that name where it comes from
references  lists of references and notes, and the places in the text that cite them
governing   which words each of them governs, from paragraph to paragraph

Within the package imports point up this list. ``governing.sources.read`` is the way in; no room
knows of a format, or of anything else in ``document``.
"""
