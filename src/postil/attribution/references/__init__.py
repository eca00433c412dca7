"""References: lists of works at the end of an article, and the places in its text that cite them.

titles   titles over lists, and notes: whether an article can cite anything
lists    the lists and notes of an article, found by their titles and their forms
numbers  citations by number or sign: "[12]", "[3, 7–9]", raised figures, links
dated    citations by author and year: "(Falk 1998: 45)", "Falk (1998)"
notes    notes that name a work, and those that point to the one before: "Ibid."
resolve  what the citations of a block name: the way in

An article without a list has no citations, whatever its brackets look like. Imports point up this
list; numbers and dated are strangers.
"""
