"""Opens every file of a folder in the whole app, and tells what was not right, a line each.

From the root of the project, with a folder of hostile files; where a ``MANIFEST.json`` in it lists
them (``name``, and ``absent``: words that must never reach the terminal), those that it lists:

    python -m tests.bench.hostile FOLDER [--only WORD] [--seconds 3] [--megabytes 600]

Right is: nothing that acts on a terminal but what the app writes for a harmless text as well, an
end at ``q`` or a refusal in words, and no more time of the processor and memory than that.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench.hostile.opening import Opening, opened
from tests.bench.hostile.sequences import kinds

_HARMLESS = "A title\n\n" + "\n\n".join(["Some harmless words of a text, over and over. " * 9] * 60)
_NAMES = ("HOME", "STATE", "CONFIG", "CACHE")


@dataclass(frozen=True)
class Limits:
    """What opening a file may take."""

    seconds: float
    megabytes: float


def listed(folder: Path) -> list[tuple[str, Sequence[str]]]:
    """Return the names of the files, and what must not be written of each."""
    manifest = folder / "MANIFEST.json"
    if not manifest.exists():
        return [(name, ()) for name in sorted(os.listdir(folder))]  # noqa: PTH208 - names alone
    entries = json.loads(manifest.read_text("utf-8"))
    return [(entry["name"], entry.get("absent", ())) for entry in entries]


def wrong(found: Opening, usual: set[str], absent: Sequence[str], most: Limits) -> list[str]:
    """Return what was not right."""
    text = found.written.decode("utf-8", "replace")
    faults = [f"wrote {kind}" for kind in sorted(kinds(found.written) - usual)]
    faults += [f"leaked {words!a}" for words in absent if words in text]
    if "Traceback" in text:
        faults.append("a traceback")
    if found.status is None:
        faults.append("did not end at q")
    elif found.status not in (0, 2):
        faults.append(f"status {found.status}")
    if not found.shown.strip() and found.status != 0:
        faults.append("nothing was said")
    if found.cpu > most.seconds:
        faults.append(f"{found.cpu:.1f} s of CPU")
    if found.peak > most.megabytes:
        faults.append(f"{found.peak:.0f} MB")
    return faults


def main() -> int:
    """Open them all; return 1 if anything was not right."""
    given = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    given.add_argument("folder", type=Path)
    given.add_argument("--only", default="")
    given.add_argument("--seconds", type=float, default=3)
    given.add_argument("--megabytes", type=float, default=600)
    options = given.parse_args()
    files = [one for one in listed(options.folder) if options.only in one[0]]
    faulty, slowest, peak = 0, 0.0, 0.0
    with tempfile.TemporaryDirectory(prefix="hostile-") as scratch:
        environ = {f"POSTIL_{name}": str(Path(scratch, name.lower())) for name in _NAMES}
        harmless = Path(scratch, "harmless.txt")
        harmless.write_text(_HARMLESS, "utf-8")
        plain = opened(str(harmless), environ)
        gone = opened(str(harmless.with_name("gone.txt")), environ)
        own = (plain.written + gone.written).decode("utf-8", "replace")
        usual = kinds(plain.written) | kinds(gone.written)
        print(f"a harmless text: {plain.cpu:.1f} s of CPU, {plain.peak:.0f} MB")
        most = Limits(plain.cpu + options.seconds, options.megabytes)
        for name, unwanted in files:
            found = opened(str(options.folder / name), environ)
            slowest, peak = max(slowest, found.cpu - plain.cpu), max(peak, found.peak)
            absent = [words for words in unwanted if words not in own]
            if faults := wrong(found, usual, absent, most):
                faulty += 1
                print(f"{name!a}: {'; '.join(faults)}", flush=True)
    print(f"{len(files) - faulty} of {len(files)} right; slowest {slowest:.1f} s of CPU more")
    print(f"peak {peak:.0f} MB")
    return int(faulty > 0)


if __name__ == "__main__":
    raise SystemExit(main())
