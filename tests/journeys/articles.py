"""Small articles to be read in the journeys, each with what one of them needs."""

from __future__ import annotations

HARBOUR = """\
How the Harbour Froze

An account of two winters, put together from letters, papers and the logs of
three pilots. It was written for those who did not see the ice, and it leaves
out what nobody could confirm.

The First Winter

Boats lay in the ice for nine weeks. The ferrymen sold bread from their decks
to whoever dared to walk out to them. Some came twice a day. [Source: Ada
Lindqvist, Harbour Gazette, February 3, 1998]

“Nobody had seen the water so still. My father called it ‘a floor of glass’
and took a sledge to the lighthouse; he came back with letters for half the
town.” [Source: Ada Lindqvist, Harbour Gazette, February 3, 1998]

The café by the mole stayed open – its owner, Zoë, burned the chairs first and
the tables after them. She’d planned to rebuild anyway. Guests brought their
own wood and paid nothing for soup.

The Second Winter

The ice came again in the year after, thinner and grey. Children were told to
stay off it. Nobody sold bread that year, and the lighthouse was reached by
boat as always. [Source: Teo Brandt, Lake Review, June 2014]

Pilots measured it every morning with a rod and wrote the figure on a board.
On the worst day the board said eleven; on most days it said four, and the
boats went out.

What Came of It

The town built a pier on piles, so that bread could be carried over open
water. It cost less than had been feared. Within ten years it had paid for
itself twice over.

Some say that the warm current had turned; others blame the power station
upstream. The pilots keep the rod on the wall and do not take sides.

How It Is Told

Every family has its own account of the ice, and no two of them agree on the
day it broke. The oldest is that of the harbour master, who wrote it down the
same evening. It says that the first crack ran from the mole to the lighthouse
and sounded like a cart on cobbles.

A teacher collected forty of these accounts and read them aloud in the school
every winter. The children correct her where their own families tell it
otherwise. She writes each correction down.

Visitors ask to see the sledge. It hangs in the hall of the pilots, above the
board.

What Remains

The pier is in use. The board is repainted in the spring, and the rod has been
lent to a museum twice. Bread is still sold from the decks on the first Sunday
of February, whatever the weather.
"""

LINKED = """\
---
title: Notes on ferries
author: Ines Okafor
date: 2019-05-03
---

# Notes on ferries

The hulls were of larch.[^larch] See the [register](https://example.org/register) for their names.

The [last section](#crews) says who sailed them.

## Boats

Later boats were of *iron*.

- The first was called `Anna`.
- The second had no name.

## Crews

They were paid in rye.

[^larch]: Each took a winter to build.
"""

HOSTILE = (
    "A title\x1b]0;owned\x07 with a bell\n\n"
    "First words \x1b[31mred\x1b[0m and \x9b2Jclear, then \x1b]52;c;aGFoYQ==\x07 a copy. "
    "Right to left \u202eevil\u202c and hidden\u200b\u2060 signs\ufeff.\n\n"
    "\x00\x01\x02 binary dust \x7f and a tab\there, [b]no markup[/b] "
    "[@click=app.quit]none[/].\r\n\r\n"
    "Zalgo " + "e" + "\u0301" * 60 + " ends here\x85and goes on.\n"
)
