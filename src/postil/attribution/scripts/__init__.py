"""Scripts: other letters than Latin ones, or small ones throughout, brought to what is read.

small_letters  an attribution all in small letters, with capitals and back
marks          full-width brackets, commas, colons and the digits of other scripts
named_labels   labels before a colon in any language, by the lists of the lexicon
eastern        attributions in Chinese, Japanese and Korean letters

Only the last knows another, the labels.
"""
