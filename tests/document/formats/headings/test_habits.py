"""Headings as manuals, laws and letters have them, and the lines around that are none."""

from __future__ import annotations

from textwrap import fill

import pytest

from tests.document.articles import PROSE, headings

TEXT = fill(PROSE * 2, 70)


def found(*parts: str) -> list[tuple[int, str]]:
    """Return the headings of parts that blank lines stand between; ``T`` is a paragraph."""
    return headings("\n\n".join(TEXT if part == "T" else part for part in parts))


def test_a_numbered_title_goes_on_over_several_lines() -> None:
    title = (
        "2.1. How do I tend a lamp that smokes in every wind, though its wick was\n"
        "trimmed and its oil is as clean as the oil of all the others that stand\n"
        "beside it?"
    )
    assert found("2. Lamps", "T", title, "T", "2.2. And then?", "T") == [
        (1, "2. Lamps"),
        (2, title.replace("\n", " ")),
        (2, "2.2. And then?"),
    ]


def test_lines_that_each_have_a_number_are_no_title() -> None:
    assert found("1. Lamps", "T", "1.1. Oil\n1.2. Wicks\n1.3. Ships", "T", "2. Ships", "T") == [
        (1, "1. Lamps"),
        (1, "2. Ships"),
    ]


def test_numbered_titles_may_begin_with_a_small_letter_and_ask_in_greek() -> None:
    titles = ["3. Tools", "3.1. Git", "3.2. mc", "3.3. /bin : What all need", "3.4. Τι είναι;"]
    assert [words for _, words in found(*(part for one in titles for part in (one, "T")))] == titles


def test_a_title_that_stands_in_two_parts_is_found_twice() -> None:
    titles = ["1. New in lamps", "2. New in ships", "1. New in lamps"]
    assert [words for _, words in found(*(part for one in titles for part in (one, "T")))] == titles


@pytest.mark.parametrize(
    "caption",
    [
        "Tabulka 3.2. Doporučené Lampy",
        "Tabelle 2. Die Lampen Des Jahres",
        "Рис. 4. Старая Мельница",
    ],
)
def test_the_caption_of_a_table_is_no_title(caption: str) -> None:
    assert found("1. Lamps", "T", caption, "T", "2. Ships", "T") == [
        (1, "1. Lamps"),
        (1, "2. Ships"),
    ]


@pytest.mark.parametrize("title", ["Inhaltsverzeichnis", "Содержание", "Obsah", "目次", "차례"])
def test_tables_of_contents_are_told_in_many_languages(title: str) -> None:
    entries = "1. Lampen\n    1.1. Oel\n    1.2. Docht\n2. Schiffe"
    assert found("T", title, entries, "1. Lampen", "T", "2. Schiffe", "T") == [
        (1, "1. Lampen"),
        (1, "2. Schiffe"),
    ]


def test_names_between_title_and_contents_are_no_titles() -> None:
    entries = "    1. Lamps\n    2. Ships"
    parts = ["The Keeper's Manual", "Anna Reed", "Paul Moss", "May 2021", "Contents", entries]
    names = [words for _, words in found(*parts, "1. Lamps", "T", "2. Ships", "T")]
    assert names[-2:] == ["1. Lamps", "2. Ships"]
    assert not {"Anna Reed", "Paul Moss", "May 2021"} & set(names)


def test_lettered_parts_stand_beside_the_numbered_ones_whose_sections_they_count_like() -> None:
    script = ["1. Rules", "1.1. Lamps", "2. Votes", "A. Counting", "A.1. Ballots", "B. Words"]
    assert [level for level, _ in found(*(part for one in script for part in (one, "T")))] == [
        *(1, 2, 1, 1, 2, 1)
    ]


@pytest.mark.parametrize(
    ("script", "levels"),
    [
        (["Article I", "Section 1", "Section 2", "Article II", "Section 1"], [1, 2, 2, 1, 2]),
        (["Section 1", "Article 1", "Article 2", "Section 2", "Article 3"], [1, 2, 2, 1, 2]),
    ],
)
def test_articles_and_sections_stand_in_each_other_as_the_text_has_them(
    script: list[str], levels: list[int]
) -> None:
    assert [level for level, _ in found(*(part for one in script for part in (one, "T")))] == levels


def lined(title: str, under: str) -> str:
    return f"{title}\n{under * len(title)}"


def test_the_title_of_a_text_may_have_the_signs_of_lesser_titles() -> None:
    parts = [lined("Lamps for All", "-"), lined("UPGRADES", "="), lined("Oil", "-"), "T"]
    assert found(*parts, lined("Wicks", "-"), "T", lined("OTHERS", "="), "T") == [
        (1, "Lamps for All"),
        (1, "UPGRADES"),
        (2, "Oil"),
        (2, "Wicks"),
        (1, "OTHERS"),
    ]


def test_signs_of_one_length_above_and_below_make_a_title_of_a_longer_line() -> None:
    title = f"{'*' * 20}\nA lamp that smokes in every wind\n{'-' * 20}"
    assert found("T", title, "T") == [(1, "A lamp that smokes in every wind")]


def test_a_command_with_its_prompt_is_no_title() -> None:
    assert found("1. Lamps", "T", "    # chvt 3", "T", "2. Ships", "T") == [
        (1, "1. Lamps"),
        (1, "2. Ships"),
    ]


def test_who_signs_a_quoted_letter_is_no_title() -> None:
    letter = '"We shall come on Monday by the lower road, and hope to find you well.'
    assert found("CHAPTER I", "T", letter, '"CAROLINE REED"', "T", "CHAPTER II", "T") == [
        (1, "CHAPTER I"),
        (1, "CHAPTER II"),
    ]


def test_who_speaks_in_a_play_is_no_title() -> None:
    lines = ["ANNA  What lamp is this?", "BO  Mine and my father's!", "ANNA  And the oil?"]
    more = ["BO  All of it!", "ANNA  Give it to me!", "BO  Never!"]
    assert found("ACT I", "SCENE I  A landing.", *lines, *more, "T") == [
        (1, "ACT I"),
        (2, "SCENE I  A landing."),
    ]


def test_a_known_title_may_stand_above_the_back_matter() -> None:
    parts = ["1. Lamps", "T", "T", "2. Ships", "T", "T", "Full Copyright Statement"]
    names = [words for _, words in found(*parts, "Copyright (C) The Guild (1997). All rights.")]
    assert names == ["1. Lamps", "2. Ships", "Full Copyright Statement"]


def test_a_numbered_title_may_have_its_stop_above_a_text_and_clauses_are_none() -> None:
    titles = ["Capítol 1. Les llums.", "1.1. Els blens.", "1.2. L'oli.", "Capítol 2. El mar."]
    assert found(*(part for one in titles for part in (one, "T"))) == [
        (1, titles[0]),
        (2, titles[1]),
        (2, titles[2]),
        (1, titles[3]),
    ]
    clauses = ["1.1. The Keeper shall tend the lamps.", "1.2. The Guild pays for the oil."]
    assert found("T", *clauses, "1.3. The Guild may end this contract.", "2.1. So be it.") == []


def test_one_word_that_is_set_out_like_code_is_no_title() -> None:
    assert found("1. Lamps", "T", "     LAMP-OIL-WICK", "T", "2. Ships", "T") == [
        (1, "1. Lamps"),
        (1, "2. Ships"),
    ]


def test_signs_that_are_used_below_one_title_alone_do_not_lower_those_of_the_others() -> None:
    parts = [lined("Guide", "*"), "T", lined("Appendices", "^"), "T", lined("1. Lamps", "*"), "T"]
    assert found(*parts, lined("1.1. Oil", "="), "T", lined("1.1.1. Wicks", "-"), "T") == [
        (1, "Guide"),
        (2, "Appendices"),
        (1, "1. Lamps"),
        (2, "1.1. Oil"),
        (3, "1.1.1. Wicks"),
    ]


def test_scenes_stand_below_their_acts() -> None:
    turns = ["ANNA. What lamp is this?", "BO. Mine, and my father's.", "ANNA. And whose oil?"]
    more = ["BO. All of it is mine.", "ANNA. Give it to me.", "BO. Never in my life."]
    script = ["ACT ONE", "SCENE I. A landing.", *turns, "SCENE II. The same.", *more]
    assert found(*script, "ACT TWO", "SCENE I. A mill.", *turns) == [
        (1, "ACT ONE"),
        (2, "SCENE I. A landing."),
        (2, "SCENE II. The same."),
        (1, "ACT TWO"),
        (2, "SCENE I. A mill."),
    ]


@pytest.mark.parametrize("line", ["C-x C-s     Save the Lamp", "Lamps       In the Tower"])
def test_what_a_gap_parts_is_no_title(line: str) -> None:
    assert found("1. Lamps", "T", line, "T", "2. Ships", "T") == [
        (1, "1. Lamps"),
        (1, "2. Ships"),
    ]


def test_figures_in_brackets_count_titles_that_stand_at_the_margin() -> None:
    titles = ["(1) Lamps: fill the oil", "(2) Ships: write them down", "(3) Wicks: trim them"]
    assert [words for _, words in found(*(part for one in titles for part in (one, "T")))] == titles
    listed = "\n\n".join(f"  ({at}) take a lamp" for at in (1, 2, 3))
    assert found("T", listed, "T") == []
