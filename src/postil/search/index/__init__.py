"""The index: a full-text index of articles by tantivy, which proposes what is judged thereafter.

``entries`` turns a text into what is indexed, in a way that has a ``terms_version``, ``translate``
a query into one of tantivy's that holds wherever the query may, ``seal`` tells whether the files
are what was written, ``reader`` and ``writer`` ask and write. It lies in the cache and can be lost;
where tantivy is not installed there is none. No answer rests on it: what it proposes is judged on
the kept text.
"""
