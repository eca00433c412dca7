"""Chats, plays, records and captions of many habits: a turn each, and none of them a title."""

from __future__ import annotations

from textwrap import fill

import pytest

from postil.model.article import BlockKind
from tests.document.articles import blocks, headings

LAMP = "I went up the stair at dusk, as on every night, and wrote down each ship that I could see."


def turns(text: str) -> list[str]:
    """Return the paragraphs of a text, and make sure that nothing else is in it but headings."""
    found = [block for block in blocks(text) if block.kind is not BlockKind.HEADING]
    assert {block.kind for block in found} == {BlockKind.PARAGRAPH}
    return [block.text for block in found]


@pytest.mark.parametrize(
    "text",
    [
        """
المحاور: متى رأيت الطاحونة أول مرة؟
الحارس: قبل عشرين سنة.
المحاور: ومن كان يملكها؟
الحارس: رجل من القرية القريبة.
""",
        """
मीरा: क्या नाव आ गई?
रवि: अभी नहीं आई।
मीरा: तो हम रुकते हैं।
रवि: ठीक है।
""",
        """
2021년 3월 2일 오전 8:01, 민수 : 물이 찼어?
2021년 3월 2일 오전 8:02, 지은 : 아직.
2021년 3월 2일 오전 8:09, 민수 : 그럼 내일 보자
""",
        """
[2021-03-02 08:01:10] <mia> is it open?
[2021-03-02 08:01:40] <olaf> no
[2021-03-02 08:02:00] <mia> then tomorrow
[2021-03-02 08:02:09] <olaf> fine
""",
        """
Speaker 1 (00:02): Is it open?
Speaker 2 (00:05): No, it is shut.
Speaker 1 (00:09): Then tomorrow.
Speaker 2 (00:11): Fine.
""",
        """
Анна. Открыто?
Пётр (тихо). Нет ещё.
Анна. Тогда завтра.
Пётр. Хорошо.
Анна. Идём.
Пётр. Идём.
""",
        """
Frage: Ist das Wehr offen?
Antwort: Seit gestern.
""",
        """
שאלה: הסכר פתוח?
תשובה: מאתמול.
""",
        """
—¿Está abierto?
—No, y no lo estará hasta que vuelva el dueño —dijo Ana.
—Pues mañana.
—Mañana.
""",
        """
     Q    Did you see the mill?
     A    I did.
     Q    Was it open?
     A    It was shut.
     MS. ROE:  Objection.
     THE COURT:  Overruled.
""",
    ],
)
def test_each_line_is_a_turn(text: str) -> None:
    assert turns(text) == [line.strip() for line in text.split("\n") if line]


def test_below_a_name_stands_how_it_is_said() -> None:
    text = "ANNA\nIs it open?\n\nOLE\n(far off)\nNot yet.\n\nANNA\nThen we wait.\n\nOLE\nWe wait.\n"
    assert turns(text)[1] == "OLE (far off) Not yet."


def test_names_over_a_scene_are_no_title() -> None:
    text = (
        "ACTE PREMIER\n\nSCÈNE PREMIÈRE\n\nANNE, PAUL\n\nANNE.\nEst-ce ouvert ?\n\n"
        "PAUL.\nPas encore.\n\nANNE.\nAttendons.\n\nSCÈNE II\n\nPAUL.\nVoilà.\n"
    )
    titles = ["ACTE PREMIER", "SCÈNE PREMIÈRE", "SCÈNE II"]
    assert headings(text) == list(zip((1, 2, 2), titles, strict=True))


def test_lines_of_a_record_are_joined_to_turns() -> None:
    said = [
        ("THE CHAIR: ", LAMP),
        ("MR. ROE: ", LAMP),
        ("THE CHAIR: ", "And then?"),
        ("MR. ROE: ", LAMP),
        ("THE CHAIR: ", "Thank you."),
    ]
    record = [
        fill(who + what, 60, initial_indent=" " * 10, subsequent_indent=" " * 5)
        for who, what in said
    ]
    assert turns("\n".join(record)) == [who + what for who, what in said]


@pytest.mark.parametrize(
    "first",
    [
        "{n}\n00:00:0{n},000 --> 00:00:0{n},900",
        "00:0{n}.000 --> 00:0{n}.900",
        "00:00:0{n}",
        "[0{n}:00]",
    ],
)
def test_captions_stand_with_their_time(first: str) -> None:
    text = "\n\n".join(f"{first.format(n=n)}\nThe mill is shut.\nIt is late." for n in range(1, 5))
    joined = first.format(n=2).replace("\n", " ")
    found = turns(text)
    assert len(found) == 4
    assert found[1] == f"{joined} The mill is shut. It is late."
    assert headings(text) == []


def test_what_is_said_twice_of_a_song_is_no_speaker() -> None:
    text = (
        "Verse 1:\nThe wind came up from off the bar\nThe sea was running white\n\n"
        "Chorus:\nO turn, mill, turn\nAnd let the water run\n\n"
        "Verse 2:\nThe women stood along the wall\nAnd none of them could say\n\n"
        "Chorus:\nO turn, mill, turn\nAnd let the water run\n"
    )
    assert {block.kind for block in blocks(text)} == {BlockKind.VERSE}


def test_letters_and_numerals_that_number_parts_speak_nothing() -> None:
    prose = fill(LAMP * 4, 70)
    titles = ["I. Snow", "A. Early", "B. Late", "II. Carts", "A. Old", "B. New", "III. Thaw"]
    found = headings("\n\n".join(f"{title}\n\n{prose}" for title in titles))
    assert found == list(zip((1, 2, 2, 1, 2, 2, 1), titles, strict=True))


def test_the_name_over_a_signature_is_no_title() -> None:
    text = (
        "From: Mia <mia@example.org>\nSubject: the mill\nDate: Mon, 3 May 2021\n\n"
        f"{fill(LAMP * 2, 66)}\n\nMia\n\n-- \nMia Roe\nMill Office\n"
    )
    assert headings(text) == []
    assert turns(text)[-4:] == ["Mia", "--", "Mia Roe", "Mill Office"]


def test_capitals_alone_may_tell_who_speaks() -> None:
    said = ["ANNA  Is it open?", "OLE  Not yet.", "ANNA I will wait.", "OLE (sits) So will I."]
    text = "ATTO PRIMO\n\nScena I\n\n" + "\n\n".join([*said, "ANNA  Here he is.", "OLE  At last."])
    assert headings(text) == [(1, "ATTO PRIMO"), (2, "Scena I")]
    assert turns(text)[:4] == said


def test_words_in_capitals_that_open_paragraphs_speak_nothing() -> None:
    words = ("THE OLD", "HIS", "NOBODY", "THE WIND", "AT LAST", "THE OLD")
    paragraphs = [f"{word} keeper had the key, and so {LAMP} {LAMP}" for word in words]
    assert turns("\n\n".join(fill(one, 66) for one in paragraphs)) == paragraphs
