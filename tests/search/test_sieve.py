"""The sieve never misses: what the find of an article finds, its text passes."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from postil.document.pipeline import parse
from postil.search.find import Finder, Query
from postil.search.sieve import Sieve


def finds(text: str, words: str, name: str) -> int:
    *_, article = parse(text.encode("utf-8"), name)
    return len(Finder(article).find(Query(words)))


def passes(text: str, words: str, name: str) -> bool:
    return Sieve(words).lets_through(text, markup=name.endswith(".md"))


CASES = [
    ("a.txt", "The har-\nbour froze", "har-bour"),
    ("a.txt", "the harbour\nfroze at last, and it was\n  cold", "harbour froze"),
    ("a.txt", "the har\u00adbour", "harbour"),
    ("a.txt", "the har\u202ebour\u200b", "harbour"),
    ("a.txt", "the HARBOUR", "harbour"),
    ("a.txt", "the ﬁrst œuvre, Straße", "first oeuvre, strasse"),
    ("a.txt", "caf\u00e9 and cafe\u0301", "cafe and café"),
    ("a.txt", "“quoted” — so…", '"quoted" - so...'),
    ("a.txt", "한국\n\n\u1112\u1161\u11ab", "한"),
    ("a.txt", "か\u3099く", "がく"),
    ("a.txt", "har\x1b[31mbour\x1b]0;title\x07 froze", "harbour froze"),
    ("a.txt", "１２３ ＡＢＣ", "123 abc"),
    ("a.txt", "Ὀδυσσεύς ΟΔΥΣΣΕΥΣ", "οδυσσευς"),
    (
        "a.txt",
        "The text of it goes\n[Page 3]\nRFC 12 Title May 2001\non there, and so",
        "goes on",
    ),
    ("a.md", "the **har**bour", "harbour"),
    ("a.md", "the [har](http://example.org/a_(b)?c=d 'Title (x)')bour", "harbour"),
    ("a.md", "the [har][ref][bour](u)\n\n[ref]: http://example.org", "harbour"),
    ("a.md", "the [har][ref][bour][ref] froze\n\n[ref]: http://example.org", "harbour froze"),
    ("a.md", "a<b title='x>y'>har</b><i>bo</i>ur", "aharbour"),
    ("a.md", "the har<!-- not\nhere > -->bour froze", "harbour froze"),
    ("a.md", "caf&eacute; &amp; more", "café & more"),
    ("a.md", "the har&#98;our", "harbour"),
    ("a.md", "\\*har\\_bour\\*", "*har_bour*"),
    ("a.md", "> the harbour\n> froze", "harbour froze"),
    ("a.md", "- the harbour\n  froze", "harbour froze"),
    ("a.md", "the `har` ~~bour~~", "har bour"),
    ("a.md", "![har](picture.png)bour", "harbour"),
    ("a.md", "| a | b |\n|---|---|\n| har | bour | more |\n| x | y |", "har bour"),
    ("a.md", "| a |\n|---|\n| har | gone |\n| bour |", "har\nbour"),
    ("a.md", "the harbour[^1] froze\n\n[^1]: A note.", "harbour[1] froze"),
    ("a.md", "the har<br>bour froze", "har bour"),
    ("a.md", "<script>no</script>the <span>har</span>bour", "harbour"),
    ("a.md", "The harbour\n===\n\nfroze", "the harbour"),
    ("a.md", "```py\nhar = 'bour'\n```", "har = 'bour'"),
]


@pytest.mark.parametrize(("name", "text", "words"), CASES)
def test_what_is_found_passes(name: str, text: str, words: str) -> None:
    assert passes(text, words, name) or not finds(text, words, name)


@pytest.mark.parametrize("case", [case for case in CASES if "gone" not in case[1]])
def test_the_cases_are_such_as_are_found(case: tuple[str, str, str]) -> None:
    name, text, words = case
    assert finds(text, words, name)


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_what_is_nowhere_near_does_not_pass(name: str) -> None:
    text = "The harbour froze, and [the ferrymen](http://example.org) sold <b>bread</b> from it."
    assert not passes(text, "zyzzyva", name)
    assert not passes(text, "lighthouse", name)


def test_what_has_no_letters_always_passes() -> None:
    assert passes("words", "—", "a.txt")
    assert passes(" \n", "words", "a.txt")


PIECES = st.sampled_from(
    [
        *("ab", "b", "c ", "a", "é", "ﬁ", "\u0301", "\u00ad", " ", "\n", "\n\n", "-\n", "- ", "> "),
        *(
            "*",
            "**",
            "_",
            "`",
            "\\",
            "[",
            "]",
            "](u)",
            "](ab 'c')",
            "][r]",
            "![",
            "<b>",
            "</b>",
            "<",
        ),
        *(
            "<!-- a -->",
            "&amp;",
            "&#97;",
            "|",
            "|---|\n",
            "\n[r]: u\n",
            "[^1]",
            "# ",
            "1. ",
            "...",
            "—",
        ),
        *(
            "^[",
            ")",
            "(",
            ">",
            "<br>",
            "ß",
            "Σ",
            "\t",
            "    ",
            "~~",
            "“",
            "\u200b",
            "한",
            "\u1112\u1161",
        ),
    ]
)


@given(
    st.lists(PIECES, max_size=14).map("".join),
    st.text(st.sampled_from("abcéfis -—.&ßσ한"), min_size=1, max_size=4),
    st.sampled_from(["a.txt", "a.md"]),
)
@example("a [b](u)c", "bc", "a.md")
def test_whatever_is_found_passes(text: str, words: str, name: str) -> None:
    if not passes(text, words, name) and text.strip():
        assert not finds(text, words, name)
