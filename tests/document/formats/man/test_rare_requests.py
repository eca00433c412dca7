"""What manual pages seldom use, as ``man`` would set it."""

from __future__ import annotations

import pytest

from tests.document.formats.man.test_reader import mdoc, texts

NAMED = ".SH NAME\nice\n"


@pytest.mark.parametrize(
    ("source", "last"),
    [
        (".ds who the keeper\nAsk \\*[who] of it.\n", "Ask the keeper of it."),
        (".nr n 3\n.nr n +2\nIt is \\nn now.\n", "It is 5 now."),
        (".nr n 3\n.nr n -1\nIt is \\nn now.\n", "It is 2 now."),
        (".nr n 1\n.if r n It is set.\n.if !r m And that is not.\n", "It is set. And that is not."),
        (".if 'a'a' Same.\n.if 'a'b' Other.\n", "Same."),
        (".if 1:0 Either.\n.if 1&0 Both.\n", "Either."),
        (".if (2*3)=6 Six.\n", "Six."),
        (".if -1<0 Less.\n", "Less."),
        (".if !0 Not none.\n", "Not none."),
        (".ie 0 One.\n.el Another.\n", "Another."),
        (".de xx\nWords of \\\\$1.\n..\n.xx mine\n", "Words of mine."),
        (".de xx\nOnce.\n..\n.rm xx\n.xx\nGone.\n", "Gone."),
        (".de xx\nAll: \\\\$*.\n..\n.xx a b c\n", "All: a b c."),
        (".tr *+\na*b\n", "a+b"),
        (".als bb B\n.bb Heavy\n", "Heavy"),
        ('.URL https://example.org/ "The site" .\n', "The site."),
        (".MTO a@example.org Ada\n", "Ada"),
        (".UR https://example.org/\nThe site\n.UE .\n", "The site."),
        (".ig\nNot this.\n..\nBut this.\n", "But this."),
        (".EQ\nx over y\n.EN\nis a part.\n", "x over y is a part."),
        ("One\n.br\nTwo\n", "One\nTwo"),
        (".B\nHeavy\nlight\n", "Heavy light"),
        (".SM\nsmall\nwords\n", "small words"),
        ("Words\n  set in\n", "Words\n  set in"),
    ],
)
def test_requests_of_roff_and_of_man(source: str, last: str) -> None:
    found = texts(NAMED + ".SH TEXT\n" + source)[3:]
    assert " ".join("\n".join(found).split()) == " ".join(last.split())


@pytest.mark.parametrize(
    ("source", "last"),
    [
        (".Aq Mt a@example.org", "<a@example.org>"),
        (".Fx 13.0\nruns it.", "FreeBSD 13.0 runs it."),
        (".Fl\nreads its input.", "- reads its input."),
        (".St -p1003.1-2008", "IEEE Std 1003.1-2008 (“POSIX.1”)"),
        ("keeper\n.Ap s lamp", "keeper's lamp"),
        (".Sm off\n.Ar a : b\n.Sm on", "a:b"),
        (".In stdio.h", "<stdio.h>"),
        (".Bt", "is currently in beta test."),
        (".Ud", "currently under development."),
        (".Em never Ns ever", "neverever"),
        (".Pq see Xr ice 7", "(see ice(7))"),
        (".No plain Sy heavy", "plain heavy"),
        (".Ex -std ice", "The ice utility exits 0 on success, and >0 if an error occurs."),
    ],
)
def test_macros_of_mdoc_within_lines(source: str, last: str) -> None:
    assert mdoc(source + "\n")[-1] == last


def test_displays_and_lists_that_stand_open_end_with_their_section() -> None:
    found = mdoc(
        ".Bd -literal\nwhile lit;\n.Sh NEXT\nWords.\n.Bl -bullet\n.It\nOne\n.Sh LAST\nEnd.\n"
    )
    assert found == ["while lit;", "NEXT", "Words.", "One", "LAST", "End."]


def test_a_list_in_columns_is_a_table() -> None:
    found = mdoc(".Bl -column one two\n.It Sy Lamp Ta Sy Oil\n.It Small Ta 1.2\n.El\nAfter.\n")
    assert [line.split() for line in found[0].splitlines()] == [["Lamp", "Oil"], ["Small", "1.2"]]
    assert found[1] == "After."


@pytest.mark.parametrize("source", [".El", ".It one", ".Ed", ".Ta", ".Xo", ".Oc", ".Re"])
def test_ends_of_what_never_began_do_no_harm(source: str) -> None:
    assert mdoc(f"Before.\n{source}\nAfter.\n")[-1].endswith("After.")
