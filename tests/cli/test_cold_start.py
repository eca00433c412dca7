"""A short command loads little: what it loads is counted, so that no clock has to be asked."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.house import SRC

SHOWN = "import sys; from postil.cli.main import run; run(sys.argv[1:]); print(*sys.modules)"

SLOW = {
    *("ast", "dataclasses", "dis", "inspect", "tokenize"),
    *("bz2", "gzip", "lzma", "random", "shutil", "tempfile"),
    *("platform", "uuid"),
    *("calendar", "difflib", "email", "importlib.metadata", "subprocess", "zoneinfo"),
    *("platformdirs", "regex", "rich", "textual", "citeproc", "markdown_it", "yaml", "rapidfuzz"),
    "budoux",
}
"""What takes milliseconds to load, and is needed where archives, styles or Markdown are read."""

NOT_FOR_NOTES = {
    "postil.attribution",
    "postil.anchoring",
    "postil.search",
    "postil.cite.record.items",
}
"""What an article without notes does without."""

VERBS = {
    "outline": (("outline", "{}"), 66, SLOW | {"hashlib", "tinydb", "postil.config"}),
    "notes": (("notes", "{}"), 168, SLOW | NOT_FOR_NOTES | {"tinydb"}),
    "cite": (("cite", "{}", "--at", "0:9"), 219, SLOW | {"postil.search", "postil.anchoring"}),
    "find": (("find", "discs", "{}"), 74, SLOW | {"hashlib", "tinydb", "postil.config"}),
}
"""Each with the most modules of Postil that it may load, and those that it may not."""


@pytest.mark.parametrize("verb", VERBS)
def test_a_short_command_loads_little(verb: str, tmp_path: Path) -> None:
    words, most, barred = VERBS[verb]
    article = tmp_path / "discs.txt"
    article.write_text("The Discs\n\nThe discs come at night, and nobody asks.\n", "utf-8")
    environ = {"HOME": str(tmp_path), "PATH": os.environ["PATH"], "PYTHONPATH": str(SRC.parent)}
    command = [sys.executable, "-c", SHOWN, *(word.format(article) for word in words)]
    done = subprocess.run(
        command, capture_output=True, text=True, timeout=60, env=environ, check=True
    )
    loaded = set(done.stdout.splitlines()[-1].split())
    assert "postil.cli.main" in loaded
    assert loaded & barred == set()
    ours = sorted(name for name in loaded if name.split(".")[0] == "postil")
    assert len(ours) <= most, f"{len(ours)} modules: {' '.join(ours)}"
