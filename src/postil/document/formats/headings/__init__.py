"""Headings of a plain text that no sign marks: found by number, by form, and by likeness.

Those that are underlined, or begin with ``#``, have been found by ``layout`` before.

boilerplate    short lines around a text that are no titles
title_words    what the wording of a line tells
numerals       what figures, letters and signs count
labels         the number, or the word such as Chapter, that a title begins with
sequences      labels that count on
candidates     the blocks, with what has been found of each
contents       tables of contents, whose entries are no titles
levels         how deep each heading stands
by_number      chapters and numbered titles, in the scripts that have such
by_likeness    lines like the headings found, or like each other
by_opening     lines that a square or a bracket opens, above a text each
by_form        lines that look like headings by themselves
find           all of these, in their order: the way in

Imports point up this list; boilerplate and title_words, and all from contents to by_likeness, are
strangers.
"""
