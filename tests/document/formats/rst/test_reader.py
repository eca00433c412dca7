"""reStructuredText as a careful reader would have it read out."""

from __future__ import annotations

import pytest

from postil.document.formats.rst.reader import read
from postil.document.pipeline import parse
from postil.model.article import Article, Block, BlockKind, InlineKind
from postil.model.source import Date


def article(text: str) -> Article:
    """Return the whole article of some source."""
    return list(parse(text.encode(), "x.rst"))[-1]


def lines(text: str) -> list[tuple[str, int, str, str]]:
    """Return kind, level, marker and text of each block."""
    return [(one.kind.value, one.level, one.marker, one.text) for one in article(text).blocks]


def texts(text: str) -> list[str]:
    """Return the texts of the blocks."""
    return [one.text for one in article(text).blocks]


def marks(block: Block) -> list[tuple[str, InlineKind, str]]:
    """Return what is set apart in a block, how, and where it leads."""
    return [(block.text[one.start : one.end], one.kind, one.target) for one in block.inlines]


TITLED = """\
=========
The Ice
=========

:Author: Ada Frost
:Date: 2021-03-04
:Version: 2
:Status: Draft

First
=====

Words.
"""


def test_title_and_fields_are_the_documents_own_and_not_its_text() -> None:
    found = article(TITLED)
    assert found.metadata.title == "The Ice"
    assert [one.display for one in found.metadata.author] == ["Ada Frost"]
    assert found.metadata.issued == Date(2021, 3, 4)
    assert dict(found.metadata.origins)["title"] == "document"
    assert [(one.level, one.text) for one in found.blocks] == [
        (1, "The Ice"),
        (0, "Version: 2"),
        (0, "Status: Draft"),
        (2, "First"),
        (0, "Words."),
    ]


def test_sections_stand_under_one_another() -> None:
    found = article("One\n===\n\na\n\nTwo\n---\n\nb\n\nThree\n=====\n\nc\n")
    assert [(one.level, one.title) for one in found.sections] == [
        (1, "One"),
        (2, "Two"),
        (1, "Three"),
    ]
    assert found.metadata.title == ""


def test_lists_definitions_options_and_fields() -> None:
    source = (
        "3. three\n#. four\n\n(a) letter\n\n* point\n\n  more\n\n  - deep\n\n"
        "term : kind\n  What it is.\n\n-f FILE  Take a file.\n\n:param x: The number.\n"
    )
    assert lines(source) == [
        ("list-item", 1, "3.", "three"),
        ("list-item", 1, "4.", "four"),
        ("list-item", 1, "a)", "letter"),
        ("list-item", 1, "•", "point"),
        ("list-item", 1, "", "more"),
        ("list-item", 2, "•", "deep"),
        ("paragraph", 0, "", "term : kind"),
        ("list-item", 1, "", "What it is."),
        ("paragraph", 0, "", "-f FILE"),
        ("list-item", 1, "", "Take a file."),
        ("paragraph", 0, "", "param x: The number."),
    ]


def test_notes_and_sources_are_footnotes_at_the_end() -> None:
    found = article(
        "See [#n]_ and [1]_ and [Fro21]_.\n\n.. [#n] Auto.\n.. [1] One.\n\n.. [Fro21] Frost.\n"
    )
    assert [(one.kind, one.marker, one.text) for one in found.blocks] == [
        (BlockKind.PARAGRAPH, "", "See [2] and [1] and [Fro21]."),
        (BlockKind.FOOTNOTE, "2", "Auto."),
        (BlockKind.FOOTNOTE, "1", "One."),
        (BlockKind.FOOTNOTE, "Fro21", "Frost."),
    ]
    assert marks(found.blocks[0])[0] == ("[2]", InlineKind.FOOTNOTE, "2")


def test_line_blocks_are_verse() -> None:
    (poem,) = article("| The ice,\n|   the snow,\n| the thaw.\n").blocks
    assert poem.kind is BlockKind.VERSE
    assert poem.text == "The ice,\n    the snow,\n the thaw.".replace("\n the", "\nthe")
    (pair,) = article("| The ice,\n| the snow.\n").blocks
    assert (pair.kind, pair.text) == (BlockKind.VERSE, "The ice,\nthe snow.")


def test_tables_of_both_kinds_and_cells_over_rows() -> None:
    simple = "====  =====\nYear  Ice\n====  =====\n1884  much\n====  =====\n"
    (table,) = article(simple).blocks
    assert (table.kind, table.text) == (BlockKind.TABLE, "Year  Ice\n1884  much")
    grid = "+---+---+\n| a | b |\n|   +---+\n|   | c |\n+---+---+\n"
    assert texts(grid) == ["a  b\n   c"]


def test_code_stands_as_it_is_with_its_language() -> None:
    found = article(
        "::\n\n  a\n    b\n\n.. code-block:: c\n   :linenos:\n   :caption: A sum\n\n   int a;\n"
    )
    assert [(one.kind.value, one.text, one.language) for one in found.blocks] == [
        ("code", "a\n  b", ""),
        ("paragraph", "A sum", ""),
        ("code", "int a;", "c"),
    ]


def test_tabs_are_eight_wide() -> None:
    assert texts("a::\n\n\tx\n        y\n") == ["a:", "x\ny"]


def test_what_sphinx_adds_is_read_for_its_words() -> None:
    source = """\
.. _top:

Call :func:`os.open` or :meth:`~io.Raw.read`, :ref:`the top <top>`, :file:`/etc/{name}`,
:odd:`words`, and :guilabel:`&Open`.

.. index:: ice

.. py:function:: freeze(x)
   :noindex:

   Freezes *x*.

.. versionadded:: 3.2
   It melts too.

.. seealso:: The thaw.

.. toctree::
   :maxdepth: 2

   Winter <winter>
   spring

.. unheard-of:: argument

   Content.
"""
    assert texts(source) == [
        "Call os.open() or read(), the top, /etc/name, words, and Open.",
        "freeze(x)",
        "Freezes x.",
        "New in version 3.2: It melts too.",
        "See also",
        "The thaw.",
        "Winter",
        "spring",
        "argument",
        "Content.",
    ]


def test_a_reference_to_a_label_is_the_title_there_and_leads_there() -> None:
    found = article(
        "Top\n===\n\nSee :ref:`cold` and `Cold parts`_.\n\n"
        ".. _cold:\n\nCold parts\n----------\n\na\n"
    )
    block = found.blocks[1]
    assert block.text == "See Cold parts and Cold parts."
    for text, kind, target in marks(block):
        assert (text, kind) == ("Cold parts", InlineKind.LINK)
        assert found.text[found.anchors[target[1:]] :].startswith("Cold parts")


def test_admonitions_figures_quotations_and_rules() -> None:
    source = """\
.. note:: A warm mould rings true.

.. figure:: b.png
   :alt: A bell
   :unheard: of

   The third bell.

..

   He who casts must wait.

   -- N. Corradin

A word.

----

|name| and |unknown|.

.. |name| replace:: the bell
"""
    assert texts(source) == [
        "Note",
        "A warm mould rings true.",
        "A bell",
        "The third bell.",
        "He who casts must wait.",
        "— N. Corradin",
        "A word.",
        "* * *",
        "the bell and |unknown|.",
    ]


def test_admonitions_are_asides() -> None:
    source = """\
.. tip:: Pour *slowly*.

   - a mould

.. admonition:: By the way

   Words.

.. seealso:: The other bell.

After.
"""
    assert [(one.aside, one.quoted, one.text) for one in article(source).blocks] == [
        ("tip", 0, "Tip"),
        ("tip", 0, "Pour slowly."),
        ("tip", 0, "a mould"),
        ("note", 0, "By the way"),
        ("note", 0, "Words."),
        ("note", 0, "See also"),
        ("note", 0, "The other bell."),
        ("", 0, "After."),
    ]


def test_nothing_is_opened_and_nothing_raw_passes() -> None:
    source = """\
A word.

.. include:: /etc/passwd

.. literalinclude:: /etc/passwd

.. raw:: html

   <script>evil()</script>

.. csv-table:: Users
   :file: /etc/passwd

.. role:: raw-html(raw)
   :format: html

:raw-html:`<b>` `js <javascript:alert(1)>`_ `local <file:///etc/passwd>`_
"""
    found = article(source)
    assert "root:" not in found.text
    assert "evil" not in found.text
    assert "not read: /etc/passwd" in found.remarks[0]
    assert all(not one.target for block in found.blocks for one in block.inlines)


def test_no_message_of_the_parser_is_in_the_text() -> None:
    text = article("Title\n==\n\n*open\n\n`broken\n\n.. image::\n\n  indented\n wrong\n").text
    for word in ("System Message", "WARNING", "ERROR", "too short", "without end"):
        assert word not in text
    assert "*open" in text


@pytest.mark.parametrize(
    "text",
    [
        "\n".join("  " * depth + "* item" + "\n" for depth in range(400)),
        ">" * 10 + "\n" + "word " * 20_000,
    ],
)
def test_what_the_parser_does_not_bear_is_read_as_plain_text(text: str) -> None:
    found = article(text)
    assert "plain text" in found.remarks[0]
    assert found.blocks


def test_progress_is_told_and_can_end_the_work() -> None:
    told: list[float] = []
    read("A\n\nB\n\nC\n", "", told.append)
    assert told == sorted(told)
    assert told[-1] <= 1

    class GivenUp(Exception): ...

    def give_up(share: float) -> None:
        if share > 0:
            raise GivenUp

    with pytest.raises(GivenUp):
        read("A\n\nB\n\nC\n", "", give_up)


def test_no_markup_takes_the_square_of_its_length() -> None:
    for text in ("|s|" * 4000, "a:" * 20_000, "*a " * 1900 + "\n\n" + "*b* " * 20):
        assert article(text).blocks
    assert texts("|s|" * 1000) == ["|s|" * 1000], "so much markup is none"


def test_what_is_set_in_is_a_quotation_where_it_has_words_of_its_own() -> None:
    source = "A word:\n\n  * point\n\n  * point two\n\nA word.\n\n  He who waits.\n"
    assert [one.quoted for one in article(source).blocks] == [0, 0, 0, 0, 1]


def test_options_of_what_is_described_are_told_and_those_for_sphinx_are_not() -> None:
    source = (
        ":orphan:\n\nTop\n===\n\n"
        ".. confval:: ice\n   :type: :code-py:`str`\n   :default: melts\n\n   What.\n"
    )
    assert texts(source) == ["Top", "ice", "Type: str", "Default: melts", "What."]


def test_no_message_of_the_parser_is_in_the_metadata() -> None:
    found = article("Ice\n===\n\n:Author: Ada Frost\n:Language: B. cold\n:Publisher: *Snow\n")
    assert [one.display for one in found.metadata.author] == ["Ada Frost"]
    assert "WARNING" not in repr(found.metadata)
    assert "INFO" not in repr(found.metadata)
