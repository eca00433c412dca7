"""Facts of a page: what it says of itself, as bibliographic records hold it.

json_ld    the article that JSON-LD describes
head_tags  the tags of the page's head
bylines    author and date as the text gives them
metadata   all of these joined, the surest evidence first
"""
