"""The catalogue: which files are known on this machine, and their texts, kept to be searched.

``known_files`` is the reader's own and lies with the state; ``kept_articles`` is made of the files
themselves, lies in the cache, and is made anew where it is lost.
"""
