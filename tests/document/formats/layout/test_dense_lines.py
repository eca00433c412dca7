"""Chinese, Japanese and Korean lines: broken at a width in cells, or paragraphs by themselves."""

from __future__ import annotations

import random

import pytest

from postil.document.base.cell_width import cells
from postil.document.formats.layout.line_layout import measure
from postil.model.article import BlockKind
from tests.document.articles import blocks

ZH = (
    "渡口的老人每天清早把绳子解开，等第一个客人来。",
    "河对岸的钟敲了三下，雾还没有散。",
    "他说：“今天的水比昨天高，你们不要站在船头。”",
    "孩子们把书包顶在头上，一个接一个地跳上岸去，鞋子都湿了，却没有一个人肯先走。",
    "“明天还来吗？”",
    "没有人回答。",
)
JA = (
    "港の灯台守は、船が通るたびに名前と時刻を帳面に書きつけた。",
    "「今夜は風が強い」と娘が言った。",
    "四十年のあいだに書き落としたのは、わずか三隻だけだったという。",
    "雨はまだ降りつづいていたが、沖のほうには細い光の筋が見えはじめていた。",
)
KO = (
    "등대지기는 지나가는 배마다 이름과 시각을 장부에 적어 두었다.",
    "사십 년 동안 그가 빠뜨린 배는 세 척뿐이었다고 딸이 말했다.",
    "비는 아직 그치지 않았지만 먼 바다에는 가는 빛줄기가 보이기 시작했다.",
    "아무도 대답하지 않았고 바람만 창문을 흔들었다.",
)


def paragraphs(sentences: tuple[str, ...], seed: int, between: str = "") -> list[str]:
    chance = random.Random(seed)
    return [
        between.join(chance.choice(sentences) for _ in range(chance.randint(2, 7)))
        for _ in range(14)
    ]


def cut(text: str, width: int, first: str = "") -> str:
    """Break a text wherever a line is full, but before no stop."""
    lines = [first]
    for letter in text:
        if cells(lines[-1] + letter) > width and letter not in "，。：？！”」、":
            lines.append("")
        lines[-1] += letter
    return "\n".join(lines)


def by_words(text: str, width: int) -> str:
    lines = [""]
    for word in text.split(" "):
        if lines[-1] and cells(f"{lines[-1]} {word}") > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return "\n".join(lines)


def texts(text: str) -> list[str]:
    return [block.text for block in blocks(text)]


@pytest.mark.parametrize("sentences", [ZH, JA])
@pytest.mark.parametrize("first", ["", "\u3000", "\u3000\u3000"])
@pytest.mark.parametrize("seed", range(3))
def test_a_line_each_is_a_paragraph_each(sentences: tuple[str, ...], first: str, seed: int) -> None:
    written = paragraphs(sentences, seed)
    assert texts("\n".join(first + one for one in written)) == written


@pytest.mark.parametrize("sentences", [ZH, JA])
@pytest.mark.parametrize("width", [40, 64, 76, 80])
@pytest.mark.parametrize("seed", range(3))
def test_broken_lines_are_joined_without_a_blank(
    sentences: tuple[str, ...], width: int, seed: int
) -> None:
    written = paragraphs(sentences, seed)
    for first in ("\u3000\u3000", "    ", "  "):
        assert texts("\n".join(cut(one, width, first) for one in written)) == written
    assert texts("\n\n".join(cut(one, width) for one in written)) == written


def test_korean_lines_broken_by_words_are_joined_with_blanks() -> None:
    written = paragraphs(KO, 1, " ")
    found = blocks("\n\n".join(by_words(one, 72) for one in written))
    assert [block.text for block in found] == written
    assert {block.kind for block in found} == {BlockKind.PARAGRAPH}


@pytest.mark.parametrize("width", [60, 72, 100])
def test_korean_paragraphs_may_begin_with_a_blank_alone(width: int) -> None:
    written = paragraphs(KO, 5, " ")
    lines = "\n".join(" " + by_words(one, width - 1) for one in written)
    assert texts(lines) == written


def test_korean_lines_broken_within_words_are_joined_by_what_their_ends_say() -> None:
    written = paragraphs(KO, 2, " ")
    assert texts("\n\n".join(cut(one, 60) for one in written)) == written


def test_korean_paragraphs_of_a_line_each_stay_so() -> None:
    written = paragraphs(KO, 3, " ")
    assert texts("\n".join(written)) == written


def test_a_chinese_poem_keeps_its_lines() -> None:
    poem = "渡口无人水自流，\n孤舟横在柳梢头。\n钟声只在云深处，\n一夜西风满客楼。"
    [block] = blocks(poem)
    assert (block.kind, block.text) == (BlockKind.VERSE, poem)


def test_speech_begins_a_paragraph_in_broken_lines() -> None:
    text = cut("港の灯台守は船が通るたびに名前と時刻を帳面に書きつけた。" * 4, 60)
    text += "\n「今夜は風が強い」と娘が言った。\n「そうだね」\n" + cut(JA[3] * 4, 60)
    found = texts(text)
    assert found[1:3] == ["「今夜は風が強い」と娘が言った。", "「そうだね」"]
    assert len(found) == 4


def test_a_title_is_underlined_by_cells() -> None:
    title, _ = blocks("渡口的老人\n==========\n\n" + ZH[0] * 3)
    assert (title.kind, title.text) == (BlockKind.HEADING, "渡口的老人")


@pytest.mark.parametrize(
    ("line", "width"),
    [("abc", 3), ("ärger", 5), ("渡口", 4), ("가나", 4), ("e\u0301", 1), ("ｱ", 1)],
)
def test_widths_are_those_of_a_terminal(line: str, width: int) -> None:
    assert cells(line) == width


def test_lines_of_latin_letters_are_not_dense() -> None:
    assert not measure("Ärger über Öl\n" * 9).dense
    assert measure("渡口的老人。\n" * 9).dense
