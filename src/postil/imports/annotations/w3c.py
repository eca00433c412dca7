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

_LISTS = ("items", "first", "@graph", "resources")


def looks(file: ImportFile) -> bool:
    """Tell whether a file is one of these."""
    head = file.data[: 1 << 16]
    return b"w3.org/ns/anno" in head or (b'"Annotation"' in head and b'"target"' in head)


def read(file: ImportFile) -> Imported:
    """Read all annotations. Raises BadRequest for a file without any list of them."""
    found = json_of(file.data)
    rows = list(_rows(found))
    if not rows and not any(name in mapping(found) for name in _LISTS):
        raise BadRequest("the file", "there is no annotation in it")
    return Imported(tuple(note for row in rows for note in _notes(row)))


def _rows(found: object) -> Iterator[Mapping[str, object]]:
    if isinstance(found, list):
        for one in found:
            yield from _rows(one)
        return
    row = mapping(found)
    if "target" in row:
        yield row
    for name in _LISTS:
        inner = row.get(name)
        if isinstance(inner, (dict, list)):
            yield from _rows(inner)


def _notes(row: Mapping[str, object]) -> Iterator[ImportedNote]:
    """Yield the note of an annotation: one for each passage that it is about."""
    texts, tags, links, colour = _bodies(row)
    people = [mapping(one) for one in _several(row.get("creator"))]
    maker = next((word(one.get("name")) or word(one.get("nickname")) for one in people), "")
    for at, one in enumerate(list(_several(row.get("target"))) or [""]):
        target = mapping(one)
        source = target.get("source", one)
        uri = word(source) or word(mapping(source).get("id")) or word(target.get("id"))
        place = selected(target.get("selector"))
        if at and not (place.quote or place.end):
            continue
        name = word(target.get("styleClass")).removeprefix("postil-") or colour
        cached = word(mapping(target.get("state")).get("cached"))
        identity = word(row.get("id")) or made_up_id(uri, place.quote, *texts)
        yield ImportedNote(
            id=f"{identity}#{at + 1}" if at else identity,
            article=ImportedArticle(
                url=uri,
                digest=_digest(uri) or _digest(cached),
                title=word(mapping(source).get("title")),
                file=_file(uri),
            ),
            quote=place.quote,
            prefix=place.prefix,
            suffix=place.suffix,
            start=place.start,
            end=place.end,
            body="\n\n".join(texts),
            tags=tuple(dict.fromkeys(tags)),
            colour=nearest(name) if name else None,
            colour_name=name,
            created=iso(word(row.get("created"))) or iso(word(row.get("modified"))),
            maker=maker,
            links=tuple(links),
        )


def _bodies(
    row: Mapping[str, object],
) -> tuple[list[str], list[str], list[tuple[str, str]], str]:
    """Return what the bodies of an annotation say: texts, tags, links and a colour."""
    texts, tags, links, colour = [], [], [], ""
    motives = {word(one) for one in _several(row.get("motivation"))}
    for body in _chosen(row.get("body")):
        about = mapping(body)
        purpose = {word(one) for one in _several(about.get("purpose"))}
        if not purpose and motives == {"tagging"}:
            # The annotation\u2019s own motive is what each of its bodies is for.
            purpose = motives
        if "linking" in purpose:
            kind = word(about.get("styleClass")).removeprefix("postil-")
            links.append((kind or "see-also", word(about.get("source"))))
        value = _value(body)
        if not value:
            continue
        if "tagging" in purpose:
            tags.append(" ".join(value.split()))
        elif "highlighting" in purpose and nearest(value):
            colour = word(value)
        else:
            texts.append(value)
    texts += [words(row["bodyValue"])] if isinstance(row.get("bodyValue"), str) else []
    return texts, tags, links, colour


def _chosen(bodies: object) -> Iterator[object]:
    """Yield bodies; of a choice the first, which is the one to be shown."""
    for body in _several(bodies):
        items = listed(mapping(body).get("items"))
        chosen = word(mapping(body).get("type")) == "Choice"
        yield from items[:1] if chosen else items or (body,)


def _digest(uri: str) -> str:
    return uri.removeprefix("urn:sha256:") if uri.startswith("urn:sha256:") else ""


def _file(uri: str) -> str:
    """Return the name of the file that an address leads to; "" for what is elsewhere."""
    is_path = uri.startswith("file:") or ":" not in uri
    return unquote(uri.partition("#")[0]).rpartition("/")[2] if is_path else ""


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
