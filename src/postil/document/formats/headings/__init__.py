"""Headings of a plain text that no sign marks: found by number, by form, and by likeness.

Those that are underlined, or begin with ``#``, have been found by ``layout`` before.

boilerplate    short lines around a text that are no titles
title_words    what the wording of a line tells
candidates     the blocks, with what has been found of each
by_number      chapters, numbered titles, and tables of contents
by_likeness    lines like the headings found, or like each other
by_form        lines that look like headings by themselves
find           all three, in their order: the way in

Imports point up this list; boilerplate and title_words, by_number and by_likeness are strangers.
"""
