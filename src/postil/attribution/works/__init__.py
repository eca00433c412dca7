"""One work: an entry of a list of references, or a note, read into a record.

scan        an entry with what has been taken out of it
people      the persons or the body with which an entry begins, in the habits of many manuals
found_at    numbers that name a work, addresses, and the days on which these were looked up
figures     volume, number, year and pages
imprint     place, publisher and year
heads       the persons of an entry, and the year that stands with them
printed_in  the periodical, the book or the publisher of a work
marked      entries whose parts are named by marks, as in the standards of China and Russia
eastern     entries in Chinese, Japanese and Korean letters
latin       entries of all others
read        which of these an entry is: the way in

What is not sure stays in the title, or nowhere; nothing is guessed. Imports point up this list;
people, found_at and imprint are strangers, and so are marked, eastern and latin.
"""
