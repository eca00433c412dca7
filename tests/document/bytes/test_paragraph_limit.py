"""Documents of very many tiny paragraphs are read as far as the limit, which is named."""

from __future__ import annotations

import pytest

from postil.document import pipeline
from postil.document.base.means import Means
from postil.document.bytes import paragraph_limit
from postil.document.bytes.paragraph_limit import shortened
from postil.document.formats.registry import FORMATS

TINY = {
    "a.html": (b"<body>", b"<p>a b", "web page"),
    "a.md": (b"", b"a b\n\n", "Markdown"),
    "a.rst": (b"", b"a b\n\n", "reStructuredText"),
    "a.org": (b"#+TITLE: x\n\n", b"a b\n\n", "Org"),
    "a.1": (b".TH A 1\n.SH NAME\na\n", b".PP\na b\n", "manual page"),
    "a.rtf": (rb"{\rtf1\ansi ", rb"a b\par ", "RTF"),
}


def made(name: str, count: int) -> bytes:
    begin, each, _ = TINY[name]
    return begin + each * count


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paragraph_limit, "MOST_PARAGRAPHS", 400)
    monkeypatch.setattr(pipeline, "_MANY", 100)


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize("name", TINY)
def test_the_beginning_is_read_and_the_limit_named(name: str) -> None:
    (article,) = [one for one in pipeline.parse(made(name, 2000), name) if one.complete]
    assert 20 < len(article.blocks) < 900
    (remark,) = article.remarks
    assert "of 2,00" in remark
    assert remark.endswith("raise most_paragraphs in config.toml, which is 400")


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize("name", TINY)
def test_what_the_reader_sets_is_taken(name: str) -> None:
    means = Means(most=lambda: 100_000)
    article = pipeline.whole(made(name, 2000), name, None, means=means)
    assert article.remarks == ()
    assert article.text.count("a b") == 2000


def test_what_is_no_larger_than_usual_asks_for_no_setting() -> None:
    def asked() -> int:
        raise AssertionError

    for name, (_, _, label) in TINY.items():
        assert shortened(made(name, 1000), label, asked) is None


@pytest.mark.usefixtures("few")
def test_paragraphs_of_ordinary_length_may_be_as_many_as_they_are() -> None:
    page = b"<p>" + b"words " * 8
    assert shortened(page[:49] * 2000, "web page", None) is None
    assert shortened(page[:47] * 2000, "web page", None) is not None


def test_the_formats_are_known() -> None:
    labels = {label for _, _, label in TINY.values()}
    assert labels == set(paragraph_limit._FORMS)
    assert labels <= {form.label for form in FORMATS}


@pytest.mark.usefixtures("few")
def test_groups_of_rtf_count_as_paragraphs_do() -> None:
    plain = pipeline.whole(made("a.rtf", 2000), "a.rtf", None)
    grouped = pipeline.whole(rb"{\rtf1\ansi " + rb"{\b a b}\par " * 2000, "a.rtf", None)
    assert 0.4 * len(plain.blocks) < len(grouped.blocks) < 0.6 * len(plain.blocks)
