"""Export formats by name: where each is written, and what of a dossier it asks for."""

from __future__ import annotations

from importlib import import_module

from postil.errors import BadRequest
from postil.export.base.dossier import Dossier, Written
from postil.model.values import NamedTuple
from postil.text.clean import clean_line


class Writer(NamedTuple):
    """A row of the table of formats."""

    name: str
    module: str
    """Below ``postil.export``."""
    suffix: str
    """Of the file, with its dot."""
    says: str
    """What it is, in a few words."""
    binary: bool = False
    """Whether it is no text that a terminal could show."""
    whole: bool = False
    """Whether it asks for the articles, and not only for their notes."""
    cited: bool = False
    """Whether it asks for finished citations."""
    records: bool = False
    """Whether it asks for the records of the sources, in the format of its name, and no more."""
    function: str = "write"
    """In the module; takes a dossier."""


WRITERS = (
    Writer(
        "markdown",
        "prose.markdown",
        ".md",
        "notes under headings, with quotations and sources",
        cited=True,
    ),
    Writer(
        "article",
        "prose.article",
        ".md",
        "the whole article, marked, with its notes as footnotes",
        whole=True,
        cited=True,
    ),
    Writer("obsidian", "prose.obsidian", ".md", "with properties, tags and block ids", cited=True),
    Writer("logseq", "prose.logseq", ".md", "an outline of blocks with properties", cited=True),
    Writer("org", "prose.org", ".org", "an entry a note, as org-remark has it", cited=True),
    Writer(
        "html",
        "page.page",
        ".html",
        "the articles with their notes beside them, as one page",
        whole=True,
        cited=True,
    ),
    Writer("w3c", "annotations.w3c", ".jsonld", "Web Annotations, in JSON-LD"),
    Writer("hypothesis", "annotations.hypothesis", ".json", "as Hypothesis exports and imports"),
    Writer("qdpx", "coding.qdpx", ".qdpx", "a project for QualCoder, NVivo and kin", binary=True),
    Writer("qdc", "coding.qdc", ".qdc", "the codebook alone, for the same"),
    Writer(
        "taguette-codebook",
        "coding.taguette",
        ".csv",
        "the tags with their definitions",
        function="codebook",
    ),
    Writer(
        "taguette-highlights",
        "coding.taguette",
        ".csv",
        "a row for each tag of each passage",
        function="highlights",
    ),
    Writer("readwise", "tables.readwise", ".csv", "the CSV that Readwise takes in"),
    Writer("xlsx", "tables.xlsx", ".xlsx", "a row a note, as a workbook", binary=True),
    Writer("bibtex", "tables.references", ".bib", "the sources, for LaTeX", records=True),
    Writer("biblatex", "tables.references", ".bib", "the same, for biblatex", records=True),
    Writer("ris", "tables.references", ".ris", "the sources, for reference managers", records=True),
    Writer("csl-json", "tables.references", ".json", "the same, in JSON", records=True),
    Writer("json", "tables.json_lines", ".jsonl", "all of each note, as Postil reads it back"),
    Writer("csv", "tables.comma_separated", ".csv", "a row a note, for spreadsheets"),
)
"""In the order in which they are offered."""


def writer_named(name: str) -> Writer:
    """Return a format by its name. Raises BadRequest for one that there is not."""
    found = next((one for one in WRITERS if one.name == name), None)
    if found is None:
        known = ", ".join(one.name for one in WRITERS)
        raise BadRequest(
            f"--format {clean_line(name, 60)}", "there is no such format", f"use {known}"
        )
    return found


def write(writer: Writer, dossier: Dossier) -> Written:
    """Return a dossier in a format; raises BadRequest where it holds nothing of it."""
    module = import_module(f"postil.export.{writer.module}")
    written = getattr(module, writer.function)(dossier)
    assert isinstance(written, Written), writer.name
    return written
