"""Hypothesis: the JSON and the CSV that its client exports, and lists of its API."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import unquote

from postil.errors import BadRequest
from postil.imports.annotations.selectors import Selected, selected
from postil.imports.base.fields import csv_rows, head_of_csv, json_of, listed, mapping, word, words
from postil.imports.base.records import (
    Imported,
    ImportedArticle,
    ImportedNote,
    ImportFile,
    made_up_id,
)
from postil.imports.base.times import iso, worded
from postil.model.values import replace


def looks_json(file: ImportFile) -> bool:
    """Tell whether a file is such JSON."""
    head = file.data[: 1 << 16]
    return b'"export_userid"' in head or (
        b'"target"' in head and any(sign in head for sign in (b'"group"', b'"permissions"'))
    )


def looks_csv(file: ImportFile) -> bool:
    """Tell whether a file is such a CSV."""
    columns = head_of_csv(file.data)
    return {"quote", "comment"} <= columns and bool({"created", "created at"} & columns)


def read_json(file: ImportFile) -> Imported:
    """Read annotations; replies stand beside what they answer. Raises BadRequest."""
    found = json_of(file.data)
    about = mapping(found)
    rows = found if isinstance(found, list) else about.get("annotations", about.get("rows"))
    if rows is None and "target" in about:
        rows = [about]
    if not isinstance(rows, list):
        raise BadRequest("the file", "it has no list of annotations")
    notes: dict[str, ImportedNote] = {}
    replies: list[tuple[str, ImportedNote]] = []
    for at, row in enumerate(map(mapping, rows)):
        identity = word(row.get("id")) or made_up_id(at, word(row.get("created")), row.get("text"))
        if above := [word(one) for one in listed(row.get("references"))]:
            replies.append((above[0], _note(row, identity)))
            continue
        notes[identity] = _note(row, identity)
    lost = 0
    for answered, reply in replies:
        if not reply.body:
            lost += 1
        elif answered in notes:
            first = notes[answered]
            notes[answered] = replace(first, also=(*first.also, reply.body))
        else:
            # What it answers is in no such file: it stands for itself.
            notes.setdefault(reply.id, reply)
    return Imported(tuple(notes.values()), lost)


def _note(row: Mapping[str, object], identity: str) -> ImportedNote:
    targets = [mapping(one) for one in listed(row.get("target"))]
    place = selected(targets[0].get("selector")) if targets else Selected()
    uri = word(row.get("uri")) or (word(targets[0].get("source")) if targets else "")
    document = mapping(row.get("document"))
    titles = document.get("title")
    title = word(listed(titles)[0]) if listed(titles) else word(titles)
    user = mapping(row.get("user_info")).get("display_name")
    account = word(row.get("user")).removeprefix("acct:").partition("@")[0]
    return ImportedNote(
        id=identity,
        article=ImportedArticle(title=title, url=uri, **_named(uri)),
        quote=place.quote,
        prefix=place.prefix,
        suffix=place.suffix,
        start=place.start,
        body=words(row.get("text")),
        tags=tuple(filter(None, map(word, listed(row.get("tags"))))),
        created=iso(word(row.get("created"))),
        maker=word(user) or account,
    )


def _named(uri: str) -> dict[str, str]:
    """Return what a URI says of the article besides where it is."""
    if uri.startswith("urn:sha256:"):
        return {"digest": uri.removeprefix("urn:sha256:")}
    if uri.startswith("file:"):
        return {"file": unquote(uri).rpartition("/")[2]}
    return {}


def read_csv(file: ImportFile) -> Imported:
    """Read the rows of the client's CSV."""
    notes = []
    for said in csv_rows(file.data):
        url = word(said.get("url") or said.get("page url") or said.get("uri"))
        quote = words(said.get("quote"))
        created = word(said.get("created at") or said.get("created"))
        person = word(said.get("author") or said.get("user"))
        body = words(said.get("comment") or said.get("text"))
        identity = word(said.get("id")) or made_up_id(
            url, created, quote, person, *_else(quote, body)
        )
        if not (quote or body):
            continue
        notes.append(
            ImportedNote(
                id=identity,
                article=ImportedArticle(title=word(said.get("title")), url=url, **_named(url)),
                quote=quote,
                body=body,
                tags=tuple(filter(None, map(word, (said.get("tags") or "").split(",")))),
                created=iso(created) or worded(created),
                maker=person,
            )
        )
    return Imported(tuple(notes))


def _else(quote: str, body: str) -> tuple[str, ...]:
    """Return what tells a note from others of the same minute that quote nothing either."""
    return () if quote else (body[:40],)
