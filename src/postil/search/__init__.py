"""Finding words in what there is to read.

matches  where something was found, located lazily
find     words or a pattern, in one article
sieve    which texts need not be read for that
query    the query language of the library
judging  whether a query holds of an article or a note, and where its words stand

Within the package imports point up this list.
"""
