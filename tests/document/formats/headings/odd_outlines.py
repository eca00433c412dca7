"""Invented articles with lines that are easily taken for headings, or missed."""

from __future__ import annotations

from tests.document.formats.headings.outlines import Outline

ODD = (
    Outline("interview", """
T3
Harbour Times: How were you paid?
T2
Harbour Times: Who told you to wait?
T3
Harbour Times: And did you wait?
T2
The interview was made in May
"""),
    Outline("memoir", """
T4
T3
# Nobody said a word
T5
T4
T3
# The stove
T4
T2
# “We were told to wait”
T5
T3
# Leaving Westhaven
T3
Westhaven, winter 1931
"""),
    Outline("minutes", """
Present
Ann Reed, Paul Moss, John Harrow
# Money
T3
T2
# The lower road
T4
T3
# The customs house
T3
T3
The meeting closed at nine
"""),
    Outline("coast","""
# A town that would not move
By Karin Holt
T4
T3
# The first survey
T3
# “Nobody asked us”
T4
T2
# After the vote
T5
Karin Holt writes about coasts
"""),
    Outline("obituary","""
In memory of my grandfather
T4
T5
T3
"""),
    Outline("study with a table","""
T3
# Methods and materials
T4
Table 3 Salinity by depth
T3
# Limits of the study
T4
# What remains to be done
T3
Correspondence to the author
"""),
    Outline("days","""
# Monday
T4
# Tuesday
T5
# Wednesday
T3
"""),
    Outline("dated diary","""
# 4 March 1887
T4
# 5 March 1887
T3
# 9 March 1887
T5
"""),
    Outline("web page","""
T4
Advertisement
T3
Read more: the price of oil
T4
Share this story
T3
"""),
    Outline("dedication","""
# On keeping lamps
To Anna
T4
T5
# On keeping quiet
T3
T4
# On keeping bees
T4
"""),
    Outline("dialogue in capitals","""
T2
HARROW
T1
MOSS
T1
HARROW
T1
MOSS
T2
"""),
    Outline("years","""
T4
T3
# 1987: the ice
T4
# 1988: the flood
T3
# 1989: the fire
T4
"""),
    Outline("instructions","""
# How to trim a wick
T2
You will need
- a lamp
- a pair of scissors
T3
# How to fill a lamp
T4
# How to put it out
T3
"""),
    Outline("letter with address","""
12 Harbour Street
Westhaven
3 May 1990
Dear Mr Moss
T3
T4
Yours sincerely
Ann Reed
Harbour master
"""),
    Outline("lighthouse","""
# The lighthouse that nobody built
Paul Moss
14 June 2021
T3
# Drawings from 1902
T4
T3
# A foundation of sand
T5
T2
Paul Moss is the author of Sand
"""),
    Outline("German","""
# Der erste Winter auf der Insel
T3
# Die zweite Brücke
T4
T2
# Was das Buch erzählt
T5
"""),
    Outline("committee","""
# Minutes of the harbour committee
Tuesday, 9 May 1911
# Apologies for absence
T2
# The matter of the lower road
T4
# Any other business
T2
Signed: J. Harrow
"""),
    Outline("long titles","""
# What we found, and what we did not find
T4
# Why it matters that the lamps burned
T3
T4
# Nineteen days
T5
# After the flood: a longer view
T3
"""),
    Outline("questions and answers","""
Q: How long were you on the island?
T2
Q: Did you write letters?
T2
Q: And who read them?
T3
"""),
    Outline("mail","""
Hello all
T3
T2
Thanks
Ann
"""),
    Outline("parts","""
# Part One
# The ice
T4
T3
# Part Two
# The thaw
T4
T5
"""),
    Outline("steps","""
T4
# Step 1
T2
# Step 2
T3
# Step 3
T2
"""),
)  # fmt: skip

AMBIGUOUS = (
    Outline("pull quote","""
T3
“I saw the light go out”
T4
T3
T5
"""),
    Outline("two captions","""
T3
A view of the customs house
T4
T3
The ferry in ice, winter 1902
T4
T2
"""),
)  # fmt: skip
"""A line that one reader takes for a heading and another for a caption or a pull quote."""
