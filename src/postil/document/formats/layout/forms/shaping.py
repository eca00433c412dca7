"""Shaping of a plain text: its groups of lines, with what they are by the text they stand in."""

from __future__ import annotations

from collections.abc import Iterable

from postil.document.formats.layout.forms.captions import captions, has_captions
from postil.document.formats.layout.forms.half_lines import are_half_lines
from postil.document.formats.layout.forms.mail import is_mail, mail
from postil.document.formats.layout.forms.speech import speech_in
from postil.document.formats.layout.forms.stanzas import is_technical
from postil.document.formats.layout.forms.turns import turns
from postil.document.formats.layout.forms.verse import verse
from postil.document.formats.layout.line_groups import LineGroup
from postil.document.formats.layout.line_layout import LineLayout

_MANY = 0.45
"""Share of its lines with signs of code and fields from which a text has no verse."""
_SOME = 80
"""Lines that are looked at for that."""


def shaped(
    groups: Iterable[LineGroup], head: str, layout: LineLayout, *, cut: bool = False
) -> Iterable[LineGroup]:
    """Return the groups of a text that begins with ``head``, in order, some of them parted.

    Of a text that is ``cut``, those are left out which what follows may change.
    """
    if is_mail(head):
        spoken: Iterable[LineGroup] = mail(groups)
    elif has_captions(head):
        spoken = captions(groups)
    else:
        speech = speech_in(head, layout)
        spoken = groups if speech is None else turns(groups, speech, cut=cut)
    if layout.dense:
        return spoken
    lines = [line for line in head.split("\n") if line and not line.isspace()]
    some = lines[:: 1 + len(lines) // _SOME]
    return (
        spoken
        if is_technical(some, _MANY) and not are_half_lines(some)
        else verse(spoken, layout, cut=cut)
    )
