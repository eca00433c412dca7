"""The whole article as Markdown: its words stay, and each passage leads to its note."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from postil.document.pipeline import whole
from postil.export.base.dossier import Dossier, ExportedArticle, ExportedNote
from postil.export.base.placed import Marked
from postil.export.prose import article
from postil.export.prose.marked_words import MarkedWords, Reference
from postil.model.article import Block, BlockKind, Inline, InlineKind
from tests.export.dossiers import a_note, dossier
from tests.support.examples import examples


def parsed(text: str) -> list[Token]:
    return (
        MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(footnote_plugin).parse(text)
    )


def shown(tokens: list[Token]) -> str:
    """Return the words that a reader of the Markdown sees."""
    out = ""
    for token in tokens:
        for child in token.children or ():
            out += "\n" if child.type in ("softbreak", "hardbreak") else ""
            out += child.content if child.type in ("text", "code_inline", "text_special") else ""
    return out


def written(made: Dossier) -> str:
    return article.write(made).data.decode()


def of_text(text: str, notes: tuple[ExportedNote, ...]) -> Dossier:
    read = whole(text.encode(), "x.md", None)
    one = ExportedArticle("a", "Title", text=read.text, article=read, notes=notes)
    return Dossier((one,))


def test_every_note_on_a_passage_is_a_footnote_that_is_referred_to_once() -> None:
    text = written(dossier())
    labels = re.findall(r"(?m)^\[\^(note-\d+)\]: ", text)
    assert len(labels) == len(set(labels)) == 5
    for label in labels:
        assert len(re.findall(rf"\[\^{label}\](?!:)", text)) == 1
    assert "<mark>harbour 🌊 froze</mark>[^note-2] twice." in text


def test_a_note_follows_the_block_that_its_passage_begins_in() -> None:
    lines = written(dossier()).split("\n")
    at = next(at for at, line in enumerate(lines) if "[^note-2] twice" in line)
    assert lines[at + 1 : at + 3] == ["", "[^note-2]: > harbour 🌊 froze"]


def test_what_has_no_passage_stands_at_the_top_or_at_the_end() -> None:
    text = written(dossier())
    assert text.index("**On the whole of Tides**") < text.index("The <mark>harbour")
    end = text.index("### Notes whose words are gone")
    assert "> words that went" in text[end:]


def test_a_note_leads_to_another_one() -> None:
    text = written(dossier())
    assert "contradicts [harbour 🌊 froze](#n-01m8qwmeeqfgfspwk6fckfr3q0)" in text
    assert text.count('<a id="n-01m8qwmeeqfgfspwk6fckfr3q0"></a>') == 1


def test_articles_of_which_no_text_is_kept_are_counted() -> None:
    bare = Dossier((ExportedArticle("a", "Gone", notes=dossier().articles[0].notes[-1:]),))
    made = article.write(bare)
    assert made.losses == ("Of 1 article no text is kept here: the notes alone.",)


SAMPLE = """# Title

Some *set* **apart**, `co``de` and [a link](https://e.test/x_y) with a_b, 2 < 3 & 4 > 1!

> Quoted words.
>
> - an item in it

1. first
2. second
   - deeper

   more of it

| a | b |
|---|---|
| x | y \\| z |

```py
code = "``` no end"
```

A claim.[^1] 1\\. no item

[^1]: The footnote.
"""


def test_blocks_of_every_kind_are_read_back_as_they_were() -> None:
    read = whole(SAMPLE.encode(), "x.md", None)
    text = written(of_text(SAMPLE, ()))
    again = whole(text.encode(), "y.md", None)
    assert [one.text for one in again.blocks] == [one.text for one in read.blocks]
    assert [one.kind for one in again.blocks] == [one.kind for one in read.blocks]
    assert [(one.quoted, one.level) for one in again.blocks[1:]] == [
        (one.quoted, one.level) for one in read.blocks[1:]
    ]
    kinds = {form.kind for one in read.blocks for form in one.inlines}
    assert {form.kind for one in again.blocks for form in one.inlines} == kinds


def test_a_passage_across_blocks_is_marked_in_each_and_referred_to_at_its_end() -> None:
    read = whole(SAMPLE.encode(), "x.md", None)
    quote = read.text[read.text.index("Quoted") : read.text.index("deeper") + 6]
    text = written(of_text(SAMPLE, (a_note(0, read.text, quote, body="Across."),)))
    assert "> <mark>Quoted words.</mark>" in text
    assert "<mark>deeper</mark>[^note-1]" in text
    assert text.count("[^note-1]: ") == 1
    assert text.index("[^note-1]: ") > text.index("more of it")


def test_code_names_the_notes_on_it_below() -> None:
    read = whole(SAMPLE.encode(), "x.md", None)
    text = written(of_text(SAMPLE, (a_note(0, read.text, "no end"),)))
    assert "````\n\nIn these lines: [^note-1]\n" in text


SIGNS = st.text(alphabet="ab *_`[]()!<>\\&;#~^$:|é中.\u201c", min_size=1, max_size=20)
KINDS = (InlineKind.EMPHASIS, InlineKind.STRONG, InlineKind.CODE, InlineKind.LINK)


@st.composite
def blocks(draw: st.DrawFn) -> tuple[Block, list[Marked], list[Reference]]:
    text = draw(SIGNS)
    at = st.integers(0, len(text))

    def span() -> tuple[int, int]:
        start, end = sorted((draw(at), draw(at)))
        return start, end

    forms = [
        Inline(*span(), draw(st.sampled_from(KINDS)), "https://e.test/a")
        for _ in range(draw(st.integers(0, 3)))
    ]
    marks, notes = [], []
    for number in range(draw(st.integers(0, 2))):
        start, end = span()
        if start < end:
            marks.append(Marked(start, end, str(number), "yellow", number))
            notes.append(Reference(end, f"note-{number}"))
    return Block(BlockKind.PARAGRAPH, text, inlines=tuple(forms)), marks, notes


@given(blocks())
@examples(1)
def test_words_stay_what_they_are_whatever_is_set_apart_or_marked(
    drawn: tuple[Block, list[Marked], list[Reference]],
) -> None:
    block, marks, notes = drawn
    made = MarkedWords(lambda _: "").of(block, marks, notes)
    defined = "".join(f"\n\n[^{one.label}]: note" for one in notes)
    tokens = parsed(f"x {made} x{defined}")
    body = tokens[
        : next((at for at, one in enumerate(tokens) if "footnote_block" in one.type), 9999)
    ]
    assert "".join(shown(body).split()) == "".join(f"x{block.text}x".split())
    if block.text.strip():
        found = [
            child for one in body for child in one.children or () if child.type == "footnote_ref"
        ]
        assert len(found) == len({one.label for one in notes})
