"""W3C Web Annotations: an annotation, a list, a page or a collection of them, in JSON-LD."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import unquote

from postil.errors import BadRequest
from postil.imports.annotations.selectors import selected
from postil.imports.base.colours import nearest
from postil.imports.base.fields import html_text, json_of, listed, mapping, word, words
from postil.imports.base.records import (
    Imported,
    ImportedArticle,
    ImportedNote,
    ImportFile,
    made_up_id,
)
from postil.imports.base.times import iso


def looks(file: ImportFile) -> bool:
    """Tell whether a file is one of these."""
    head = file.data[: 1 << 16]
    return b"w3.org/ns/anno" in head or (b'"Annotation"' in head and b'"target"' in head)


def read(file: ImportFile) -> Imported:
    """Read all annotations. Raises BadRequest for a file without any list of them."""
    rows = list(_rows(json_of(file.data)))
    if not rows:
        raise BadRequest("the file", "there is no annotation in it")
    return Imported(tuple(_note(row) for row in rows))


def _rows(found: object) -> Iterator[Mapping[str, object]]:
    if isinstance(found, list):
        for one in found:
            yield from _rows(one)
        return
    row = mapping(found)
    if "target" in row:
        yield row
    for name in ("items", "first", "@graph"):
        inner = row.get(name)
        if isinstance(inner, (dict, list)):
            yield from _rows(inner)


def _note(row: Mapping[str, object]) -> ImportedNote:
    targets = list(_several(row.get("target")))
    target = mapping(targets[0]) if targets else {}
    source = target.get("source", targets[0] if targets else "")
    uri = word(source) or word(mapping(source).get("id")) or word(target.get("id"))
    place = selected(target.get("selector"))
    texts, tags, links = [], [], []
    for body in _several(row.get("body")):
        purpose = {word(one) for one in _several(mapping(body).get("purpose"))}
        if "linking" in purpose:
            kind = word(mapping(body).get("styleClass")).removeprefix("postil-")
            links.append((kind or "see-also", word(mapping(body).get("source"))))
        value = _value(body)
        if not value:
            continue
        if "tagging" in purpose:
            tags.append(" ".join(value.split()))
        else:
            texts.append(value)
    texts += [words(row["bodyValue"])] if isinstance(row.get("bodyValue"), str) else []
    creator = row.get("creator")
    people = [mapping(one) for one in _several(creator)]
    maker = next((word(one.get("name")) or word(one.get("nickname")) for one in people), "")
    name = word(target.get("styleClass")).removeprefix("postil-")
    cached = word(mapping(target.get("state")).get("cached"))
    digest = next(
        (one.removeprefix("urn:sha256:") for one in (uri, cached) if one.startswith("urn:sha256:")),
        "",
    )
    return ImportedNote(
        id=word(row.get("id")) or made_up_id(uri, place.quote, *texts),
        article=ImportedArticle(
            url=uri,
            digest=digest,
            title=word(mapping(source).get("title")),
            file=unquote(uri).rpartition("/")[2] if uri.startswith("file:") else "",
        ),
        quote=place.quote,
        prefix=place.prefix,
        suffix=place.suffix,
        start=place.start,
        body="\n\n".join(texts),
        tags=tuple(dict.fromkeys(tags)),
        colour=nearest(name) if name else None,
        colour_name=name,
        created=iso(word(row.get("created"))),
        maker=maker,
        links=tuple(links),
    )


def _value(body: object) -> str:
    """Return the text of a body; one in HTML comes in as text."""
    if isinstance(body, str):
        return ""  # It is the address of something elsewhere.
    found = mapping(body)
    value = found.get("value", found.get("chars"))
    if not isinstance(value, str):
        return ""
    return html_text(value) if word(found.get("format")) == "text/html" else words(value)


def _several(found: object) -> Iterable[object]:
    if found is None:
        return ()
    return listed(found) if isinstance(found, list) else (found,)
