"""Exports by templates: what they are given, the three that come along, and where they end."""

from __future__ import annotations

import csv
import io
import itertools
from pathlib import Path

import pytest
from jinja2.filters import FILTERS

from postil.errors import BadRequest
from postil.export.templating.filters import filters
from postil.export.templating.rendering import SHIPPED, render, shipped
from postil.export.templating.values import values_of
from tests.export.dossiers import dossier
from tests.export.test_prose import headings


def rendered(source: str, group: str = "article") -> str:
    return render(dossier(group), source, "mine").data.decode()


@pytest.mark.parametrize("name", SHIPPED)
def test_a_template_that_comes_along_tells_every_note_the_same_way_twice(name: str) -> None:
    text = rendered(shipped(name))
    assert rendered(shipped(name)) == text
    assert "harbour" in text
    assert "سافر أحمد إلى الجبل" in text


def test_the_report_is_markdown_under_the_headings_asked_for() -> None:
    text = rendered(shipped("report"), "tag")
    assert headings(text)[:3] == ["Reading report", "2024", "ice"]
    assert "- **Tides**, Ann Reed, 2019-05-03: 6 notes\n- **أحمد**: 1 note\n" in text
    assert "> harbour 🌊 froze\n>\n> — (Reed)\n\nWhy *so*?\n" in text
    assert "## To be looked at\n\n- Tides: words that went\n" in text


def test_cards_have_the_fields_of_anki() -> None:
    lines = rendered(shipped("anki")).split("\n")
    assert lines[:2] == ["#separator:tab", "#html:true"]
    rows = list(csv.reader(io.StringIO("\n".join(lines[5:])), delimiter="\t"))
    assert {len(row) for row in rows if row} == {4}
    first = rows[0]
    assert first[1:] == [
        "Why *so*?",
        "<blockquote>harbour 🌊 froze</blockquote>(Reed)",
        "ice trade::routes",
    ]
    assert "&lt;script&gt;" in rows[2][1]


def test_quotations_are_safe_in_latex() -> None:
    text = rendered(shipped("quotations"))
    assert text.count(r"\begin{displayquote}") == text.count(r"\end{displayquote}") == 6
    assert r"\section*{Tides}" in text
    assert "```" in text


DOUBLED = (
    "{{% set n = namespace(x='abcdefgh') %}}{{% for i in range(60) %}}"
    "{{% set n.x = n.x {} n.x %}}{{% endfor %}}"
)
LONG = "{% for i in range(90000) %}" + "0123456789" * 200 + "{% endfor %}"


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("one\n{{ nothing }}", "line 2: 'nothing' is undefined"),
        ("{% for note in notes %}{{ note.mood }}{% endfor %}", "line 1: 'dict object' has no"),
        ("{% for %}", "line 1: "),
        ("{% include '/etc/passwd' %}", "no loader for this environment"),
        ("{{ ''.__class__.__mro__ }}", "unsafe"),
        ("{{ notes.__init__ }}", "unsafe"),
        ("{{ '{0.__class__}'.format(1) }}", "unsafe"),
        ("{{ 'a'.ljust(1000000000) }}", "unsafe"),
        ("{{ 'a' | center(1000000000) }}", "No filter named 'center'"),
        ("{{ notes | random }}", "No filter named 'random'"),
        ("{{ lipsum(1000) }}", "'lipsum' is undefined"),
        ("{{ 'ab' * 100000000 }}", "a value becomes too large"),
        ("{{ 100000000 * 'ab' }}", "a value becomes too large"),
        ("{{ 9 ** 99999999 }}", "a power is too large"),
        ("{{ '%999999999d' % 1 }}", "% is for numbers alone"),
        ("{{ 1 // 0 }}", "zero"),
        ("{{ range(1000000) | list }}", "Range too big"),
        ("{{ ('a' * 4000) | replace('a', 'b' * 4000000) }}", "too large"),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "it calls itself without an end"),
        (DOUBLED.format("~"), "a value becomes too large"),
        (DOUBLED.format("+"), "a value becomes too large"),
        (LONG, "it writes more than 64 million letters"),
        (f"{{% set x %}}{LONG}{{% endset %}}", "it writes more than 64 million letters"),
    ],
)
def test_what_a_template_cannot_do_is_told_in_one_sentence(source: str, told: str) -> None:
    with pytest.raises(BadRequest) as error:
        rendered(source)
    assert told in str(error.value)
    assert str(error.value).startswith("--template mine: ")
    assert "\n" not in str(error.value)


def test_loops_that_write_nothing_come_to_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("postil.export.templating.sandbox.SECONDS", 0.2)
    turns = "{% for i in range(99999) %}" * 3 + "{% set x = i %}" + "{% endfor %}" * 3
    with pytest.raises(BadRequest, match="it takes more than 0 seconds"):
        rendered(turns)
    calls = "{% macro m(n) %}{% if n %}{% set x = m(n-1) %}{% set x = m(n-1) %}{% endif %}"
    with pytest.raises(BadRequest, match="it takes more than 0 seconds"):
        rendered(calls + "{% endmacro %}{% set x = m(60) %}")


def test_a_template_changes_nothing_that_it_is_given() -> None:
    with pytest.raises(BadRequest, match="unsafe"):
        rendered("{{ articles[0].update({'title': 'x'}) }}")


def test_loops_know_where_they_are() -> None:
    source = "{% for t in tags %}{{ loop.index }}/{{ loop.length }}{{ ',' if not loop.last }}"
    assert rendered(source + "{% endfor %}") == "1/7,2/7,3/7,4/7,5/7,6/7,7/7"


def test_the_guide_names_every_value_and_filter() -> None:
    guide = (Path(__file__).parents[2] / "articles" / "postil-guide.md").read_text()
    values = values_of(dossier())
    inner = (value[0] for value in values.values() if isinstance(value, tuple))
    tables = (value for value in inner if isinstance(value, dict))
    names = [*values, *itertools.chain.from_iterable(tables)]
    told = [name for name in (*names, *(set(filters()) - set(FILTERS))) if f"`{name}`" not in guide]
    assert told == []
