"""Manual pages from their sources: man(7) and mdoc(7), with tables."""

from __future__ import annotations

from postil.document.article.builder import Draft
from postil.document.article.metadata import from_mapping
from postil.document.formats import plain
from postil.document.formats.man.man_macros import ManPage
from postil.document.formats.man.man_names import OWN as MAN
from postil.document.formats.man.mdoc_macros import OWN as MDOC
from postil.document.formats.man.mdoc_macros import MdocPage
from postil.document.formats.man.roff import Roff
from postil.document.formats.markup.block_writer import BlockWriter
from postil.model.article import Block, BlockKind
from postil.model.source import Metadata
from postil.text.clean import clean_line
from postil.text.lazy_regex import lazily
from postil.text.progress import Progress

_MDOC = lazily(r"(?m)^[.'][ \t]*Dd\b")
MOST = 4 << 20
"""Code points that are read with their markup; what is longer is no document but a heap."""
_OFTEN = 64
"""Lines between two looks at whether to go on."""
_ENOUGH = 40
"""Blocks of a first screenful."""
_FIELDS = ("name", "section", "date", "source", "container-title")


def read(text: str, head: str, progress: Progress | None = None) -> Draft:
    """Read a page as it was decoded."""
    if len(text) > MOST:
        return plain.read_instead(text, head, progress, plain.too_large(MOST))
    return _read(text, progress)


def preview(head: str, whole: str | None) -> Draft:
    """Read the sections that the head holds to their end."""
    if whole is not None and len(whole) > MOST:
        return plain.preview_instead(head)
    return _read(head, None, first=True)


def _read(text: str, progress: Progress | None, *, first: bool = False) -> Draft:
    out = BlockWriter()
    mdoc = bool(_MDOC.search(text))
    roff = Roff(text, (MDOC if mdoc else MAN).__contains__)
    page = MdocPage(roff, out) if mdoc else ManPage(roff, out)
    settled = 0
    for count, line in enumerate(roff):
        if progress and count % _OFTEN == 0:
            progress(roff.share)
        if line.request in ("SH", "Sh") and not line.number < 0:
            page.close()
            settled = len(out.blocks)
            if first and settled > _ENOUGH:
                break
        page.line(line)
    page.close()
    out.close()
    blocks = out.blocks[:settled] if first else out.blocks
    return Draft(blocks, None, _metadata(page, out.blocks), _remarks(roff, blocks))


def _metadata(page: ManPage | MdocPage, blocks: list[Block]) -> Metadata:
    """Return the title as people cite pages, ``ls(1)``, its date and the manual that it is from."""
    given = dict(zip(_FIELDS, page.title, strict=False))
    name = clean_line(given.get("name", ""))
    if not name:
        return Metadata()
    spelt = _spelling(name, blocks)
    section = clean_line(given.get("section", ""))
    values: dict[str, object] = {"title": f"{spelt}({section})" if section else spelt}
    if date := given.get("date"):
        values["date"] = date
    manual = clean_line(given.get("container-title", ""))
    if _letters(manual) not in (_letters(name), _letters(f"{name}{section}"), ""):
        # Programs that make pages name the page itself where nobody has named the manual.
        values["container-title"] = manual
    return from_mapping(values, "document")[0]


def _letters(words: str) -> str:
    return "".join(sign for sign in words.casefold() if sign.isalnum())


def _spelling(name: str, blocks: list[Block]) -> str:
    """Return the name as the page spells it under NAME; in its title it stands in capitals."""
    for block in blocks[:4]:
        if block.kind is not BlockKind.HEADING:
            for word in block.text.split():
                if word.rstrip(",").lower() == name.lower():
                    return word.rstrip(",")
    return name.lower() if name.isupper() else name


def _remarks(roff: Roff, blocks: list[Block]) -> tuple[str, ...]:
    if not roff.follows:
        return ()
    files = ", ".join(dict.fromkeys(clean_line(one, 100) for one in roff.follows[:5]))
    if blocks:
        return (f"It includes other files, which are not read: {files}.",)
    return (f"It only leads to another page, which is not opened: {files}.",)
