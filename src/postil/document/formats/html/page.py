"""Web pages: bytes in, blocks of the article and what the page says of it out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from postil.document.article.builder import Draft, DraftPiece, Place
from postil.document.base.request import Request
from postil.document.formats.html.addresses import Addresses, without_signs
from postil.document.formats.html.clutter import find_clutter
from postil.document.formats.html.facts.head_tags import PageFacts
from postil.document.formats.html.facts.metadata import metadata_of, metadata_of_piece
from postil.document.formats.html.heading_looks import find_looks
from postil.document.formats.html.kin_parts import find_kin
from postil.document.formats.html.main_text import find_beside, find_layouts
from postil.document.formats.html.notes import find_notes
from postil.document.formats.html.page_talk import Talk
from postil.document.formats.html.pieces import address_in, find_pieces, heading_of
from postil.document.formats.html.prose import Prose
from postil.document.formats.html.source.charset import page_text
from postil.document.formats.html.source.shadow_roots import composed
from postil.document.formats.html.source.tree import Tree, parse
from postil.document.formats.html.source.web_archive import is_archive, page_of
from postil.document.formats.html.titles import find_title, folded
from postil.document.formats.html.writing import PIECE, PIECE_END, Page, Writing
from postil.model.article import Block
from postil.model.source import Metadata
from postil.text.progress import within

_FIRST = 60
"""Blocks of a first screenful."""
_LONG = 1 << 18
"""Letters of a page that has a first screenful."""
_PARSED = 0.5
"""Share of the work that is parsing."""


def drafts(request: Request) -> Iterator[Draft]:
    """Yield the first blocks of a long page, and then the whole.

    Raises NotText for what is no text, NotReadable for what is too large.
    """
    data, address = request.data, ""
    if archived := is_archive(data):
        data, address = page_of(data, request.name)
    decoded = page_text(data, request.name, request.encoding)
    tree = parse(decoded.text, request.name, within(request.progress, 0, _PARSED))
    page, facts = look_through(composed(tree), address, request.name, archived=archived)
    writing = Writing(page)
    progress = within(request.progress, _PARSED, 1)
    early = len(decoded.text) < _LONG
    for share in writing.write():
        if progress:
            progress(share)
        if not early and len(writing.writer.blocks) > _FIRST:
            early = True
            yield Draft(
                tuple(writing.writer.blocks[:_FIRST]),
                metadata=metadata_of(facts, writing.writer.blocks),
                complete=False,
            )
    writer = writing.writer
    places = writer.anchors()
    about = _of_page(facts, writer.blocks, places)
    yield Draft(
        tuple(writer.blocks),
        metadata=about,
        remarks=decoded.remarks,
        encoding=decoded.told,
        pieces=tuple(_pieces(page, facts, about, writer.blocks, places)),
        anchors={name: place for name, place in places.items() if name[:1] != "\0"},
    )


def _of_page(facts: PageFacts, blocks: Sequence[Block], places: Mapping[str, Place]) -> Metadata:
    """Return what is known of a page; of one of several articles, by what stands before them."""
    first = places.get(f"{PIECE}0") if facts.several else None
    return metadata_of(facts, blocks if first is None else blocks[: first.block])


def _pieces(
    page: Page,
    facts: PageFacts,
    about: Metadata,
    blocks: Sequence[Block],
    places: Mapping[str, Place],
) -> Iterator[DraftPiece]:
    for at, number in page.pieces.items():
        start, end = places.get(f"{PIECE}{number}"), places.get(f"{PIECE_END}{number}")
        if start is None or end is None:
            continue
        heading = heading_of(page.tree, page.gone, at)
        address = page.addresses.resolve(address_in(page.tree, at, heading))
        if address[:1] == "#":
            address = f"{facts.url}{address}" if facts.url else ""
        own = blocks[start.block : end.block]
        yield DraftPiece(start, end, metadata_of_piece(facts, about, at, heading, address, own))


def look_through(
    tree: Tree, saved_from: str = "", name: str = "", *, archived: bool = False
) -> tuple[Page, PageFacts]:
    """Settle what of a page is written, and what the page says of itself.

    ``saved_from`` is where the page is from, if it does not say so itself; ``name`` is that of
    its file.
    """
    facts = PageFacts(tree)
    facts.url = facts.url or (saved_from if saved_from[:4] == "http" else "")
    prose = Prose(tree)
    title = find_title(tree, facts.title_element)
    gone = bytearray(len(tree.tags) + 1)
    clutter = find_clutter(tree, prose, title)
    prose.without(clutter)
    beside, _ = find_beside(tree, prose, clutter, title)
    prose.without(beside)
    for start, _ in (*clutter, *beside):
        gone[start] = 1
    kin = find_kin(tree, prose, gone, title)
    prose.without([(at, tree.ends[at]) for at in kin])
    for at in kin:
        gone[at] = 1
    Talk(tree, prose, gone, title, news=facts.is_news, own=name).find()
    without_signs(tree, gone)
    pieces = find_pieces(tree, prose, gone, facts)
    _settle(facts, title, gone, pieces)
    notes = find_notes(tree)
    names = frozenset(
        address[1:]
        for at in tree.named("a")
        if (address := tree.attributes[at].get("href")) and address[:1] == "#"
    )
    lead = title if title >= 0 and _is_gone(tree, gone, title) else -1
    looks = find_looks(tree, prose, gone)
    addresses = Addresses(facts.url, names, archived=archived)
    layouts = find_layouts(tree, prose, looks.levels)
    numbers = {at: number for number, at in enumerate(pieces)}
    return Page(tree, gone, notes, looks, addresses, names, numbers, layouts, lead), facts


def _settle(facts: PageFacts, title: int, gone: bytearray, pieces: Sequence[int]) -> None:
    """Let a page of several articles say nothing that one of them says of itself.

    Where the title element names one of them, that is the page's main article.
    """
    facts.title, facts.gone = title, gone
    tree = facts.tree
    within = any(at <= title < tree.ends[at] for at in pieces)
    if not pieces or (within and folded(tree.text(title)) in folded(facts.title_element)):
        return
    facts.several, facts.gone = True, bytearray(gone)
    for at in pieces:
        facts.gone[at] = 1
    facts.title = -1 if within else title
    for name in ("title", "author", "issued", "updated", "url", "type"):
        facts.json.pop(name, None)


def _is_gone(tree: Tree, gone: bytearray, at: int) -> bool:
    while at >= 0:
        if gone[at]:
            return True
        at = tree.parents[at]
    return False
