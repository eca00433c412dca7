"""What a style has made is kept by all that it was made of, and never stands for anything else."""

from __future__ import annotations

from pathlib import Path

import pytest

from postil.library.citation import kept_citations
from postil.library.citation.kept_citations import NAME, KeptCitations
from postil.library.citation.styling import named_style


def kept(folder: Path, style: str = "apa") -> KeptCitations:
    return KeptCitations(folder, named_style(style))


def never() -> tuple[str, ...]:
    raise AssertionError("it is made again")


def test_what_was_made_before_is_not_made_again(tmp_path: Path) -> None:
    first = kept(tmp_path)
    assert first.texts(("Reed", 1998), lambda: ("(Reed, 1998)",)) == ("(Reed, 1998)",)
    first.save()
    again = kept(tmp_path)
    assert again.texts(("Reed", 1998), never) == ("(Reed, 1998)",)
    assert again.texts(("Reed", 1999), lambda: ("(Reed, 1999)",)) == ("(Reed, 1999)",)


def test_another_style_or_another_program_makes_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = kept(tmp_path)
    first.texts("Reed", lambda: ("(Reed)",))
    first.save()
    assert kept(tmp_path, "mla").texts("Reed", lambda: ("Reed",)) == ("Reed",)
    monkeypatch.setattr(kept_citations, "_maker", lambda: "another")
    assert kept(tmp_path).texts("Reed", lambda: ("R.",)) == ("R.",)


@pytest.mark.parametrize("content", ["", "{", "[]", '{"maker": 1, "kept": {"a": {"texts": 1}}}'])
def test_a_damaged_file_counts_as_none(tmp_path: Path, content: str) -> None:
    (tmp_path / NAME).write_text(content, "utf-8")
    assert kept(tmp_path).texts("Reed", lambda: ("(Reed)",)) == ("(Reed)",)


def test_what_was_made_longest_ago_gives_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_citations, "MOST", 2)
    for name in ("a", "b", "c"):
        one = kept(tmp_path)
        one.texts(name, lambda: ("x",))
        one.save()
    last = kept(tmp_path)
    assert last.texts("c", never) == last.texts("b", never) == ("x",)
    assert last.texts("a", lambda: ("anew",)) == ("anew",)
