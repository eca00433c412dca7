"""Words by which the names of persons, publications and bodies are told apart."""

from __future__ import annotations

from postil.lexicon.name_list import NameList


def _places(names: str) -> str:
    return names.casefold().replace(".\n", "\n")


KOREAN = NameList("persons/korean_surnames")
"""Korean family names, as they are written in Latin letters."""
CHINESE = NameList("persons/chinese_surnames")
"""Chinese family names, as they are written in Latin letters."""
FREQUENT = NameList("persons/frequent_chinese_surnames")
"""The Chinese family names that are hardly ever given names as well."""
VIETNAMESE = NameList("persons/vietnamese_surnames")
"""Vietnamese family names, which stand first where two names follow."""
SYLLABLES = NameList("persons/korean_syllables")
"""Syllables of Korean given names, as they are written in Latin letters."""
PARTICLES = NameList("persons/particles")
"""Small words that belong to a family name."""
CAPITAL_PARTICLES = NameList("persons/capital_particles")
"""The same, written with a capital."""
ROLES = NameList("persons/roles")
"""Titles and occupations, which stand before a name and are no part of it."""
SUFFIXES = NameList("persons/suffixes")
"""What follows a whole name, such as "Jr.", without its full stop."""

PRINT = NameList("words/publications")
"""Words in the names of publications."""
NEWS = NameList("words/newspapers")
"""Words in the names of newspapers."""
MAGAZINES = NameList("words/magazines")
"""Words in the names of magazines."""
NEWS_OR_MAGAZINES = NameList("words/newspapers", "words/magazines")
STATIONS = NameList("words/stations")
"""Words in the names of stations and sites, which are not printed in italics."""
AIRING = NameList("words/airing")
"""Words in the names of stations of radio and television."""
BODIES = NameList("words/bodies")
"""Words in the names of bodies."""
BODY_ADJECTIVES = NameList("words/body_adjectives")
"""Adjectives with which the names of bodies begin."""
COMPANIES = NameList("words/companies")
"""Legal forms of companies, which stand at the end of a name."""
GROUPS = NameList("words/groups")
"""Words in the names of groups of people."""
PUBLISHERS = NameList("words/publishers")
"""Words in the names of those who publish books."""
HOUSES = NameList("words/publishing_houses")
"""Words at the end of a publisher's name that are no person's."""
IMPERSONAL = NameList("words/bodies", "words/publications", "words/publishing_houses")
"""Words that tell a name from a person's."""
LINKING = NameList("words/linking")
"""Words that join others in the name of a publication or body, and not in that of a person."""
ABBREVIATIONS = NameList("words/abbreviations")
"""Words that a full stop shortens, so that it ends no part of a bibliography's entry."""
PLACES = NameList("words/places", fold=_places)
"""Cities and lands, in small letters and without a full stop at the end."""

GIVEN = NameList("persons/given_names")
"""Given names, by which an unknown name is told to be a person's."""
BEFORE_OUTLETS = NameList("words/before_outlets")
"""Words before the name of an outlet or a work, which connect it and are no part of it."""
BEFORE_PERSONS = NameList("words/before_persons")
"""Words before the name of a person, which connect it and are no part of it."""
MAKERS = NameList("words/makers")
"""Words before who made a work, within an attribution: "directed by"."""
HELPERS = NameList("words/helpers")
"""Words before who translated or edited a work, and so is no author of it."""
NETWORKS = NameList("words/networks")
"""Networks and sites on which persons post, as they stand behind "on"."""
BEFORE_DATES = NameList("words/before_dates")
"""Words before a date, which say what day it is."""
PAPERS = NameList("words/papers")
"""Words in the titles of what bodies publish: surveys, reports, yearbooks."""
AUTHORED_KINDS = NameList("words/authored_kinds")
"""Kinds of works that a person makes, as a field between two commas."""
SAYING_VERBS = NameList("words/saying_verbs")
"""Verbs of telling in other languages: who says something to an outlet is named with it."""
EASTERN_EDITIONS = NameList("words/eastern_editions")
"""Words behind a date or an outlet in Chinese, Japanese or Korean letters."""
ACCORDING_TO = NameList("words/according_to")
"""Words before the name of what says what follows, in other languages than English."""
WRITING_VERBS = NameList("words/writing_verbs")
"""Verbs of writing and reporting in other languages than English."""
INSIDE_WORDS = NameList("words/inside_words")
"""Words for where something was written, in other languages than English."""
EASTERN_LEAD_INS = NameList("words/eastern_lead_ins")
"""Lead-ins in Chinese, Japanese and Korean letters, a sign in the place of who says it."""
ARTICLES_ABROAD = NameList("words/article_words_abroad")
"""Articles of other languages, and words for what is named behind them."""
STATED_KINDS = NameList("words/stated_kinds")
"""Kinds of works, as a field between two commas: neither a person nor an outlet."""
SOURCE_LABELS = NameList("words/source_labels")
"""What stands before a colon and says that a source follows, in any language."""
CREDIT_LABELS = NameList("words/credit_labels")
"""What stands before a colon and says that who made a picture or a text follows."""
AUTHOR_LABELS = NameList("words/author_labels")
"""What stands before a colon below a title and says that who wrote the text follows."""
AUTHOR_OPENINGS = NameList("words/author_openings")
"""What stands before the name of who wrote a text, without a colon."""
EASTERN_OUTLETS = NameList("words/eastern_outlets")
"""Ends of the names of outlets in Chinese, Japanese and Korean letters."""
EASTERN_PUBLISHERS = NameList("words/eastern_publishers")
"""Ends of the names of publishers in these letters."""
EASTERN_BODIES = NameList("words/eastern_bodies")
"""Ends of the names of bodies in these letters."""
EASTERN_ROLES = NameList("persons/eastern_roles")
"""Words for who writes or photographs, before or behind a name in these letters."""
EASTERN_SURNAMES = NameList("persons/eastern_surnames")
"""Family names in these letters, which stand first."""
