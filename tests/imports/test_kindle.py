"""Clippings and notebooks as Kindles have written them over the years, in many languages."""

from __future__ import annotations

import time

import pytest

from postil.imports.base.records import ImportFile
from postil.imports.devices import kindle, kindle_notebook
from postil.imports.readers import reader_of


@pytest.fixture(autouse=True)
def utc(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()


def clippings(*entries: str, line_end: str = "\r\n", mark: str = "\ufeff") -> ImportFile:
    text = "".join(f"{mark}{entry}\n==========\n" for entry in entries)
    return ImportFile(text.replace("\n", line_end).encode(), "My Clippings.txt")


LANGUAGES = {
    "en": (
        "Your Highlight on page 3 | Location 40-41 | Added on Sunday, 4 March 2018 19:08:09",
        "Your Note on page 3 | Location 41 | Added on Sunday, March 4, 2018 7:09:09 PM",
        "Your Bookmark on page 3 | Location 44 | Added on Sunday, March 4, 2018 7:10:09 PM",
    ),
    "en, first devices": (
        "Highlight on Page 3 | Loc. 340-41  | Added on Sunday, March 04, 2018, 07:08 PM",
        "Note on Page 3 | Loc. 341  | Added on Sunday, March 04, 2018, 07:09 PM",
        "Bookmark on Page 3 | Loc. 344  | Added on Sunday, March 04, 2018, 07:10 PM",
    ),
    "de": (
        (
            "Ihre Markierung auf Seite 3 | bei Position 40-41 | "
            "Hinzugefügt am Sonntag, 4. März 2018 19:08:09"
        ),
        "Ihre Notiz auf Seite 3 | bei Position 41 | Hinzugefügt am Sonntag, 4. März 2018 19:09:09",
        (
            "Ihr Lesezeichen auf Seite 3 | bei Position 44 | "
            "Hinzugefügt am Sonntag, 4. März 2018 um 19:10 Uhr"
        ),
    ),
    "fr": (
        (
            "Votre surlignement sur la page 3 | emplacement 40-41 | "
            "Ajouté le dimanche 4 mars 2018 19:08:09"
        ),
        "Votre note sur la page 3 | emplacement 41 | Ajouté le dimanche 4 mars 2018 19 h 09 min 09",
        "Votre signet sur la page 3 | emplacement 44 | Ajouté le dimanche 4 mars 2018 à 19:10",
    ),
    "es": (
        (
            "La subrayado en la página 3 | posición 40-41 | "
            "Añadido el domingo, 4 de marzo de 2018 19:08:09"
        ),
        (
            "Tu nota en la página 3 | posición 41 | "
            "Añadido el domingo, 4 de marzo de 2018 7:09:09 p. m."
        ),
        (
            "Tu marcador en la página 3 | posición 44 | "
            "Añadido el domingo, 4 de marzo de 2018 19:10:09"
        ),
    ),
    "it": (
        (
            "La tua evidenziazione a pagina 3 | posizione 40-41 | "
            "Aggiunto in data domenica 4 marzo 2018 19:08:09"
        ),
        "La tua nota a pagina 3 | posizione 41 | Aggiunto in data domenica 4 marzo 2018 19:09:09",
        (
            "Il tuo segnalibro a pagina 3 | posizione 44 | "
            "Aggiunto in data domenica 4 marzo 2018 19:10:09"
        ),
    ),
    "pt": (
        (
            "Seu destaque na página 3 | posição 40-41 | "
            "Adicionado: domingo, 4 de março de 2018 19:08:09"
        ),
        "Sua nota na página 3 | posição 41 | Adicionado: domingo, 4 de março de 2018 19h09min09s",
        "Seu marcador na página 3 | posição 44 | Adicionado: domingo, 4 de março de 2018 19:10:09",
    ),
    "nl": (
        "Je markering op pagina 3 | locatie 40-41 | Toegevoegd op zondag 4 maart 2018 19:08:09",
        "Je notitie op pagina 3 | locatie 41 | Toegevoegd op zondag 4 maart 2018 19:09:09",
        "Je bladwijzer op pagina 3 | locatie 44 | Toegevoegd op zondag 4 maart 2018 19:10:09",
    ),
    "ja": (
        "3ページ|位置No. 40-41のハイライト |作成日: 2018年3月4日日曜日 19:08:09",
        "3ページ|位置No. 41のメモ |作成日: 2018年3月4日日曜日 午後7:09:09",
        "3ページ|位置No. 44のブックマーク |作成日: 2018年3月4日日曜日 19:10:09",
    ),
    "zh, simplified": (
        "您在第 3 页（位置 #40-41）的标注 | 添加于 2018年3月4日星期日 下午7:08:09",
        "您在第 3 页（位置 #41）的笔记 | 添加于 2018年3月4日星期日 下午7:09:09",
        "您在第 3 页（位置 #44）的书签 | 添加于 2018年3月4日星期日 下午7:10:09",
    ),
    "zh, traditional": (
        "您在第 3 頁的重點標示 | 位置 40-41 | 新增於 2018年3月4日 星期日 下午7:08:09",
        "您在第 3 頁的筆記 | 位置 41 | 新增於 2018年3月4日 星期日 下午7:09:09",
        "您在第 3 頁的書籤 | 位置 44 | 新增於 2018年3月4日 星期日 下午7:10:09",
    ),
    "ru": (
        (
            "Ваш выделенный отрывок на странице 3 | Место 40–41 | "
            "Добавлено: воскресенье, 4 марта 2018 г. в 19:08:09"
        ),
        (
            "Ваша заметка на странице 3 | Место 41 | "
            "Добавлено: воскресенье, 4 марта 2018 г. в 19:09:09"
        ),
        "Ваша закладка на странице 3 | Место 44 | Добавлено: воскресенье, 4 марта 2018 г. 19:10:09",
    ),
    "ar": (
        "تمييزك على الصفحة 3 | الموقع 40-41 | تمت الإضافة في الأحد، 4 مارس 2018 19:08:09",
        "ملاحظتك على الصفحة 3 | الموقع 41 | تمت الإضافة في الأحد، 4 مارس 2018 19:09:09",
        "إشارتك المرجعية على الصفحة 3 | الموقع 44 | تمت الإضافة في الأحد، 4 مارس 2018 19:10:09",
    ),
    "ko": (
        "3페이지의 하이라이트 | 위치 40-41 | 추가됨: 2018년 3월 4일 일요일 오후 7:08:09",
        "3페이지의 메모 | 위치 41 | 추가됨: 2018년 3월 4일 일요일 오후 7:09:09",
        "3페이지의 북마크 | 위치 44 | 추가됨: 2018년 3월 4일 일요일 오후 7:10:09",
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_clippings_in_the_languages_of_devices(language: str) -> None:
    highlight, note, bookmark = LANGUAGES[language]
    file = clippings(
        f"The Ice (Ann Reed)\n- {highlight}\n\nIt froze.",
        f"The Ice (Ann Reed)\n- {note}\n\nWhich year?",
        f"The Ice (Ann Reed)\n- {bookmark}\n\n",
    )
    assert reader_of(file).name == "kindle"
    found = kindle.read(file)
    (one,) = found.notes
    assert (one.quote, one.body, found.skipped) == ("It froze.", "Which year?", 1)
    assert one.created.startswith("2018-03-04T19:08")


def entry(about: str, text: str, title: str = "The Ice (Ann Reed)") -> str:
    return f"{title}\n- Your {about} | Added on Sunday, 4 February 2018 19:08:09\n\n{text}"


def test_noon_and_midnight_by_the_words_behind_them() -> None:
    said = {
        "Samstag, 3. März 2018 12:08:00": "2018-03-03T12:08",
        "Saturday, March 3, 2018 12:08:00 AM": "2018-03-03T00:08",
        "Saturday, March 3, 2018 12:08:00 PM": "2018-03-03T12:08",
        "samedi 3 mars 2018 12:08:00": "2018-03-03T12:08",
    }
    for words, moment in said.items():
        (one,) = kindle.read(clippings(f"T (A)\n- Highlight | {words}\n\nIt froze.")).notes
        assert one.created.startswith(moment), words


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("It froze.", "It froze, twice that year."),
        ("It froze, twice that year", "froze, twice"),
        ("It froze, twice that year", "It froze, twice that year"),
    ],
)
def test_of_a_highlight_made_longer_or_shorter_the_last_form_counts(
    earlier: str, later: str
) -> None:
    file = clippings(
        entry("Highlight on page 3 | Location 40-41", earlier),
        entry("Note on page 3 | Location 41", "Which year?"),
        entry("Highlight on page 3 | Location 40-41", later),
    )
    assert [(one.quote, one.body) for one in kindle.read(file).notes] == [(later, "Which year?")]


def test_a_note_stands_with_the_highlight_that_ends_where_it_is() -> None:
    file = clippings(
        entry("Note on page 3 | Location 44", "To the second"),
        entry("Highlight on page 3 | Location 40-44", "It froze"),
        entry("Highlight on page 3 | Location 44-45", "and it snowed"),
        entry("Note on page 3 | Location 45", "To the third"),
        entry("Note on page 3 | Location 45", "To another book", "The Snow (Bo Reed)"),
    )
    assert [(one.quote, one.body) for one in kindle.read(file).notes] == [
        ("It froze", "To the second"),
        ("and it snowed", "To the third"),
        ("", "To another book"),
    ]


def test_a_note_that_was_written_on_is_one() -> None:
    file = clippings(
        entry("Highlight on page 3", "It froze"),
        entry("Note on page 3", "Which"),
        entry("Note on page 3", "Which year?"),
        entry("Note on page 3", "Which year?"),
    )
    (one,) = kindle.read(file).notes
    assert one.body == "Which year?"


@pytest.mark.parametrize("words", ["<You have reached the clipping limit for this item>", ""])
def test_what_a_publisher_keeps_back_is_no_note(words: str) -> None:
    file = clippings(entry("Highlight on page 3", words), entry("Highlight on page 4", "Kept"))
    found = kindle.read(file)
    assert [one.quote for one in found.notes] == ["Kept"]
    assert found.skipped == 1


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_titles_hold_brackets_of_their_own(line_end: str, mark: str) -> None:
    title = "The Ice (a history) (Reed, Ann;Stone, Bo)"
    file = clippings(entry("Highlight on page 3", "It froze", title), line_end=line_end, mark=mark)
    (one,) = kindle.read(file).notes
    assert (one.article.title, one.article.author) == (
        "The Ice (a history)",
        "Reed, Ann;Stone, Bo",
    )


@pytest.mark.parametrize(
    ("highlight", "note", "bookmark"),
    [
        ("Highlight (<b class='highlight_blue'>blue</b>) - Notes &gt; Page 3", "Note", "Bookmark"),
        ("Markierung (<b class='highlight_blue'>blau</b>) - Position 40", "Notiz", "Lesezeichen"),
        ("Surlignement (<b class='highlight_blue'>bleu</b>) - Page 3", "Note", "Signet"),
        ("Subrayado (<b class='highlight_blue'>azul</b>) - Posición 40", "Nota", "Marcador"),
    ],
)
def test_notebooks_in_several_languages(highlight: str, note: str, bookmark: str) -> None:
    parts = (
        (highlight, "It froze"),
        (f"{note} - Highlights &gt; Page 3", "Which year?"),
        (f"{bookmark} - Page 9", "The chapter"),
    )
    rows = "".join(
        f"<h3 class='noteHeading'>{head}</h3><div class='noteText'>{text}</div>\n"
        for head, text in parts
    )
    page = f"<div class='bookTitle'>The Ice</div><div class='authors'>Reed, Ann</div>{rows}"
    file = ImportFile(f"<html><body>{page}</body></html>".encode(), "Notebook.html")
    assert reader_of(file).name == "kindle-notebook"
    found = kindle_notebook.read(file)
    (one,) = found.notes
    assert (one.quote, one.body, one.colour_name) == ("It froze", "Which year?", "blue")


def test_a_long_list_takes_no_longer_for_each_entry() -> None:
    entries = []
    for at in range(4000):
        words = f"It froze for the {at}th time"
        entries.append(entry(f"Highlight on Location {10 * at}-{10 * at + 3}", words))
        entries.append(entry(f"Note on Location {10 * at + 3}", f"Note {at}"))
    begun = time.process_time()
    found = kindle.read(clippings(*entries)).notes
    assert time.process_time() - begun < 10
    assert len(found) == 4000
    assert all(one.body == f"Note {at}" for at, one in enumerate(found))
