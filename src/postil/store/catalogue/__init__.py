"""The catalogue: which files are known on this machine, and their texts, kept to be searched.

``known_files`` is the reader's own and lies with the state. ``kept_articles`` are made of the files
themselves: each is a ``kept_article`` with its ``kept_sections`` and its text, as ``packing`` packs
it. They lie in the cache, in a ``catalogue_file`` with a ``catalogue_seal``, and are made anew
where they are lost; ``catalogue_form`` says what becomes of those that another version has kept.
"""
