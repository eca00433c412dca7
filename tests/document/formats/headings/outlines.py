"""Invented articles of many styles, each line that is a heading marked, to try the finder on."""

from __future__ import annotations

import random
from dataclasses import dataclass
from textwrap import fill

SENTENCES = (
    "The harbour master counted the boats twice before he believed what he saw.",
    "Nobody in the village had asked for a second bridge, and yet it was built within a year.",
    "Salt was cheaper than bread in those days, so the cellars were full of it.",
    "When the ice broke, the mail came through with letters that were four months old.",
    "She kept a list of every family that left, with the number of their cows.",
    "It is easy to forget how little the keepers were paid for their nights.",
    "The committee met on the second Tuesday of the month and decided nothing.",
    "Most of the machines were bought from a factory that had already closed.",
    "According to the ledger, three hundred lamps were sold before the end of May.",
    "Rain fell for nineteen days, and on the twentieth the lower road was gone.",
    "“We were told to wait,” the pilot said, “and so we waited.”",
    "Two of the engineers later wrote about the affair, and they do not agree.",
    "What the measurements show is a slow warming of the water below ten metres.",
    "A school was opened in the old customs house, with eleven pupils and one stove.",
    "The price of oil rose again in autumn, but the lamps burned as before.",
    "For a long time the register was thought to be lost, until a clerk found it in a barrel.",
    "Farmers on the north side had better soil but worse roads.",
    "There is no evidence that the order was ever read by those who were to obey it.",
    "By evening the whole crew knew, though nobody had said a word.",
    "The bill passed with a majority of four, two of whom had been asleep.",
)


@dataclass(frozen=True)
class Outline:
    """An article, a line a paragraph.

    ``T`` and a digit stand for a paragraph of so many sentences, ``#`` marks a heading, ``/`` ends
    a line within verse; everything else stands as it is.
    """

    name: str
    script: str

    @property
    def headings(self) -> list[str]:
        """The words of its headings, in order."""
        return [line[2:] for line in self._lines if line.startswith("# ")]

    @property
    def _lines(self) -> list[str]:
        return [line for line in self.script.strip().split("\n") if line]

    def text(self, width: int | None) -> str:
        """Return the article with its lines broken at a width, or with a paragraph a line."""
        chance = random.Random(self.name)
        parts = []
        for line in self._lines:
            if line[0] == "T" and line[1:].isdigit():
                paragraph = " ".join(chance.sample(SENTENCES, int(line[1:])))
                parts.append(fill(paragraph, width, break_on_hyphens=False) if width else paragraph)
            else:
                parts.append(line.removeprefix("# ").replace(" / ", "\n"))
        return "\n\n".join(parts) + "\n"


OUTLINES = (
    Outline("report", """
T4
T3
# How the boats were counted
T5
T3
# The second bridge
T4
T4
T2
# What the ledger shows
T3
T5
"""),
    Outline("diary", """
# The first winter
T3
T4
# A stove for the school
T5
T2
# When the ice broke
T3
T4
T3
# Spring
T4
"""),
    Outline("letter", """
Westhaven, 4 March 1887
Dear Sir
T4
T3
T5
Your obedient servant
John Harrow
"""),
    Outline("letters", """
# To his brother
Westhaven, 2 May 1887
My dear brother
T4
T3
Your affectionate brother
John
# To the harbour office
Westhaven, 9 June 1887
Gentlemen
T3
T4
I remain, gentlemen
J. Harrow
# To nobody in particular
T3
T5
"""),
    Outline("photo essay", """
T4
The old quay in 1911, seen from the lighthouse (photo: harbour museum)
T3
T4
Photo: Ann Reed
T5
Figure 2: the price of oil
T3
T2
"""),
    Outline("news", """
WESTHAVEN, March 3 (Harbour News)
T2
T1
T2
T3
Reporting by Ann Reed; editing by Paul Moss
"""),
    Outline("feature with byline", """
# The road that fell into the sea
By Ann Reed
12 May 2019
T4
T3
# Nineteen days of rain
T4
T3
# What the engineers wrote
T5
T2
Ann Reed is a reporter in Westhaven
"""),
    Outline("title case", """
T4
# The Keepers and Their Nights
T5
T3
# A Bridge Nobody Wanted
T3
T4
# Salt, Bread and Letters
T5
"""),
    Outline("capitals", """
# THE KEEPERS
T5
T3
# THE BRIDGE
T3
T4
# THE LEDGER
T5
"""),
    Outline("no headings", """
T5
T3
T4
T2
T6
T3
"""),
    Outline("epigraph", """
The sea gives back / what it was never lent
Old saying of the islands
T4
T3
# On the north side
T4
T5
# On the south side
T4
T3
# Where both sides meet
T3
"""),
    Outline("scenes", """
T4
T3
* * *
T5
T2
* * *
T3
The end
"""),
    Outline("questions", """
T3
# Why were the boats counted?
T4
T3
# Who paid for the bridge?
T3
T4
# Did anybody read the order?
T5
"""),
    Outline("attributions", """
T4
[Source: Ann Reed, Harbour Times, 3 May 2019]
# The price of oil
T4
[Source: Paul Moss, Lamp Weekly, 9 June 2018]
T3
# The price of bread
T5
[Source: Harbour Times, 2 July 2017]
T2
# What salt was worth
T3
[Source: Ann Reed, Harbour Times, 4 May 2019]
"""),
    Outline("list without bullets", """
T4
Each keeper was given
a lamp and two wicks
a barrel of oil
a book to write in
T5
T3
"""),
    Outline("list with bullets", """
# What every keeper had
T3
- a lamp and two wicks
- a barrel of oil
- a book to write in
T4
# What no keeper had
T3
1. a second pair of boots
2. a holiday
T4
# What was asked of them
T5
"""),
    Outline("verse inside", """
T4
The lamp is lit, the boats are in, / the wind is in the north
T3
O keeper of the seven lamps, / what did you see tonight / beyond the bar, / beyond the light
T4
T3
"""),
    Outline("numbered", """
T3
# 1. The lamps
T4
T3
# 2. The boats
T5
# 3. The ice
T4
T3
"""),
    Outline("study", """
# Abstract
T3
# Introduction
T5
T4
# Measurements below ten metres
T4
T5
# Results
T3
T4
# A slow warming
T5
# References
Reed, A. (2019). The warming of the harbour. Lamp Press.
Moss, P. (2018). Ice and mail. Westhaven Books.
"""),
)  # fmt: skip
