"""Motions of a caret and passages around it, as pure functions on canonical offsets.

positions        where a caret can stand
motions          from there to another character, word, sentence, paragraph or section
vertical_motion  to another row of the screen
text_objects     the word, sentence, paragraph or quotation around a caret
selection        a passage of which one end moves

Within the package imports point up this list; vertical_motion and text_objects are strangers.
A caret stands on the first code point of a character within a block: never on a joint between two
blocks, never within a character. Functions take any offset, and give the nearest such position.
"""

from __future__ import annotations

from postil.caret.motions import (
    article_end,
    article_start,
    character,
    paragraph,
    section,
    sentence,
    word_back,
    word_end,
    word_start,
)
from postil.caret.selection import Selection, Unit, select_sentence, stretch
from postil.caret.text_objects import (
    first_quotation,
    paragraph_at,
    quotation_around,
    quotation_at,
    sentence_at,
    whole_characters,
    word_at,
)
from postil.caret.vertical_motion import screen_line

__all__ = [
    "Selection",
    "Unit",
    "article_end",
    "article_start",
    "character",
    "first_quotation",
    "paragraph",
    "paragraph_at",
    "quotation_around",
    "quotation_at",
    "screen_line",
    "section",
    "select_sentence",
    "sentence",
    "sentence_at",
    "stretch",
    "whole_characters",
    "word_at",
    "word_back",
    "word_end",
    "word_start",
]
