"""Source of a page: its bytes made a flat tree that shows what a reader sees.

web_archive    the page among the parts of an archive
charset        bytes as text
taming         pages nested beyond all sense, made harmless
tree           the page's elements in order, flat
shadow_roots   shadow roots in place, their slots filled
"""
