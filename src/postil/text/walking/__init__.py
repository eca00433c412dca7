"""Words as a caret walks them, in scripts with blanks between words and without.

words      where words begin and end
segments   where they do in a run of letters without blanks, as models tell
"""
