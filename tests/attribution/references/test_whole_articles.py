"""Lists and notes of whole articles in many languages, and what only looks like one."""

from __future__ import annotations

import pytest

from postil.attribution.governing.sources import read
from postil.document.pipeline import parse
from postil.model.article import Article
from postil.model.source import Governed
from postil.model.span import Span
from postil.text.sentences import sentences


def article(text: str, name: str = "tides.md") -> Article:
    *_, whole = parse(text.encode(), name)
    return whole


def cited(text: str, name: str = "tides.md") -> list[tuple[str, str, str]]:
    """Return author, pages and first words of each sentence that a citation governs, in order."""
    whole = article(text, name)
    sources = read(whole)
    found: dict[object, tuple[str, str, str]] = {}
    for governed in sources.paragraphs:
        start = governed.span.start
        for first, last in sentences(whole.text[start : governed.span.end]):
            at = sources.at(Span(start + first, start + last))
            if at.source is not None and at.via == "reference":
                author = at.source.author[0]
                words = whole.text[start + first : start + last].split()
                told = (author.family or author.literal, at.locator, " ".join(words[:2]))
                found.setdefault(at.evidence, told)
    return list(found.values())


GERMAN = """# Teer

Teer war teuer.[^1] Hanf war es nicht.[^2] Die Boote blieben im Hafen.[^3] Das ist bekannt.[^4]

Später kam Salz dazu.[^5]

[^1]: Vgl. Müller, Hans: Das Salz des Nordens. Berlin: Kai-Verlag 1998, S. 45.
[^2]: Ebd., S. 47.
[^3]: Gemeint sind hier nur die Boote, die 1998 noch fuhren.
[^4]: Ebd.
[^5]: Müller, Salz, S. 12.
"""
FRENCH = """# Le goudron

Le goudron était cher[^1]. Le chanvre ne l’était pas[^2]. Les bateaux restaient au port[^3].

[^1]: Jean Dupont, *Le Sel du Nord*, Paris, Éditions du Quai, 1998, p. 45.
[^2]: Ibid., p. 47.
[^3]: Dupont, op. cit., p. 12.
"""
SPANISH = """# La sal

El alquitrán era caro (García, 1998, p. 45). El cáñamo no lo era (López y Vega, 2010).

## Referencias

García, J. (1998). *La sal del norte*. Madrid: Muelle.

López, M., y Vega, A. (2010). El faro perdido. *Anales del Mar*, *7*, 11-30.
"""
RUSSIAN = """# Смола

Смола была дорога [1, с. 12]. Пенька была дёшева [2].

## Список литературы

1. Иванов И. И. Соль севера // Морской журнал. — 2004. — № 3. — С. 12–15.
2. Петров П. П. Маяки. — М.: Причал, 1998. — 320 с.
"""
CHINESE = """# 焦油

焦油在北方很贵[1]。麻却不贵[2]。船都停在港里。

## 参考文献

[1] 张海涛. 渔港的变迁[J]. 海洋研究, 2011, 12(3): 45-67.

[2] 李明, 王芳. 灯塔史[M]. 北京: 海洋出版社, 2004.
"""
JAPANESE = """# タール

北ではタールが高かった（田中 1998: 45）。麻はそうではなかった。

## 参考文献

田中一郎「北の塩」『海岸史研究』第12巻第3号、1998年、45–67頁。
"""
KOREAN = """# 타르

북쪽에서 타르는 비쌌다(김민수, 1998, 45쪽). 삼은 그렇지 않았다.[^1]

## 참고문헌

김민수, 「북쪽의 소금」, 『해안사학보』 12권 3호, 1998, 45-67쪽.

[^1]: 이지은, 『등대의 역사』, 서울: 부두출판사, 2004, 33쪽.
"""
ITALIAN = """# Il sale

Il catrame era caro[^1]. La canapa no[^2].

[^1]: Carla Rossi, *Il sale del nord*, Milano, Molo, 1998, p. 45.
[^2]: Ibidem.
"""
ENGLISH = """Tar

The trade in tar is old.[1] Hemp was cheap (Lamb 1998: 45). Boats lay in the harbour [2, p. 88].

References

[1] Falk, I. (1998). Salt roads. Journal of Coastal History, 12(3), 45-67.
[2] Rook, John. "The Last Lighthouse." Coastal Review 14, no. 2 (2003): 77-95.
[3] Lamb, Mary. Ropes of the North. London: Quay Press, 1998.
"""
PAGE = """<html><body><h1>Tar</h1><p>The trade is old.<sup><a href="#cite_note-1">[1]</a></sup>
Boats lay still <a href="#ref-lamb">(Lamb 1998)</a>. It is a power of 10<sup>2</sup>.</p>
<h2>References</h2><ol class="references"><li id="cite_note-1"><a href="#cite_ref-1">^</a>
Falk, Ida (3 May 1998). "Salt roads". <i>Journal of Coastal History</i>. <b>12</b> (3):
45–67.</li></ol>
<h2>Bibliography</h2>
<p id="ref-lamb">Lamb, Mary. <i>Ropes of the North</i>. London: Quay Press, 1998.</p></body>
</html>"""


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        (
            GERMAN,
            "de.md",
            [
                ("Müller", "45", "Teer war"),
                ("Müller", "47", "Hanf war"),
                ("Müller", "12", "Später kam"),
            ],
        ),
        (
            FRENCH,
            "fr.md",
            [
                ("Dupont", "45", "Le goudron"),
                ("Dupont", "47", "Le chanvre"),
                ("Dupont", "12", "Les bateaux"),
            ],
        ),
        (
            SPANISH,
            "es.md",
            [("García", "45", "El alquitrán"), ("López", "", "El cáñamo")],
        ),
        (
            RUSSIAN,
            "ru.md",
            [("Иванов", "12", "Смола была"), ("Петров", "", "Пенька была")],
        ),
        (
            CHINESE,
            "zh.md",
            [("张海涛", "", "焦油在北方很贵[1]。"), ("李明", "", "麻却不贵[2]。")],
        ),
        (
            JAPANESE,
            "ja.md",
            [("田中一郎", "45", "北ではタールが高かった（田中 1998:")],
        ),
        (
            KOREAN,
            "ko.md",
            [
                ("김민수", "45", "북쪽에서 타르는"),
                ("이지은", "33", "삼은 그렇지"),
            ],
        ),
        (
            ITALIAN,
            "it.md",
            [("Rossi", "45", "Il catrame"), ("Rossi", "45", "La canapa")],
        ),
        (
            ENGLISH,
            "en.txt",
            [("Falk", "", "The trade"), ("Lamb", "45", "Hemp was"), ("Rook", "88", "Boats lay")],
        ),
        (
            PAGE,
            "en.html",
            [("Falk", "", "The trade"), ("Lamb", "", "Boats lay")],
        ),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 10 else "",
)
def test_citations_of_whole_articles_name_their_works(
    text: str, name: str, found: list[tuple[str, str, str]]
) -> None:
    assert cited(text, name) == found


@pytest.mark.parametrize(
    "text",
    [
        "# Rope\n\nBring it along [1]. It is so.\n\n## Notes\n\n1. Bring rope.\n2. Bring tar.\n",
        (
            "# Rope\n\nCall `rope[1]` now.\n\n## References\n\n"
            "1. Falk, I. (1998). Salt roads. Journal of Coastal History, 12(3), 45-67.\n"
        ),
        "# Rope\n\nTar was dear [1] then (Falk 1998).\n",
        "# Rope\n\nIt is so.[^1]\n\n[^1]: The board is meant that was founded in 1998.\n",
    ],
)
def test_what_only_looks_like_a_citation_names_nothing(text: str) -> None:
    assert cited(text) == []


def test_notes_that_begin_anew_are_those_behind_the_text() -> None:
    text = (
        "# One\n\nTar was dear [1].\n\n## Notes\n\n"
        "1. Lamb, Mary. Ropes of the North. London: Quay Press, 1998.\n\n"
        "# Two\n\nHemp was not [1].\n\n## Notes\n\n"
        "1. Rook, John. Quays of the South. Leeds: Moor Press, 2003.\n"
    )
    assert [one[0] for one in cited(text)] == ["Lamb", "Rook"]


def test_a_passage_of_two_sentences_points_to_the_pages_of_both() -> None:
    whole = article(GERMAN)
    sources = read(whole)
    assert sources.at(
        Span(whole.text.index("Teer war"), whole.text.index("Die Boote"))
    ).locator == ("45, 47")


def test_several_works_are_cited_together() -> None:
    sources = read(article(ENGLISH.replace("[2, p. 88]", "[2, 3]"), "en.txt"))
    found: Governed = sources.at(sources.paragraphs[0].parts[-1].span)
    assert [source.author[0].family for source, _ in found.named] == ["Rook", "Lamb"]


def test_an_entry_that_is_not_understood_is_its_words_where_all_others_are_works() -> None:
    listed = "\n\n".join(
        f"[{number}] Lamb, Mary. Ropes of the North {number}. London: Quay Press, 1998."
        for number in range(1, 7)
    )
    odd = "Minutes of the harbour board, box 7, of the year 1903, in the town hall"
    text = f"# Rope\n\nIt is so [7].\n\n## References\n\n{listed}\n\n[7] {odd}\n"
    sources = read(article(text))
    source = sources.paragraphs[0].source
    assert source is not None
    assert source.title == odd
    assert source.author == ()
