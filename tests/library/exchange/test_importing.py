"""Notes come in at their places, once, and never over what was changed here."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from postil.config import Places
from postil.imports.base.records import ImportedArticle, ImportedNote
from postil.library.articles import opening
from postil.library.catalogue import knowing
from postil.library.exchange import exporting, importing, quoted_places
from postil.library.notes import annotating, listing, undoing
from postil.model.note import Note
from postil.model.span import Span
from postil.store.home.home import Home, open_home
from postil.text.fold import Folded, fold

TEXT = (
    "# The Ice\n\nThe harbour froze twice that year.\n\n"
    "Nobody had asked Ann Reed, who kept the log.\n"
)


def places_in(root: Path) -> Places:
    return Places(root / "home", root / "state", root / "config", root / "cache")


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "files" / "ice.md"
    path.parent.mkdir()
    path.write_text(TEXT, "utf-8")
    return path


@pytest.fixture
def home(tmp_path: Path, article: Path) -> Home:
    """Return a home that knows one article."""
    home = open_home(places_in(tmp_path))
    knowing.add(home.places, [article.parent])
    return home


def row(identity: str, quote: str, text: str = "", *tags: str, uri: str = "") -> dict[str, object]:
    selector = [{"type": "TextQuoteSelector", "exact": quote, "prefix": "", "suffix": ""}]
    target = {"source": uri, "selector": selector} if quote else {"source": uri}
    return {
        "id": identity,
        "created": "2023-02-03T04:05:06Z",
        "user": "acct:bo@h",
        "uri": uri or "https://nowhere.test/x",
        "text": text,
        "tags": list(tags),
        "target": [target],
        "document": {"title": ["The Ice"]},
    }


def file_of(tmp_path: Path, *rows: dict[str, object]) -> Path:
    path = tmp_path / "h.json"
    path.write_text(json.dumps({"export_userid": "x", "annotations": rows}), "utf-8")
    return path


def taken(home: Home, path: Path) -> importing.Import:
    made = importing.prepare(home, path)
    importing.carry_out(home, made)
    return made


def only(home: Home) -> Note:
    (note,) = home.notes().values()
    return note


def test_a_note_comes_in_at_its_words(home: Home, tmp_path: Path) -> None:
    made = taken(home, file_of(tmp_path, row("a", "harbour FROZE  twice", "Why?", "ice")))
    assert (len(made.new), made.orphans) == (1, 0)
    (listed,) = listing.listing(home)
    assert (listed.state, listed.quote, listed.body) == ("same", "harbour froze twice", "Why?")
    assert (listed.tags, listed.created) == (("ice",), "2023-02-03T04:05:06.000Z")
    assert listed.path is not None
    assert listed.path.endswith("ice.md")
    assert listed.note.maker == "bo"


def test_importing_twice_adds_nothing(home: Home, tmp_path: Path) -> None:
    path = file_of(tmp_path, row("a", "harbour froze"), row("b", "", "of the page"))
    taken(home, path)
    made = taken(home, path)
    assert (len(made.new), made.changed, made.known) == (0, [], 2)
    assert len(home.notes()) == 2


def test_what_was_changed_here_is_never_overwritten(home: Home, tmp_path: Path) -> None:
    taken(home, file_of(tmp_path, row("a", "harbour froze", "Why?", "ice", "old")))
    annotating.change(home, only(home), body="Because.", tags=["ice", "mine"])
    made = taken(home, file_of(tmp_path, row("a", "harbour froze", "Why?", "ice", "old", "new")))
    assert len(made.changed) == 1
    note = only(home)
    assert (note.body, note.tags) == ("Because.", ("ice", "mine", "new"))
    # Words that changed on both sides stand side by side.
    taken(home, file_of(tmp_path, row("a", "harbour froze", "Why so?", "ice", "new")))
    note = only(home)
    assert (note.body, [one.text for one in note.also]) == ("Because.", ["Why so?"])


def test_what_was_changed_there_alone_comes_in(home: Home, tmp_path: Path) -> None:
    taken(home, file_of(tmp_path, row("a", "harbour froze", "Why?")))
    taken(home, file_of(tmp_path, row("a", "harbour froze", "Why so?", "t")))
    assert (only(home).body, only(home).tags, only(home).also) == ("Why so?", ("t",), ())


def test_what_was_deleted_here_does_not_come_back(home: Home, tmp_path: Path) -> None:
    path = file_of(tmp_path, row("a", "harbour froze"))
    taken(home, path)
    annotating.delete(home, [only(home)])
    made = taken(home, path)
    assert (made.new, made.known) == ([], 1)
    assert not home.notes()


def test_one_import_is_one_step(home: Home, tmp_path: Path) -> None:
    taken(home, file_of(tmp_path, row("a", "harbour froze"), row("b", "Nobody had asked")))
    assert len(home.notes()) == 2
    undoing.undo(home)
    assert not home.notes()


def test_what_finds_no_place_or_no_article_is_an_orphan(home: Home, tmp_path: Path) -> None:
    rows = [row("a", "words that this text does not have at all, not one")]
    other = row("b", "something quite different from all that is known here")
    other["document"] = {"title": ["Another thing"]}
    made = taken(home, file_of(tmp_path, *rows, other))
    assert made.orphans == 2
    assert {one.state for one in listing.listing(home)} == {"orphan"}
    paths = {one.title: one.path for one in listing.listing(home)}
    assert paths.keys() == {"The Ice", "Another thing"}
    assert paths["Another thing"] is None
    assert paths["The Ice"] is not None


def test_a_dry_run_writes_nothing(home: Home, tmp_path: Path) -> None:
    made = importing.prepare(home, file_of(tmp_path, row("a", "harbour froze")))
    assert len(made.new) == 1
    assert not open_home(home.places).notes()


@pytest.mark.parametrize("name", ["json", "w3c", "hypothesis", "qdpx"])
def test_notes_go_to_an_empty_home_and_are_the_same_there(
    name: str, home: Home, article: Path, tmp_path: Path
) -> None:
    opened = opening.read(home, article)
    text = opened.article.text
    for quote, body, tags in (
        ("harbour froze", "Why *so*?", ("ice", "trade/routes")),
        ("year.\n\nNobody", "", ("to do",)),
        ("Ann Reed", "=1+1", ()),
    ):
        start = text.index(quote)
        span = Span(start, start + len(quote))
        annotating.annotate(home, opened, span, body=body, tags=tags)
        opened = opening.read(home, article)
    annotating.annotate(home, opened, None, body="Of all.", tags=("whole",))
    target = tmp_path / "out"
    written = exporting.export(home, exporting.Wanted(), name)
    exporting.put(written, target)
    other = open_home(places_in(tmp_path / "other"))
    knowing.add(other.places, [article.parent])
    made = taken(other, target)
    assert made.orphans == 0
    here = {one.quote: one for one in listing.listing(home)}
    there = {one.quote: one for one in listing.listing(other)}
    assert here.keys() == there.keys()
    for quote, one in here.items():
        two = there[quote]
        assert (one.start, one.end, one.state) == (two.start, two.end, two.state)
        assert (one.body, set(one.tags)) == (two.body, set(two.tags))
        assert one.created[:19] == two.created[:19] or (name, quote) == ("qdpx", "")
    assert not taken(other, target).new
    if name == "json":
        assert set(home.notes()) == set(other.notes())


@pytest.mark.parametrize("name", ["json", "w3c", "hypothesis", "qdpx"])
def test_a_passage_keeps_the_blanks_at_its_ends(
    name: str, home: Home, article: Path, tmp_path: Path
) -> None:
    opened = opening.read(home, article)
    start = opened.article.text.index(" froze twice ")
    annotating.annotate(home, opened, Span(start, start + 13))
    target = tmp_path / "out"
    exporting.put(exporting.export(home, exporting.Wanted(), name), target)
    other = open_home(places_in(tmp_path / "other"))
    knowing.add(other.places, [article.parent])
    taken(other, target)
    (one,) = listing.listing(other)
    assert (one.quote, one.start, one.end) == (" froze twice ", start, start + 13)


def test_a_text_is_folded_once_however_many_quotations_are_placed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folded: list[str] = []

    def counting(text: str) -> Folded:
        folded.append(text)
        return fold(text)

    monkeypatch.setattr(quoted_places, "fold", counting)
    places = quoted_places.QuotedPlaces(TEXT, "")
    for words in ("harbour", "froze twice", "kept the log"):
        found = places.anchor(ImportedNote("1", ImportedArticle(title="The Ice"), words))
        assert found is not None
        assert TEXT[found.start : found.end] == words
    assert folded == [TEXT]


@pytest.mark.parametrize(
    ("first", "length", "is_place"),
    [(0, 13, True), (2, 11, False), (0, 900, False), (0, 0, False), (7, 6, False)],
)
def test_offsets_alone_are_believed_between_words(
    first: int, length: int, is_place: bool, home: Home, article: Path, tmp_path: Path
) -> None:
    text = opening.read(home, article).article.text
    start = text.index("harbour froze") + first
    selector = {"type": "TextPositionSelector", "start": start, "end": start + length}
    found = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "Annotation",
        "bodyValue": "Why?",
        "target": {"source": article.as_uri(), "selector": selector},
    }
    path = tmp_path / "w3c.json"
    path.write_text(json.dumps(found), "utf-8")
    taken(home, path)
    (one,) = listing.listing(home)
    assert (one.quote, one.body, one.state) == (
        "harbour froze" if is_place else "",
        "Why?",
        "same",
    )


def test_a_dot_that_nests_elsewhere_is_the_one_of_a_tag_here(
    home: Home, article: Path, tmp_path: Path
) -> None:
    opened = opening.read(home, article)
    annotating.annotate(home, opened, Span(0, 3), tags=["law.fr", "2024/11"])
    path = tmp_path / "highlights.csv"
    rows = ("id,document,tag,content", "1,ice,law.fr,harbour froze", "1,ice,2024.11,harbour froze")
    path.write_text("\n".join((*rows, "1,ice,trade.routes,harbour froze")), "utf-8")
    made = taken(home, path)
    assert made.new[0].tags == ("law.fr", "2024/11", "trade/routes")
