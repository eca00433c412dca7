"""Plain files that are no prose, told by their form: their lines are shown as they are.

delimited    values between commas, semicolons or tabs: a table
logs         lines that each begin with when they were written
source_code  programs, of a file whose name does not say so
recognise    which of them a text is, if any: the way in

Imports point up this list; the first three are strangers.
"""
