"""Headings of texts in many scripts and languages, by their numbers and their words."""

from __future__ import annotations

from textwrap import fill

import pytest

from tests.document.articles import headings

TEXTS = {
    "zh": "山脚下的村子里住着一位老木匠，他每天清早起来磨刀，把院子里的木头一根一根锯开。" * 3,
    "ja": "村の外れに古い水車があり、雨の多い年にはその音が夜通し聞こえた。" * 4,
    "ko": "마을 어귀의 방앗간은 물이 줄어드는 여름이면 며칠씩 돌지 않았다. " * 4,
    "th": "หมู่บ้านเล็กๆ ริมแม่น้ำมีโรงสีเก่าอยู่หลังหนึ่ง ทุกเช้าชาวนาจะนำข้าวมาสี " * 3,
    "ar": "كان الطحان يفتح بابه قبل الفجر وينتظر الفلاحين القادمين من القرى البعيدة. " * 3,
    "he": "הטוחן פתח את דלתו לפני עלות השחר וחיכה לאיכרים שבאו מן הכפרים הרחוקים. " * 3,
    "hi": "चक्कीवाला भोर से पहले अपना दरवाज़ा खोलता और दूर के गाँवों से आते किसानों की राह देखता। " * 3,
    "ru": "Мельник открывал дверь до рассвета и ждал крестьян из дальних деревень. " * 3,
    "la": "The miller opened his door before dawn and waited for the farmers to come. " * 3,
}


def found(script: str, *lines: str) -> list[tuple[int, str]]:
    """Return the headings where ``T`` stands for a paragraph in a script."""
    return headings("\n\n".join(TEXTS[script].strip() if line == "T" else line for line in lines))


@pytest.mark.parametrize(
    ("script", "titles"),
    [
        ("zh", ["第一章 木匠", "第二章 雨季", "第十章 归途"]),
        ("zh", ["第1章、木匠", "第2章、雨季", "第3章、归途"]),
        ("zh", ["第一回　老匠人深山伐木", "第二回　小徒弟月夜迷途"]),
        ("zh", ["卷一", "卷二"]),
        ("zh", ["引言", "一、木材", "二、刀具", "结论", "参考文献"]),
        ("zh", ["１．木材", "２．刀具"]),
        ("ja", ["はじめに", "第1章 水車", "第2章 雨", "おわりに"]),
        ("ja", ["一", "二", "三"]),
        ("ko", ["머리말", "제1장 방앗간", "제2장 여름", "맺음말"]),
        ("ko", ["1. 방앗간이란?", "2. 물과 여름"]),
        ("ko", ["가. 방앗간", "나. 여름", "다. 가을"]),
        ("th", ["คำนำ", "บทที่ 1", "บทที่ 2 ฤดูฝน"]),
        ("th", ["บทที่ ๑", "บทที่ ๒"]),
        ("ar", ["مقدمة", "الفصل الأول", "الفصل الثاني: الطاحونة", "خاتمة"]),
        ("he", ["הקדמה", "פרק ראשון", "פרק שני", "סיכום"]),
        ("he", ["פרק א'", "פרק ב'"]),
        ("hi", ["भूमिका", "अध्याय 1", "अध्याय 2 वर्षा", "उपसंहार"]),
        ("ru", ["Глава первая", "Глава вторая", "Глава 3. Утро"]),
        ("ru", ["Предисловие", "ГЛАВА I", "ГЛАВА II"]),
        ("la", ["Chapitre premier", "Chapitre II", "Chapitre 3 : La crue"]),
        ("la", ["Capítulo 1", "Capítulo 2. El molino"]),
        ("la", ["Erstes Kapitel", "Zweites Kapitel", "Drittes Kapitel"]),
        ("la", ["1. Kapitel", "2. Kapitel"]),
        ("la", ["Rozdział pierwszy", "Rozdział drugi"]),
        ("la", ["1. fejezet", "2. fejezet"]),
        ("la", ["Birinci Bölüm", "İkinci Bölüm", "BÖLÜM 3"]),
        ("la", ["Κεφάλαιο 1", "ΚΕΦΑΛΑΙΟ 2"]),
        ("la", ["Hoofdstuk een", "Hoofdstuk 2"]),
        ("la", ["Kapittel 1", "Luku 2", "Kapitola 3"]),
        ("la", ["§ 1", "§ 2", "§ 3 Of water"]),
        ("la", ["CHAPTER I.", "CHAPTER II. THE FLOOD", "Chapter the Third"]),
    ],
)
def test_titles_are_found_by_the_numbers_and_words_of_their_script(
    script: str, titles: list[str]
) -> None:
    lines = [line for title in titles for line in (title, "T")]
    assert [words for _, words in found(script, "T", *lines)] == titles


@pytest.mark.parametrize(
    ("script", "line"),
    [
        ("zh", "到第六回合时，他抬起头来。"),
        ("zh", "第三回，他没有再来。"),
        ("zh", "一个人也没有。"),
        ("zh", "“到第六回合时，”他说，“我才明白过来。”人们站在岸上，谁也没有说话。"),
        ("ja", "第一に、水が足りなかった。"),
        ("ja", "「雨だ」と誰かが言った。"),
        ("ko", "제2조의 뜻을 아무도 몰랐다."),
        ("ar", "الفصل الثاني كان طويلا."),
        ("ru", "Глава 3 посвящена истории мельницы и её хозяев."),
        ("la", "$ make install"),
    ],
)
def test_a_sentence_that_begins_like_a_title_is_none(script: str, line: str) -> None:
    assert found(script, "T", line, "T", "T") == []


@pytest.mark.parametrize(
    "line",
    [
        "Часть первая была длиннее, чем вторая",
        "Глава 3 посвящена истории мельницы",
        "Kapitel 3 handelt von der Mühle und ihren Besitzern",
        "part 2 of the wall had fallen",
    ],
)
def test_a_word_for_a_part_within_a_sentence_makes_no_title_among_broken_lines(line: str) -> None:
    prose = fill(TEXTS["la"], 64)
    assert headings("\n\n".join([prose, line, prose, prose])) == []


def test_a_number_alone_is_a_title_only_where_others_follow_on_it() -> None:
    assert found("la", "T", "1", "T", "17", "T", "T") == []
    assert found("zh", "T", "三", "T", "T") == []
    assert [words for _, words in found("la", "1", "T", "2", "T", "3", "T")] == ["1", "2", "3"]


def test_both_titles_are_found_whose_names_begin_in_other_scripts() -> None:
    titles = ["1.1. 방앗간이란?", "1.2. GNU/방앗간이란?", "1.3. Water 그리고 여름"]
    lines = [line for title in titles for line in (title, "T")]
    assert [words for _, words in found("ko", *lines)] == titles
