"""Hypothesis: the JSON that its client exports, and takes in again."""

from __future__ import annotations

import json
from collections.abc import Iterator

from postil.export.base.dossier import Dossier, ExportedArticle, ExportedNote, Written, counted
from postil.export.base.names import uuid_of
from postil.export.base.offsets import OffsetTable, Unit
from postil.export.base.passages import quoted_span
from postil.text.lazy_regex import lazily

AUTHORITY = "postil.invalid"
"""Behind the name of a user; no such host can ever be (RFC 2606)."""

GROUP = "__world__"

_NOT_OF_NAMES = lazily(r"[^A-Za-z0-9._]{1,200}")


def write(dossier: Dossier) -> Written:
    """Return all notes as Hypothesis exports them; browsers count UTF-16."""
    rows = []
    for article in dossier.articles:
        table = OffsetTable(article.text, Unit.UTF16)
        rows += [_row(article, one, table) for one in article.notes]
    newest = max((str(row["updated"]) for row in rows), default="")
    page = {
        "export_date": newest,
        "export_userid": str(rows[0]["user"]) if rows else _user(""),
        "client_version": "postil",
        "annotations": rows,
    }
    losses = []
    if coloured := sum(one.note.colour != "yellow" for _, one in dossier.notes):
        losses.append(f"Hypothesis has one colour: those of {counted(coloured, 'note')} stay here.")
    text = json.dumps(page, ensure_ascii=False, indent=1)
    return Written(f"{text}\n".encode("utf-8", "replace"), tuple(losses))


def _row(article: ExportedArticle, one: ExportedNote, table: OffsetTable) -> dict[str, object]:
    note, uri = one.note, article.address
    user = _user(note.maker_name)
    target: dict[str, object] = {"source": uri}
    if selectors := list(_selectors(article, one, table)):
        target["selector"] = selectors
    return {
        "id": uuid_of(note.id),
        "created": note.created,
        "updated": note.modified,
        "user": user,
        "user_info": {"display_name": note.maker_name or None},
        "uri": uri,
        "text": note.body,
        "tags": list(note.tags),
        "group": GROUP,
        "permissions": {"read": [f"group:{GROUP}"], "update": [user], "delete": [user]},
        "target": [target],
        "document": {"title": [article.title]},
        "references": [],
        "links": {},
        "flagged": False,
        "hidden": False,
    }


def _selectors(
    article: ExportedArticle, one: ExportedNote, table: OffsetTable
) -> Iterator[dict[str, object]]:
    anchor = one.note.anchor
    if one.note.whole:
        return
    if (span := quoted_span(article, one)) is not None:
        start, end = table.of(span)
        yield {"type": "TextPositionSelector", "start": start, "end": end}
    yield {
        "type": "TextQuoteSelector",
        "exact": anchor.quote,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
    }


def _user(maker: str) -> str:
    """Return the name of a user as Hypothesis allows it: letters, digits, dots, underscores."""
    name = _NOT_OF_NAMES.sub("_", maker).strip("_.")[:30]
    return f"acct:{name or 'reader'}@{AUTHORITY}"
