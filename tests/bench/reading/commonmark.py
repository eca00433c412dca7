"""The canonical text of CommonMark's examples, beside a plain parser's rendering as text.

    python -m tests.bench.reading.commonmark [--spec spec.txt]

From the root of the project. Without a file, the npm package commonmark-spec is fetched into a
temporary folder; its text is licensed CC-BY-SA and is no part of Postil. Prints how many examples
read alike, each that does not, and why where that is meant.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import tarfile
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from postil.document.pipeline import whole
from tests.document.formats.markdown.rendered import rendered, shown

_EXAMPLE = re.compile(r"(?ms)^`{32} example\n(.*?)^\.\n(.*?)^`{32}$")
ARGUED: Mapping[int, str] = {
    98: "Two rules with nothing between them, at the beginning, are empty front matter.",
    353: "A no-break space is a blank in all of Postil's texts, so this is an item.",
    590: "A name in two brackets behind an exclamation mark is a picture of a wiki.",
}
"""Examples, by number in 0.31.2, that read otherwise on purpose."""


def spec() -> str:
    """Return the specification as npm has it."""
    with TemporaryDirectory() as folder:
        subprocess.run(
            ["npm", "pack", "--silent", "commonmark-spec@0.31.2"],
            cwd=folder,
            check=True,
            capture_output=True,
        )
        (package,) = Path(folder).glob("*.tgz")
        with tarfile.open(package) as archive:
            held = archive.extractfile("package/spec.txt")
            assert held
            return held.read().decode()


def examples(text: str) -> list[str]:
    """Return the Markdown of each example."""
    return [found[1].replace("→", "\t") for found in _EXAMPLE.finditer(text)]


def main() -> int:
    """Compare; return 1 if an example differs of which nobody has said why."""
    given = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    given.add_argument("--spec", type=Path)
    path = given.parse_args().spec
    tried = examples(path.read_text() if path else spec())
    differ = []
    for number, text in enumerate(tried, 1):
        ours = shown(whole(text.encode(), "example.md", Path("example.md")))
        theirs = rendered(text)
        if ours != theirs:
            differ.append(number)
            print(f"{number}: {ARGUED.get(number, repr(text))}")
            if number not in ARGUED:
                print(f"  ours   {ours}\n  theirs {theirs}")
    argued = len([number for number in differ if number in ARGUED])
    print(f"{len(tried) - len(differ)} of {len(tried)} equal, {argued} argued")
    return int(len(differ) > argued)


if __name__ == "__main__":
    raise SystemExit(main())
