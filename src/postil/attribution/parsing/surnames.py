"""Joins to persons the family names that an attribution begins with."""

from __future__ import annotations

from postil.attribution.parsing.fields import Kind, Piece
from postil.lexicon import outlet_rules, person_names
from postil.model.source import Name


def families_joined(pieces: list[Piece]) -> list[Piece]:
    """Join "Family" and "Given and others" where an attribution begins with them."""
    if len(pieces) < 2 or " " in pieces[0].words or not _could_be_family(pieces):
        return pieces
    first, *others = person_names.split_names(pieces[1].words)
    given = len(first.split()) <= 2 and person_names.could_be_given(first)
    if not given or outlet_rules.is_publication(first) or pieces[1].kind is Kind.TITLE:
        return pieces
    if len(pieces) == 2 and not others and len(first.split()) > 1:
        return pieces
    people = [Name(family=pieces[0].words, given=first)]
    for other in others:
        name = person_names.parse_name(other)
        if name is None:
            return pieces
        people.append(name)
    return [Piece(Kind.PEOPLE, pieces[0].words, tuple(people)), *pieces[2:]]


def surnames_joined(pieces: list[Piece]) -> list[Piece]:
    """Take "Hale & Romero" that stand before a title or a publication for two persons."""
    if len(pieces) > 1 and pieces[0].kind in (Kind.PHRASE, Kind.PUBLICATION):
        first, second = pieces[:2]
        printed = second.kind in (Kind.TITLE, Kind.AGENCY) or outlet_rules.is_news(second.words)
        surnames = person_names.parse_surnames(first.words)
        body = outlet_rules.is_printed(first.words) or outlet_rules.is_institution(first.words)
        if printed and len(surnames) > 1 and not (body or outlet_rules.is_publisher(first.words)):
            return [Piece(Kind.PEOPLE, first.words, surnames), *pieces[1:]]
    return pieces


def _could_be_family(pieces: list[Piece]) -> bool:
    """Tell whether the first word of an attribution may be a family name set in capitals."""
    first, second = pieces[:2]
    if first.kind is Kind.WORD:
        return True
    titled = len(pieces) > 2 and pieces[2].kind is Kind.TITLE
    capitals = first.kind is Kind.PUBLICATION and len(first.words) > 2 and first.words.isalpha()
    return titled and capitals and not outlet_rules.is_known(first.words) and bool(second.words)
