"""Templates: exports in a form that a reader has written down, in the language of Jinja.

values     what a template is given: plain values, nothing of Postil's own
sandbox    the language, without files or a way out, and with an end to its loops and its words
filters    what a template can do with a value
rendering  the way in; and the templates that Postil brings along, in ``shipped``

Imports point up this list, but for the first three, which are strangers.
"""
