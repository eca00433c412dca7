"""Turns round brackets that stand within round ones into square ones, as notes are set."""

from __future__ import annotations

from collections.abc import Sequence

from postil.csl.ground.rich import Piece, runs

LABEL = "label"
"""The key of an affix of a label, whose brackets stay as they are."""

_SQUARE = {"(": "[", ")": "]"}


def nest_brackets(pieces: Sequence[Piece]) -> None:
    """Turn the brackets of affixes that stand within others; those of the item's words stay.

    Where they do not come in pairs, all of them stay.
    """
    found = [one for one in runs(pieces) if not one.own and one.key != LABEL]
    depth = 0
    nested: list[str] = []
    for run in found:
        out = []
        for sign in run.text:
            depth -= sign == ")"
            if depth < 0:
                return
            out.append(_SQUARE.get(sign, sign) if depth % 2 else sign)
            depth += sign == "("
        nested.append("".join(out))
    if not depth:
        for run, text in zip(found, nested, strict=True):
            run.text = text
