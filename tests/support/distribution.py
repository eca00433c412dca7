"""Checks what was built: ``python -m tests.support.distribution FOLDER`` says what is amiss."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).parents[2]
PACKAGE = "postil"
MANUAL = "share/man/man1"
"""Where the pages of the manual are installed, below the prefix of the environment."""

GUIDE = f"{PACKAGE}/guide"
"""The folder of the wheel that holds the articles of the project."""


def wanted_in_wheel(root: Path = ROOT) -> set[str]:
    """Return the files that a wheel holds besides its own notes: the package and the articles."""
    source = root / "src"
    return {path.relative_to(source).as_posix() for path in _files(source / PACKAGE)} | {
        *(f"{GUIDE}/{path.name}" for path in _files(root / "articles")),
        *(f"{MANUAL}/{path.name}" for path in _files(root / "docs" / "man")),
    }


def _files(folder: Path) -> Iterator[Path]:
    """Yield the files below a folder, without what Python has made of them."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            yield path


def wheel_faults(names: Iterable[str], wanted: set[str]) -> list[str]:
    """Say what a wheel lacks, and what has no business in it."""
    held = {_installed(name) for name in names if not _is_note(name)}
    faults = [f"the wheel lacks {name}" for name in sorted(wanted - held)]
    return faults + [f"the wheel holds {name}" for name in sorted(held - wanted)]


def _installed(name: str) -> str:
    """Return the name without the folder of a wheel for what lies outside of packages."""
    first, _, rest = name.partition("/")
    return rest.removeprefix("data/") if first.endswith(".data") else name


def _is_note(name: str) -> bool:
    return PurePosixPath(name).parts[0].endswith(".dist-info")


def sdist_faults(names: Iterable[str], tracked: Iterable[str]) -> list[str]:
    """Say which files of the project a source archive lacks; its own folder comes before each."""
    held = {name.partition("/")[2] for name in names}
    return [f"the source archive lacks {name}" for name in sorted(set(tracked) - held)]


def tracked(root: Path = ROOT) -> list[str]:
    """Return the files that git keeps; none where it cannot be asked."""
    command = ["git", "-C", str(root), "ls-files", "-z"]
    try:
        done = subprocess.run(command, capture_output=True, check=False)
    except FileNotFoundError:
        return []
    names = done.stdout.decode().split("\0")
    return [name for name in names if name and (root / name).exists()]


def run_faults(folder: Path) -> list[str]:
    """Run what was unpacked in a folder; say what it cannot do without the checkout."""
    environ = os.environ | {"PYTHONPATH": str(folder)}
    command = [sys.executable, "-P", "-m", PACKAGE]
    done = subprocess.run(
        [*command, "guide"], env=environ, cwd=folder, capture_output=True, text=True, check=False
    )
    guide = folder / GUIDE / "postil-guide.md"
    if done.returncode != 2 or f"postil text {guide}" not in done.stderr:
        return [f"postil guide does not find {GUIDE}: {done.stderr.strip()}"]
    done = subprocess.run(
        [*command, "outline", guide],
        env=environ,
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode or "A guide to Postil" not in done.stdout:
        return [f"postil outline does not read the guide: {done.stderr.strip()}"]
    return []


def main(folder: Path) -> int:
    """Look at the newest wheel and source archive of a folder; return an exit status."""
    (wheel,) = folder.glob("*.whl")
    (sdist,) = folder.glob("*.tar.gz")
    wanted = wanted_in_wheel()
    with zipfile.ZipFile(wheel) as archive, tempfile.TemporaryDirectory() as place:
        faults = wheel_faults(archive.namelist(), wanted)
        archive.extractall(place)
        faults += run_faults(Path(place).resolve())
    with tarfile.open(sdist) as archived:
        names = archived.getnames()
    faults += sdist_faults(names, tracked())
    data = sorted(name for name in wanted if not name.endswith(".py"))
    lines = [f"{wheel.name}: {len(wanted)} files, among them", *(f"  {name}" for name in data)]
    lines += [f"{sdist.name}: {len(names)} files", *faults]
    sys.stdout.write("\n".join(lines) + "\n")
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1])))
