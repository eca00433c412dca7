"""Parts of Markdown of highlights: the head that tells of the article, and the notes."""

from __future__ import annotations

from postil.imports.base.colours import nearest
from postil.imports.base.fields import word, words
from postil.imports.base.records import ImportedArticle, ImportedNote, made_up_id
from postil.imports.base.times import iso, worded
from postil.imports.services.markdown_words import passage, plain
from postil.model.values import dataclass, field, replace
from postil.text.lazy_regex import lazily

_DATE = lazily(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?)?(?:Z|[+-]\d\d:?\d\d)?")

ABOUT_ARTICLE = {
    "title": ("title", "full title", "book", "titel", "titre", "t\u00edtulo", "titolo"),
    "author": ("author", "authors", "autor", "auteur", "autore", "by", "book author"),
    "url": ("url", "source", "link", "source url", "address", "uri"),
}
"""What is said of an article, by the names that files have for it."""


@dataclass
class NoteRead:
    """A note that is being read."""

    quote: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    colour: str = ""
    id: str = ""
    kept: bool = False
    when: str = ""
    links: list[tuple[str, str]] = field(default_factory=list)
    whole: bool = False


def is_about(name: str) -> bool:
    """Tell whether a name is of something that is said of an article."""
    return any(name.casefold() in names for names in ABOUT_ARTICLE.values()) or (
        name.casefold() in ("category", "asin", "kategorie", "cover", "reference", "published")
    )


def front_matter(lines: list[str]) -> tuple[ImportedArticle, list[str]]:
    """Return what properties at the head of a file say of its article, and the lines behind."""
    article = ImportedArticle()
    if not lines or lines[0].strip() != "---":
        return article, lines
    end = next((at for at, line in enumerate(lines[1:2000], 1) if line.strip() == "---"), 0)
    if not end:
        return article, lines
    key = ""
    for line in lines[1:end]:
        name, colon, value = line.strip().partition(":")
        listed = line.strip().startswith("- ")
        if colon and not listed:
            key = name.strip().strip("\"'").casefold()
            value = value.strip()
        elif listed:
            value = line.strip()[2:]
        value = word(plain(value.strip().strip("\"'")))
        for known, names in ABOUT_ARTICLE.items():
            if key in names and value and not getattr(article, known):
                article = replace(article, **{known: value})
    return article, lines[end + 1 :]


def made(article: ImportedArticle, note: NoteRead) -> ImportedNote:
    """Return a note as it is imported."""
    found = passage("\n".join(note.quote))
    body = words("\n\n".join(one.strip() for one in note.said if one.strip()))
    identity = note.id or found.id
    tags = [*note.tags, *found.tags]
    when = note.when or found.when
    date = _DATE.search(when) if when else None
    return ImportedNote(
        id=identity or made_up_id(article.title, found.words or body),
        article=article,
        quote=words(found.words),
        body=body,
        tags=tuple(dict.fromkeys(filter(None, map(word, tags)))),
        colour=nearest(note.colour) if note.colour else None,
        colour_name=note.colour,
        created=iso(date[0]) if date else worded(when),
        keeps_id=note.kept,
        links=tuple(note.links),
    )
