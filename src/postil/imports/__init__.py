"""Notes from other programs: a file's bytes in, records out, a leaf per format.

base         what every reader gives back, colours, times, HTML as text, limits
annotations  the W3C's Web Annotations, Hypothesis
devices      what reading devices and their programs keep: Kindle, KOReader, Kobo, Moon+, Calibre
services     what services and reference managers give out: Readwise, Zotero, Omnivore
coding       programs that code texts: REFI-QDA, Taguette
own          the JSON that Postil writes itself
readers      the formats by name and by their looks: the way in

Imports point up this list; annotations, devices, services, coding and own are strangers. Nothing in
a file is executed, and no reader knows the home: finding articles and places is ``library``'s.
"""
