"""Walking by words through scripts that part them by no blank."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.journeys.driving import reading

TEXTS = {
    "ja": "毎朝、図書館へ行く。",
    "zh": "我们在图书馆等你。",
    "th": "เด็กสองคนถือตะกร้าใบหนึ่ง",
    "km": "ភាសាខ្មែរ។",
}


@pytest.mark.parametrize(
    ("script", "keys", "chosen"),
    [
        ("ja", "v x w w", "図書館へ行く。"),
        ("ja", "v x w w w", "へ行く。"),
        ("ja", "v x w w w b", "図書館へ行く。"),
        ("ja", "v x w w x b b", "図書館へ"),
        ("ja", "v x w w e", "館へ行く。"),
        ("zh", "v x w w", "图书馆等你。"),
        ("zh", "v x w w w w b", "等你。"),
        ("th", "v x w w w w", "ตะกร้าใบหนึ่ง"),
        ("th", "v x w w w w e e", "บหนึ่ง"),
        ("km", "v x w", "សាខ្មែរ។"),
    ],
)
async def test_keys_go_by_words(tmp_path: Path, script: str, keys: str, chosen: str) -> None:
    path = tmp_path / "weir.md"
    path.write_text(f"# W\n\n{TEXTS[script]}\n", "utf-8")
    async with reading(path) as s:
        await s.press("]", "}")
        assert s.page.article.blocks[s.page.current].text == TEXTS[script]
        await s.press(*keys.split())
        assert s.chosen == chosen
