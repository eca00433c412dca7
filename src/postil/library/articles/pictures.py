"""Pictures of an article, found for the system's viewer: beside it, or within its own file.

Nothing is fetched. What lies in the file is put into the cache, once the reader has asked for it.
"""

from __future__ import annotations

import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from urllib.parse import unquote, urljoin

from postil.config import Places
from postil.document.bytes.pictures import is_picture, picture_suffix
from postil.document.bytes.read_file import read_bytes, shown
from postil.errors import BadRequest, CannotOpen
from postil.model.article import PICTURE, Article
from postil.store.disk.durable import as_cannot_write, is_file, make_folder, replace
from postil.store.disk.lock import Lock
from postil.text.clean import clean_line

_HEAD = 16
_SHOWN = 80


def picture(places: Places, article: Path | None, target: str) -> Path:
    """Return the file of a picture, by the target that the article gives it.

    Raises BadRequest for what is none, or lies elsewhere, CannotOpen and CannotWrite.
    """
    what = clean_line(target.removeprefix(PICTURE), _SHOWN) or "this picture"
    if article is None:
        raise BadRequest(what, "the article is no file, so nothing lies beside it", "open its file")
    if target.startswith(PICTURE):
        return _taken_out(places, article, target.removeprefix(PICTURE), what)
    found = _beside(article, unquote(target))
    if found is None:
        raise BadRequest(
            what, "no such picture lies beside the article", "see where the article has it from"
        )
    return found


def named(target: str, words: str) -> str:
    """Return what a picture is called to a reader: by its file's name, else by what it shows."""
    name = target.removeprefix(PICTURE)
    if target.startswith(PICTURE) and name.startswith(("data:", "part:data:")):
        return words or "a picture that stands in the page"
    return name.removeprefix("part:") or words


def elsewhere(article: Article, path: Path | None, target: str) -> str:
    """Return where on the web a picture lies that does not lie beside its article; "" for nowhere.

    A page that was fetched, or saved without its pictures, names them by their way from its own
    address.
    """
    page = article.metadata.url
    if target.startswith(PICTURE) or page[:4].lower() != "http":
        return ""
    if path is not None and _beside(path, unquote(target)) is not None:
        return ""
    try:
        whole = urljoin(page, target)
    except ValueError:
        return ""
    return whole if whole[:4].lower() == "http" else ""


def _beside(article: Path, target: str) -> Path | None:
    """Return a picture in the folder of the article, or in one below it."""
    if not target or "\0" in target or ":" in target or not is_picture(target):
        return None
    folder = Path(os.path.realpath(article.parent))
    path = Path(os.path.realpath(folder / target))
    with suppress(OSError):
        if path.is_relative_to(folder) and is_file(path):
            with path.open("rb") as file:
                return path if picture_suffix(file.read(_HEAD)) else None
    return None


def _taken_out(places: Places, article: Path, member: str, what: str) -> Path:
    """Put a picture of the article's own file into the cache; return where it is."""
    # What reads archives and pages is loaded for a picture alone.
    from postil.document.inner_pictures import read

    data = read(read_bytes(article), shown(Path(article.name)), member)
    suffix = picture_suffix(data[:_HEAD])
    if not suffix:
        raise CannotOpen(what, "it is no picture, whatever its name says", "leave it closed")
    folder = places.cache / "pictures"
    path = folder / f"{sha256(data).hexdigest()[:32]}{suffix}"
    with Lock(places.cache / "pictures.lock").exclusive(), as_cannot_write(path):
        make_folder(folder)
        replace(path, (data,))
    return path
