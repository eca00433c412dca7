"""The verbs that list what the home holds: notes and shelf."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from postil import library
from postil.cli.context import STDIN, Context
from postil.cli.output import Output, Piece, cells, cropped, say, shown, wrapped
from postil.errors import NothingFound
from postil.text.quotes import in_marks

if TYPE_CHECKING:
    from postil.library.browsing.linking import Backlinks
    from postil.library.notes.listing import Filters, Listed
    from postil.library.shelf.shelving import Shelved

STATES = {"moved": "moved", "changed": "≠ changed", "orphan": "! orphan"}
"""How a note that is not where it was is marked, so that colour is not the only sign."""

LEAST = {0: 14, 4: 6, 5: 8}
"""Cells that the title, the tags and the file name keep on the shelf, by column from 0."""

GAP = 2
"""Cells between two columns of a table."""

NARROW = 100
"""Cells in a line where the output goes to no terminal."""

TAIL = 8
"""Characters of an id that are shown to people."""

STYLES = {"orange": "dark_orange", "pink": "magenta"}
"""What a terminal calls the colours that it knows by another name."""


def notes(given: Namespace, context: Context) -> int:
    """Print the notes that fit every filter."""
    piped = _ids_on_stdin(context) if given.path == STDIN else None
    path = None if given.path in (None, STDIN) else context.located(given.path)
    found = 0
    back: Backlinks | None = None
    filters = filters_of(given)
    # What reads queries is spared where there is none.
    notes = (
        library.listing.listing(context.home, path=path, **filters)
        if given.query is None
        else library.choosing.chosen_notes(context.home, given.query, path, filters)
    )
    for listed in notes:
        if piped is not None and listed.id not in piped:
            continue
        found += 1
        if back is None:
            back = library.linking.backlinks(context.home)
        if context.output.as_json:
            links = [{"kind": str(one.kind), "from": one.to} for one in back.get(listed.id, ())]
            context.output.record({**listed.as_json(), **({"backlinks": links} if links else {})})
        else:
            print_note(listed, context.output)
            _print_links(listed, back, context)
    if not found and context.home.trouble is not None:
        return 2  # It was told why the notes cannot be read.
    if not found:
        asked = (given.path, given.query, *filters.values())
        why = "there are none yet" if not any(asked) else "none is like this"
        raise NothingFound("notes", why, "write one with postil note, or in the app")
    return 0


def filters_of(given: Namespace) -> Filters:
    """Return by what notes are chosen, beside a query."""
    return {
        "tag": given.tag,
        "text": given.text,
        "source": given.source,
        "state": given.state,
        "by": given.by,
    }


def _ids_on_stdin(context: Context) -> set[str]:
    """Return the ids of the notes on the article that is piped in."""
    open_article = context.open_article(STDIN)
    return {placed.note.id for placed in library.annotating.of(context.home, open_article)}


def shelf(given: Namespace, context: Context) -> int:
    """Print the articles of a folder, or all that are known; or know some no more."""
    if given.forget is not None:
        return _forget(context.located(given.forget), context)
    folder = None if given.folder is None else Path(given.folder)
    articles: Iterable[Shelved] = library.shelving.shelf(context.home, folder)
    if given.query is not None:
        articles = library.filtering.fitting(context.home, given.query, articles)
    rows: list[tuple[Piece, ...]] = []
    for article in articles:
        if article.trouble and article.path is None and article.id is None:
            say(f"postil: {article.title}: {article.trouble}")
        elif context.output.as_json:
            context.output.record(
                {
                    "article": article.id,
                    "path": None if article.path is None else str(article.path),
                    "title": article.title,
                    "progress": article.progress,
                    "notes": article.notes,
                    "tags": list(article.tags),
                    "read": article.read,
                    "state": str(article.state),
                    "author": list(article.authors),
                    "outlet": article.outlet or None,
                    "date": article.date or None,
                    "words": article.words,
                    "missing": article.missing,
                }
            )
        else:
            rows.append(_shelved(article))
    context.output.table(_fitted(rows, context.output.width), right=(1, 2))
    return 0


def _forget(path: Path, context: Context) -> int:
    files, folders = library.knowing.forget(context.settings.places, context.home, path)
    done = f"Forgot {library.labels.counted(files, 'article')}; notes stay."
    if folders:
        done += f" {library.labels.counted(folders, 'folder')} watched no more."
    if context.output.as_json:
        context.output.record({"done": done})
    else:
        context.output.line(done)
    return 0


def _shelved(article: Shelved) -> tuple[Piece, ...]:
    progress = "" if article.progress is None else f"{article.progress:.0%}"
    notes = _counted(article.notes) if article.notes else ""
    name = "" if article.path is None else shown(article.path.name)
    tags = " ".join(f"#{tag}" for tag in article.tags)
    return (
        (" ".join(article.title.split()), "bold"),
        "missing" if article.missing else progress,
        notes,
        ("" if article.read is None else article.read[:10], "dim"),
        (tags, "cyan"),
        (name if name != article.title else "", "dim"),
    )


def _fitted(rows: Sequence[tuple[Piece, ...]], width: int) -> list[list[Piece]]:
    """Crop what may be long in a table of the shelf, so that no row is wider than a terminal.

    The columns that may be shorter give up their cells from the widest one on, as far as each has
    more than it needs to tell anything. Where there is no terminal, nothing is cropped.
    """
    if not rows:
        return []
    texts = [[cell if isinstance(cell, str) else cell[0] for cell in row] for row in rows]
    wide = [max(map(cells, column)) for column in zip(*texts, strict=True)]
    over = sum(wide) + GAP * (len(wide) - 1) - width if width else 0
    while over > 0 and (able := [at for at, least in LEAST.items() if wide[at] > least]):
        wide[max(able, key=lambda at: wide[at] / LEAST[at])] -= 1
        over -= 1
    return [
        [
            (cropped(text, wide[at]), "" if isinstance(cell, str) else cell[1])
            for at, (text, cell) in enumerate(zip(line, row, strict=True))
        ]
        for line, row in zip(texts, rows, strict=True)
    ]


def _print_links(listed: Listed, back: Backlinks, context: Context) -> None:
    """Print what a note points to, and what points to it."""
    width = context.output.width or NARROW
    for one in library.linking.linked(context.home, listed.note, back):
        words = in_marks(cropped(one.words, max(20, width - 50))) if one.note else one.words
        context.output.line(" " * (TAIL + 8), (f"{one.said} {one.id[-TAIL:]} {words}", "dim"))


def _counted(notes: int) -> str:
    return f"{notes} note{'s' * (notes != 1)}"


def print_note(listed: Listed, out: Output) -> None:
    """Print one note for people: its passage, then what was thought of it, then where it is."""
    width = out.width or NARROW
    note = listed.note
    style = STYLES.get(note.colour, str(note.colour))
    pieces: list[Piece] = [
        (f"{listed.id[-TAIL:]} ", "dim"),
        (f"{note.colour:<7}", style),
        "on the whole article"
        if note.whole
        else in_marks(cropped(note.anchor.quote, max(20, width - 20))),
    ]
    if listed.state != "same":
        pieces.append((f"  {STATES[listed.state]}", "red" if listed.start is None else "yellow"))
    out.line(*pieces)
    indent = " " * (TAIL + 8)
    room = max(0, out.width - len(indent))
    if listed.state == "orphan":
        stood = library.orphans.around(library.orphans.known_from_note(note))
        out.line(indent, (f"stood in: {stood}", "dim"))
    for line in library.note_text.plain_lines(note.body, addresses=True):
        for part in wrapped(line, room) if cells(line) > room > 0 else [line]:
            out.line(indent, shown(part))
    for other in note.also:
        text = f"written elsewhere too: {cropped(other.text, max(20, width - 40))}"
        out.line(indent, (shown(text), "yellow"))
    if note.tags:
        out.line(indent, (", ".join(map(shown, note.tags)), "cyan"))
    page = library.labels.on_page(listed.page or "")
    by = f"by {shown(listed.by)}" if listed.by else ""
    where = [shown(listed.title), shown(page), library.labels.describe(listed.source), by]
    out.line(indent, (" · ".join(part for part in where if part), "dim"))
