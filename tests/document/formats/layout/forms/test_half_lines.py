"""Verse in halves, and short stanzas of scripts whose vowels are marks or not written."""

from __future__ import annotations

import pytest

from postil.document.formats.layout.forms.half_lines import are_half_lines
from postil.model.article import BlockKind
from tests.document.articles import blocks

FIRST = ("سألت الماء عن وطن بعيد", "وأين ينام من ضل السبيل", "رأيت السد في ليل طويل")
SECOND = ("فقال الماء لا وطن لسائل", "وقد طال المسير بكل راحل", "كأن الليل بحر دون ساحل")


@pytest.mark.parametrize("between", ["     ", " *** ", " / ", " ... ", " # "])
def test_half_lines_keep_their_lines(between: str) -> None:
    poem = "\n".join(f"{one}{between}{two}" for one, two in zip(FIRST, SECOND, strict=True))
    found = blocks(f"{poem}\n\n{poem}\n")
    assert [(block.kind, block.text) for block in found] == [(BlockKind.VERSE, poem)] * 2


@pytest.mark.parametrize(
    "lines",
    [
        ["الاسم       المدينة", "أحمد        القاهرة", "سعاد        تونس"],
        ["سد قديم     ١٢٥ متر", "سد جديد     ٢٤٠ متر"],
        ["كان الحارس ينزل الماء عند المساء", "ولا يأتي أحد ليراه"],
        ["old weir     new weir", "low water     high water"],
    ],
)
def test_rows_and_prose_are_no_half_lines(lines: list[str]) -> None:
    assert not are_half_lines(lines)


@pytest.mark.parametrize(
    "poem",
    [
        "धुंध उठी है नदिया पर से\nबाँध खड़ा है घाट किनारे\nकौन बुलाता उस पार से\nकौन सुने ये गीत हमारे",
        "หมอกลอยเหนือสายน้ำยามเช้าตรู่\nฝายตั้งอยู่ริมท่าไม่มีใคร\nเสียงระฆังดังมาจากที่ไกล\nใครจะไปใครจะมาไม่รู้เลย",
    ],
)
def test_a_short_stanza_that_ends_in_a_vowel_sign_is_one(poem: str) -> None:
    [block] = blocks(poem + "\n")
    assert (block.kind, block.text) == (BlockKind.VERSE, poem)
