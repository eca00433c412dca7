"""What no official style may print, whatever it cites."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from postil.cite.styles.catalogue import language
from postil.csl import Citation, Cite, Processor, read_style
from tests.bench import differential
from tests.bench.all_styles import styles

EVERY = 400
"""Of how many styles one is looked at here; the bench looks at all."""

FAULTS = re.compile(r"\(\s*\)|\[\s*\]|\u201c\s*\u201d|\u00ab\s*\u00bb|\{\s*\}|,,|;;|::|!!|  ")
"""Empty brackets and quotations, the same mark twice, two blanks."""

ITEMS = json.loads(Path(differential.__file__).with_name("items.json").read_text("utf-8"))


@pytest.mark.parametrize("path", styles()[::EVERY], ids=lambda path: path.stem)
def test_no_bracket_is_empty_and_no_mark_or_blank_stands_twice(path: Path) -> None:
    style = read_style(path.read_bytes())
    made = Processor(style, ITEMS, language)
    cited = [
        Citation([Cite(item["id"])], at if style.is_note else 0) for at, item in enumerate(ITEMS, 1)
    ]
    shown = [*made.cited(cited), *made.bibliography()]
    assert [one for one in shown if FAULTS.search(one)] == []
