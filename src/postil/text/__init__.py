"""Words as people write them: made safe, folded, split, quoted and found.

- ``lazy_regex``: patterns that are compiled when they are first used
- ``clean``: safe for a terminal; ``fold``: the key by which words are found
- ``graphemes``, ``sentences``, and ``words`` in ``walking``: where each begins and ends, in
  ``segments`` also where no blank says so
- ``quotes``: quotation marks, and ``nested_quotes``: marks within marks
- ``patterns``: regular expressions that a reader types
- ``fuzzy``, ``fuzzy_index``: short names by some of their letters; many names

Within the package imports point up this list. ``regex`` takes some 20 ms to load, so ``graphemes``,
``words`` and ``patterns`` load it when they first need it, which for ASCII may be never; models
for words without blanks come with ``budoux``, which ``segments`` alone loads.
"""
