"""Small articles in the forms that the readers must tell apart."""

from __future__ import annotations

from postil.document.pipeline import parse
from postil.model.article import Article, Block

PROSE = (
    "The keeper of the harbour lamp wrote down each ship that passed, with the weather and the "
    "hour, and in forty years he missed no more than three of them. "
)
"""One sentence, as long as those of articles are."""

ESSAY = "\n\n".join(
    [
        PROSE * 2,
        PROSE * 3,
        "How the Lamp Was Tended at Night",
        PROSE * 3,
        "“He never slept,” his daughter said. " + PROSE,
        "Why Did the Ships Stop Coming?",
        PROSE * 4,
        PROSE * 2,
        "Image Sources: the harbour museum",
        "Text Sources: Harbour Gazette, Lamp Weekly",
        "Updated in March 2019",
    ]
)
"""Bare headings, a paragraph a line, and closing matter."""

MEMO = """

Guild of Lamp Keepers                                          A. Keeper
Memo: 9001                                                    March 2019


                     Lamps and How to Tend Them

Abstract

   This memo tells how lamps are tended by the people who keep them
   alight, night after night, and what they do when the oil is low or
   when the wick has burnt down to nothing.

Table of Contents

   1.  Introduction ....................................... 2
   2.  Oil ................................................ 3
       2.1.  Grades ....................................... 3

1.  Introduction

   The keeper of a lamp has much to do: the following words are used
   throughout, and mean what follows here for all the rest of this
   document:

   o  a lamp is a thing that burns and gives light to the ships which
      pass at night;

   o  a wick is what burns in it.

Keeper                       Informational                    [Page 1]

RFC 9001                          Lamps                     March 2019


2.  Oil

2.1.  Grades

   There are three grades of oil, and each is kept in a barrel of its
   own, apart from the others, for fear of fire.

       +-------+        +------+
       | Lamp  |------->| Ship |
       +-------+        +------+

      The night is dark,
      The sea is wide,
   And we who keep
      the lamps abide.
"""
"""Wrapped lines, numbered headings, a table of contents, pages, a drawing and a stanza."""


def article(text: str, name: str = "essay.txt") -> Article:
    """Return the finished article of a text."""
    return list(parse(text.encode(), name))[-1]


def blocks(text: str, name: str = "essay.txt") -> tuple[Block, ...]:
    """Return the blocks of a text."""
    return article(text, name).blocks


def headings(text: str, name: str = "essay.txt") -> list[tuple[int, str]]:
    """Return the level and the words of each heading of a text."""
    found = blocks(text, name)
    return [(block.level, block.text) for block in found if block.kind == "heading"]
