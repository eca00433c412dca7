"""The verbs of the catalogue: articles are made known, and all that is known is searched."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from postil import library
from postil.cli.context import Context
from postil.cli.output import Piece, cells, cropped, notice, progress, say, share, shown, wrapped
from postil.errors import BadQuery, BadRequest, NothingFound
from postil.text.quotes import in_marks

if TYPE_CHECKING:
    from argparse import Namespace

    from postil.library.catalogue.found.hit import Hit

NARROW = 100
"""Cells in a line where the output goes to no terminal."""

LEAST = 24
"""Cells that the section of a hit is given, if it needs as many."""


def search(given: Namespace, context: Context) -> int:
    """Print the articles and notes of which a query holds, the best first."""
    if given.limit < 1:
        raise BadRequest("--limit", "it allows no row", "give 1 or more")
    query = " ".join(given.query)
    _say_without_index()
    places = context.settings.places
    found = library.searching.search(places, context.home, query, given.limit, progress(), notice)
    if not found and context.output.as_json:
        return NothingFound.status
    if not found and (names := library.saved_queries.unknown(context.home, query)):
        raise NothingFound(
            in_marks(shown(query, 60)),
            f"no query is saved as {shown(names[0], 40)}, and nothing that is known has this",
            "postil query lists what is saved",
        )
    if not found:
        raise NothingFound(
            in_marks(shown(query, 60)),
            "nothing that is known has it",
            "make articles known with postil add, or open them once",
        )
    out = context.output
    for hit in found:
        if out.as_json:
            out.record(hit.as_json())
            continue
        width = out.width or NARROW
        name = "" if hit.path is None else shown(Path(hit.path).name)
        place = name if name != hit.title else ""
        title = cropped(hit.title, width // 2)
        room = max(LEAST, width - cells(f"{title}  {place}  "))
        where: list[Piece] = ["  ", (place, "dim")] if place else []
        out.line((title, "bold"), *where, *_section(hit, room))
        for line in wrapped(hit.for_reading(), max(0, out.width - 2)):
            out.line("  ", (line, "" if hit.kind == "text" else "yellow"))
    return 0


def _section(hit: Hit, room: int) -> list[Piece]:
    """Return what names the section of a hit; nothing where it is called as the article is."""
    name = "" if hit.section is None else hit.section.name
    return ["  ", (cropped(f"§ {name}", room), "dim")] if name and name != hit.title else []


def query(given: Namespace, context: Context) -> int:
    """Print the saved queries, or save or delete one."""
    if given.action is not None:
        return _change_query(given.action, given.words, context)
    saved = library.saved_queries.saved_queries(context.home)
    if not saved:
        raise NothingFound("queries", "none is saved yet", "save one: postil query save NAME QUERY")
    for name, typed in saved.items():
        try:
            library.saved_queries.asked(context.home, f"@{name}")
        except BadQuery as error:
            say(f"postil: {error}")
        if context.output.as_json:
            context.output.record({"name": name, "query": typed})
    if not context.output.as_json:
        context.output.table([((f"@{name}", "cyan"), typed) for name, typed in saved.items()])
    return 0


def _change_query(action: str, words: list[str], context: Context) -> int:
    if action == "save" and len(words) > 1:
        name, typed = words[0], " ".join(words[1:])
        made = library.saved_queries.save(context.home, name, typed)
        record, done = {"name": made.name, "query": made.query}, f"Saved the query @{made.name}."
    elif action == "delete" and len(words) == 1:
        library.saved_queries.delete(context.home, words[0])
        done = f"Deleted the query {shown(words[0])}."
        record = {"done": done}
    else:
        needs = "a name and a query" if action == "save" else "one name"
        raise BadRequest(f"query {action}", f"it needs {needs}", "see postil query --help")
    if context.output.as_json:
        context.output.record(record)
    else:
        context.output.line(f"{done} postil undo takes this back.")
    return 0


def add(given: Namespace, context: Context) -> int:
    """Make articles known, and read those that are new or changed."""
    places = context.settings.places
    paths = [_fetched(one, given.again, context) for one in given.paths]
    files, new = library.knowing.add(places, paths, watch=given.watch)
    articles = library.refreshing.kept(places)
    read = library.refreshing.refresh_only(places, context.home, articles, files, told=progress())
    troubles = [one for path in files if (one := articles.at(str(path))) and one.trouble]
    moved = library.renewing.follow(context.home, articles) if new else {}
    articles.close()
    for one in troubles:
        say(f"postil: {shown(Path(one.path).name)}: {one.trouble}; it is found by its name alone")
    if context.output.as_json:
        context.output.record({"known": len(files), "new": new, "read": read})
    else:
        known = library.labels.counted(len(files), "article")
        context.output.line(f"{known} known, {new} of them new.")
    if said := library.renewing.Renewed(read, moved).said:
        say(f"postil: {said}")
    return 0


def _fetched(given: str, again: bool, context: Context) -> Path:
    """Return a path as it is, and of an address that of the page that is kept from it."""
    if "://" not in given or not library.web_pages.is_address(given):
        return Path(given)
    page = library.web_pages.keep(
        context.settings.places, given, again=again, step=share(shown(given))
    )
    if again and not page.changed:
        say(f"postil: {shown(given)}: it is as it was")
    return page.path


def _say_without_index() -> None:
    if not library.indexing.installed():
        say("postil: the package tantivy is not installed: without an index, all texts are read")
