"""Parts of books and laws: words and numbers of many languages, and which part holds which."""

from __future__ import annotations

from textwrap import fill

import pytest

from tests.document.articles import headings

LATIN = "The keeper of the weir let the water down at dusk, and nobody came to watch it go by. "
TEXTS = {
    "la": fill(LATIN * 4, 70),
    "fa": "نگهبان بند هر شب آب را رها می‌کرد و کسی برای دیدن آن نمی‌آمد. " * 3,
    "he": "שומר הסכר הוריד את המים עם ערב ואיש לא בא לראות אותם חולפים. " * 3,
    "th": "คนเฝ้าฝายปล่อยน้ำลงตอนพลบค่ำและไม่มีใครมาดูน้ำไหลผ่านไป " * 3,
    "zh": "看坝的人每到黄昏就放水，没有一个人来看水流过去。" * 4,
}


def levels(script: str, *titles: str) -> list[int]:
    """Return the levels of titles; those that end with a bar have no text below them."""
    lines = []
    for title in titles:
        lines += [title[:-1]] if title[-1] == "|" else [title, TEXTS[script].strip()]
    found = headings("\n\n".join(lines))
    assert [words for _, words in found] == [title.rstrip("|") for title in titles]
    return [level for level, _ in found]


@pytest.mark.parametrize(
    ("titles", "right"),
    [
        (("Erster Teil|", "Erstes Buch|", "Erstes Kapitel", "Zweites Kapitel"), [1, 2, 3, 3]),
        (("Erstes Buch|", "Erster Teil|", "Kapitel 1", "Kapitel 2"), [1, 2, 3, 3]),
        (("PREMIÈRE PARTIE|", "LIVRE PREMIER — LE BARRAGE|", "I", "II"), [1, 2, 3, 3]),
        (("Том первый|", "Часть первая|", "Глава I", "Часть вторая|", "Глава I"), [1, 2, 3, 2, 3]),
        (("VOLUME I|", "BOOK THE FIRST|", "Chapter One", "Chapter Two"), [1, 2, 3, 3]),
        (("TITRE IER|", "Article 1er", "Article 2", "TITRE II|", "Article 3"), [1, 2, 2, 1, 2]),
        (("Título I|", "Capítulo I|", "Art. 1º", "Art. 2º"), [1, 2, 3, 3]),
        (("Раздел I|", "Глава 1", "Глава 2", "Раздел II|", "Глава 3"), [1, 2, 2, 1, 2]),
        (("LIBER PRIMVS|", "CAPVT I", "CAPVT II"), [1, 2, 2]),
        (("Første kapittel", "Annet kapittel", "Tredje kapittel"), [1, 1, 1]),
        (
            ("Article I", "Article II", "Amendments|", "Amendment I", "Amendment II"),
            [1, 1, 1, 2, 2],
        ),
        (("I. THE WEIR|", "A. Low", "B. High", "II. THE MILL|", "A. Old", "B. New"), [1, 2, 2] * 2),
        (("Capítulo primero", "Capítulo tercero. Que trata del agua"), [1, 1]),
    ],
)
def test_parts_stand_in_each_other_as_they_are_first_used(
    titles: tuple[str, ...], right: list[int]
) -> None:
    assert levels("la", *titles) == right


@pytest.mark.parametrize(
    ("script", "titles", "right"),
    [
        ("fa", ("بخش یکم|", "فصل ۱", "فصل ۲", "بخش دوم|", "فصل ۳"), [1, 2, 2, 1, 2]),
        ("he", ("שער ראשון|", "פרק א", "פרק ב", "שער שני|", "פרק ג"), [1, 2, 2, 1, 2]),
        ("th", ("ภาคหนึ่ง|", "บทที่ ๑ ฝาย", "บทที่ ๒ น้ำ", "ภาคสอง|", "บทที่สาม"), [1, 2, 2, 1, 2]),
        ("zh", ("楔子 黄昏", "第一卷 水|", "第一章 坝", "番外 归来"), [1, 1, 2, 2]),
    ],
)
def test_parts_of_scripts_without_capitals_do_so_too(
    script: str, titles: tuple[str, ...], right: list[int]
) -> None:
    assert levels(script, *titles) == right


@pytest.mark.parametrize("line", ["Title: Water", "Titre : De l'eau", "Titel: Wasser"])
def test_a_word_for_parts_of_laws_is_none_without_a_number(line: str) -> None:
    text = TEXTS["la"]
    found = headings(f"Part 1\n\n{text}\n\n{line}\n\n{text}")
    assert [words for _, words in found] == ["Part 1"]
