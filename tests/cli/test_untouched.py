"""Whatever is done with an article, its file and its folder stay as they were."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Postil


def state(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Return the time and the bytes of each file of a folder."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path.name: (path.stat().st_mtime_ns, path.read_bytes()) for path in files}


def test_no_verb_writes_to_an_article_or_beside_it(postil: Postil, article: Path) -> None:
    folder = article.parent / "articles"
    folder.mkdir()
    article = article.rename(folder / article.name)
    (folder / f"{article.stem}.meta.toml").write_text('title = "Ferries"\n', "utf-8")
    before = state(folder)
    quote = ["--quote", "Nobody misses them."]
    for line in (
        ["outline", article],
        ["text", article],
        ["find", "boats", article],
        ["sources", article],
        ["source", article, *quote, "--set", "author=Ann Reed"],
        ["note", article, *quote, "--body", "Why?", "--tag", "iron"],
        ["notes", article],
        ["tags", "rename", "iron", "steel"],
        ["cite", article, *quote],
        ["bibliography", article],
        ["meta", article, "--title", "Boats"],
        ["meta", article, "--read", "reading"],
        ["shelf", folder],
        ["undo"],
    ):
        assert postil(*line).status == 0, line
    assert state(folder) == before
