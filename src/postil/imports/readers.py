"""Import formats by name and by their looks: where each is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module

from postil.errors import BadRequest
from postil.imports.base.records import Imported, ImportedNote, ImportFile
from postil.model.values import NamedTuple, replace
from postil.text.clean import clean_line


class Reader(NamedTuple):
    """A row of the table of formats."""

    name: str
    module: str
    """Below ``postil.imports``."""
    read: str = "read"
    """Its function that takes a file."""
    looks: str = "looks"
    """Its function that tells whether a file is one of these."""


READERS = (
    Reader("json", "own.json_lines"),
    Reader("w3c", "annotations.w3c"),
    Reader("hypothesis", "annotations.hypothesis", "read_json", "looks_json"),
    Reader("hypothesis-csv", "annotations.hypothesis", "read_csv", "looks_csv"),
    Reader("readwise", "services.readwise"),
    Reader("kindle", "devices.kindle"),
    Reader("kindle-notebook", "devices.kindle_notebook"),
    Reader("koreader", "devices.koreader"),
    Reader("koreader-json", "devices.koreader", "read_json", "looks_json"),
    Reader("kobo", "devices.kobo"),
    Reader("calibre", "devices.calibre"),
    Reader("moonreader", "devices.moonreader"),
    Reader("zotero-json", "services.zotero", "read_json", "looks_json"),
    Reader("zotero-rdf", "services.zotero", "read_rdf", "looks_rdf"),
    Reader("omnivore", "services.omnivore"),
    Reader("taguette", "coding.taguette"),
    Reader("qdpx", "coding.qdpx"),
    Reader("markdown", "services.markdown"),
)
"""In the order in which a file is asked for its looks: the surest first."""


def reader_named(name: str) -> Reader:
    """Return a format by its name. Raises BadRequest for one that there is not."""
    found = next((one for one in READERS if one.name == name), None)
    if found is None:
        known = ", ".join(one.name for one in READERS)
        raise BadRequest(
            f"--format {clean_line(name, 60)}", "there is no such format", f"use {known}"
        )
    return found


def reader_of(file: ImportFile) -> Reader:
    """Return the format that a file has. Raises BadRequest for none that is known."""
    for one in READERS:
        if getattr(import_module(f"postil.imports.{one.module}"), one.looks)(file):
            return one
    known = ", ".join(one.name for one in READERS)
    raise BadRequest(
        clean_line(file.name, 200),
        "it is in no form of notes that Postil knows",
        f"name its form by --format: {known}",
    )


def read(reader: Reader, file: ImportFile) -> Imported:
    """Return what a file holds. Raises BadRequest for one that cannot be read in this format."""
    module = import_module(f"postil.imports.{reader.module}")
    try:
        found = getattr(module, reader.read)(file)
    except BadRequest as error:
        raise BadRequest(
            clean_line(file.name, 200), f"{error.what}: {error.why}", "see to the file"
        ) from None
    assert isinstance(found, Imported), reader.name
    return Imported(tuple(_apart(found.notes)), found.skipped, found.tags)


def _apart(notes: Iterable[ImportedNote]) -> Iterator[ImportedNote]:
    """Yield notes with ids of their own: records on the same words are told by their order."""
    seen: dict[str, int] = {}
    for one in notes:
        again = seen[one.id] = seen.get(one.id, -1) + 1
        yield replace(one, id=f"{one.id}-{again}") if again else one
