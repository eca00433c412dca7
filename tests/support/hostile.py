"""A ledger of another machine with commands for the terminal in every field that holds words."""

from __future__ import annotations

import json
from pathlib import Path

from postil.model.note import Note
from postil.store.disk.clock import new_id
from postil.store.records.records import ArticleRecord, key_of, named_key, to_doc
from postil.store.types import Doc

HOSTILE = "\x1b]52;c;cm0gLXI=\x07\x1b[2J\x9b31m\x1b]0;t\x07\x90q\x9c"
HOSTILE += "\u202e\u2066\u200f\x00\x08\x7f\x85[red]x"
"""Sets the clipboard, clears the screen, names the window, turns the line around."""
CONTROLS = {*range(0x20), *range(0x7F, 0xA0), 0x61C, 0x200B, 0x200E, 0x200F, 0xFEFF}
CONTROLS |= {*range(0x202A, 0x202F), *range(0x2060, 0x206A)}
"""What acts on a terminal, or hides in it; line ends and tabs among them."""
_STAMP = "2026-11-20T00:00:00.000Z-0000-bbbbbbbbbb"
_DEVICE = "bbbbbbbbbb"


def plant(home: Path, article: ArticleRecord, note: Note, device: str) -> None:
    """Write a ledger that says hostile things of an article, a note on it, and of others."""
    words = HOSTILE
    known: Doc = {
        "title": words,
        "metadata": {"title": words, words: words, "container-title": words, "publisher": words},
        "corrections": [
            {"evidence": one, "source": {"title": words, "author": [{"family": words}]}}
            for one in (words, "[Source: Mara Lindqvist, Orrin Courier, March 3, 2011]")
        ],
        "paths": {
            device: f"/nowhere/{words.replace(chr(0), '')}",
            "cccccccccc": words,
            words: words,
        },
        "digests": [words, *article.digests],
        "read": words,
    }
    other = ArticleRecord(new_id())
    said: Doc = {
        "quote": f"a {words} quote",
        "prefix": words,
        "suffix": words,
        "digest": words,
        "colour": words,
        "tags": [words, f"t/{words}"],
        "body": f"a body\n{words}",
        "created": words,
        "also": [[_STAMP, f"other {words}"]],
        words: words,
    }
    notes = [
        {**to_doc(note), **said},
        {**to_doc(note), **said, "id": new_id(), "article": other.id},
    ]
    notes.append({**to_doc(note), **said, "id": new_id(), "quote": note.anchor.quote})
    marks: list[Doc] = [
        {"article": article.id, "letter": letter, "offset": 5} for letter in (words, "q")
    ]
    tables: dict[str, list[Doc]] = {
        "articles": [{**to_doc(article), **known}, {**to_doc(other), **known}],
        "tags": [{"tag": words, "definition": words, "colour": words}],
        "marks": marks,
        "queries": [{"name": words, "query": words}],
        "sources": [{"spelling": words, "source": {"title": words, "author": [{"family": words}]}}],
        "notes": notes,
    }
    ledger = {
        table: {str(named_key(table, doc)): {**doc, "modified": _STAMP} for doc in docs}
        for table, docs in tables.items()
    }
    (home / "notes" / f"{_DEVICE}.json").write_text(json.dumps(ledger), "utf-8")
    (home / "notes" / f"{words.replace(chr(0), '')}.json").write_text(json.dumps(ledger), "utf-8")
    history = home / "history" / _DEVICE
    history.mkdir(parents=True)
    versions = [
        json.dumps({"table": table, "key": key, "doc": {**doc, "modified": _STAMP}})
        for table, docs in ledger.items()
        for key, doc in docs.items()
    ]
    (history / "2026-11.jsonl").write_text("\n".join(versions), "utf-8")
    assert key_of(article)[1] in ledger["articles"]
