"""Comments of others: the words that they are on, within a paragraph."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from postil.document.formats.office.paragraphs import Piece, Story
from postil.model.article import Comment
from postil.text.clean import clean, clean_line

MOST = 1000
"""Comments that are kept."""
_LONGEST_NAME = 100
_LONGEST = 20_000
_MOST_NAMED = 3
_MOST_RANGES = 2 * MOST
"""Comments of which it is told which words they are on; all that are kept, some twice."""
_FARTHEST = 5000
"""Pieces of a paragraph among which a comment's words are looked for, back from their end."""


def add(story: Story, name: str, author: str, paragraphs: Sequence[str]) -> None:
    """Keep a comment under a name, which has no blanks in it."""
    text = "\n\n".join(filter(None, (clean(one).strip() for one in paragraphs)))[:_LONGEST]
    if text and len(story.comments) < MOST:
        story.comments[name] = Comment(clean_line(author, _LONGEST_NAME), text)


class Ranges:
    """The words that comments are on, begun and ended among the pieces of paragraphs."""

    def __init__(self) -> None:
        self._left = _MOST_RANGES

    def begin(self, pieces: list[Piece], name: str) -> None:
        """Begin the words of a comment here."""
        if self._left > 0:
            pieces.append(Piece("comment", name))

    def end(self, pieces: list[Piece], name: str) -> None:
        """End the words of a comment here; one without words is on the last word before it."""
        if self._left <= 0:
            return
        self._left -= 1
        worded = False
        for at in range(len(pieces) - 1, max(-1, len(pieces) - 1 - _FARTHEST), -1):
            kind = pieces[at].kind
            if kind in ("text", "image"):
                worded = True
            elif kind == "comment" and pieces[at].text == name:
                if worded:
                    pieces.append(Piece("commented", name))
                    return
                del pieces[at]
                break
        _on_last_word(pieces, name)


def _on_last_word(pieces: list[Piece], name: str) -> None:
    for at in range(len(pieces) - 1, max(-1, len(pieces) - 1 - _FARTHEST), -1):
        piece = pieces[at]
        if piece.kind == "text" and (words := piece.text.rstrip()):
            cut = max(words.rfind(" "), words.rfind("\t")) + 1
            pieces[at : at + 1] = [
                piece._replace(text=piece.text[:cut]),
                Piece("comment", name),
                piece._replace(text=words[cut:]),
                Piece("commented", name),
                piece._replace(text=piece.text[len(words) :]),
            ]
            return


def remark(comments: Mapping[str, Comment]) -> str:
    """Return the sentence that says of comments that they are there."""
    authors = list(dict.fromkeys(one.author for one in comments.values() if one.author))
    said = ", ".join(authors[:_MOST_NAMED]) + (" and others" if authors[_MOST_NAMED:] else "")
    count = "A comment" if len(comments) == 1 else f"{len(comments)} comments"
    by = f" by {said}" if said else ""
    verb = "stands" if len(comments) == 1 else "stand"
    return f"{count}{by} {verb} beside the text; f opens what is marked."
