"""What words state about a source: its kind, and what a name behind connecting words is.

connecting   "via", "first published in", "Von": words before a name, and no part of it
kinds        a podcast, a court case, an affidavit, a handle: what a word says that it is
makers       "directed by", "translated by": words before who made a work, or only helped
citations    a citation by author and year in brackets, and sentences that only look like one

Nobody becomes a person here whose place or given name does not say so; none knows another.
"""
