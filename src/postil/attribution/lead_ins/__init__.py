"""Lead-ins: words that lead in to a quotation and name where it comes from.

verbs         of writing, telling and saying
naming        the persons, publications and bodies that are named
languages     lead-ins in other languages, by the lists of the lexicon
parse         one lead-in: who, where and when
quote_reach   how far the quotations of a block reach
clauses       lead-ins in running text, outside its quotations: the way in

Imports point up this list; quote_reach is a stranger to the three above it.
"""
