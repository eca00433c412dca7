from __future__ import annotations

from itertools import pairwise

import pytest

from postil.attribution.governing.sources import Sources, read
from postil.model.article import Article, Block, BlockKind, Section
from postil.model.source import Correction, Date, Source, Via
from postil.model.span import Span
from tests.attribution.governing.paragraphs import BRACKET, article, container, governed, ways
from tests.support.effort import at_most


def test_an_attribution_governs_its_paragraph_from_the_lead_in_on() -> None:
    text = f"Ships came early. Mary Lamb wrote in the Quay Herald: “They left at dawn. {BRACKET}"
    [found] = governed(text)
    assert (found.via, found.relation, found.confidence) == (Via.BRACKET, "quoted", "high")
    assert found.evidence is not None
    assert text[found.evidence.start : found.evidence.end] == BRACKET
    assert [(text[p.span.start : p.span.end][:4], str(p.via)) for p in found.parts] == [
        ("Ship", "none"),
        ("Mary", "bracket"),
    ]
    assert found.parts[0].span.end == found.parts[1].span.start


def test_a_paraphrase_is_cited() -> None:
    assert ways(f"The ships left at dawn. {BRACKET}") == [("bracket", "cited")]


def test_a_reopened_mark_continues_the_quotation() -> None:
    first = f"Mary Lamb wrote in the Quay Herald: “Ships left. {BRACKET}"
    second = "“They came back. “Too soon,” said a pilot. “Far too soon.”"
    third = "“Nobody knows why.”"
    found = governed(first, second, third)
    assert [str(f.via) for f in found] == ["bracket", "continued-quotation", "continued-quotation"]
    assert {container(f) for f in found} == {"Quay Herald"}
    assert found[1].parts == ()


def test_what_follows_the_end_of_the_quotation_is_carried() -> None:
    first = f"Mary Lamb wrote in the Quay Herald: “Ships left. {BRACKET}"
    second = "“They came back.” A pilot of forty years stood on the quay. He waved."
    parts = governed(first, second)[1].parts
    assert [(str(p.via), p.relation, p.confidence) for p in parts] == [
        ("continued-quotation", "quoted", "high"),
        ("carried", "cited", "medium"),
    ]


def test_a_paragraph_without_a_mark_is_carried_while_the_quotation_is_open() -> None:
    first = f"Mary Lamb wrote in the Quay Herald: “Ships left. {BRACKET}"
    found = governed(first, "Nobody knew why.", "“They came back.", "It rained.")
    assert [(str(f.via), f.confidence) for f in found[1:]] == [
        ("carried", "medium"),
        ("continued-quotation", "high"),
        ("carried", "medium"),
    ]


def test_a_closed_quotation_carries_nothing_on() -> None:
    first = f"Mary Lamb wrote in the Quay Herald: “Ships left.” {BRACKET}"
    assert ways(first, "The town has two piers.")[1] == ("none", "own")
    assert ways(first, "Nobody knew why, the report said.")[1] == ("carried", "cited")


def test_a_heading_ends_carrying() -> None:
    first = f"Mary Lamb wrote in the Quay Herald: “Ships left. {BRACKET}"
    assert ways(first, "# Later", "“Who knows,” said a pilot.")[1] == ("none", "own")


def test_a_lead_in_claims_the_later_attribution_of_its_outlet() -> None:
    found = governed(
        "In 2001, Quay Herald reported: “Ships left.",
        "They came back.",
        f"It rained. {BRACKET}",
    )
    assert [str(f.via) for f in found] == ["later-bracket", "later-bracket", "bracket"]
    assert {f.source for f in found} == {found[2].source}
    assert found[0].source is not None
    assert found[0].source.issued == Date(2001, 5, 3)


@pytest.mark.parametrize(
    "between",
    ["# Elsewhere", "According to AFP: “It rained.”", "Rain fell. [Source: Reuters, May 2002]"],
)
def test_nothing_may_stand_between_a_lead_in_and_its_attribution(between: str) -> None:
    found = governed("Quay Herald reported: “Ships left.”", between, f"It rained. {BRACKET}")
    assert found[0].via is Via.LEAD_IN
    assert found[0].source == Source("article-newspaper", container_title="Quay Herald")


def test_a_lead_in_alone_governs_the_quoted_words_and_borrows_no_date() -> None:
    text = "Fog is common here. According to AFP: “Ships left at dawn.” The fog lifted."
    found = governed(text, "# On", "The fleet fell. [Source: AFP, May 3, 2001]")[0]
    assert (found.via, found.confidence, found.relation) == (Via.LEAD_IN, "medium", "quoted")
    assert found.source is not None
    assert found.source.issued is None
    assert [str(p.via) for p in found.parts] == ["none", "lead-in", "none"]
    assert text[found.parts[1].span.start : found.parts[1].span.end].startswith("According")


def test_a_doubled_opening_mark_leaves_the_quotation_open() -> None:
    first = f"Mary Lamb wrote in the Quay Herald: ““Ships left. {BRACKET}"
    assert ways(first, "They came back.")[1] == ("carried", "quoted")


def test_an_announced_block_quotation_belongs_to_its_lead_in() -> None:
    found = ways("Mary Lamb wrote in the Quay Herald:", "> Ships left.", "> They came.", "Fog.")
    assert found == [
        ("lead-in", "quoted"),
        ("continued-quotation", "quoted"),
        ("continued-quotation", "quoted"),
        ("none", "own"),
    ]


def test_an_attribution_of_its_own_governs_what_stands_before_it() -> None:
    assert ways("Fog.", "Ships left at dawn.", BRACKET) == [
        ("none", "own"),
        ("later-bracket", "cited"),
        ("bracket", "cited"),
    ]


def test_several_attributions_in_a_paragraph() -> None:
    text = "Ships left at dawn. [Source: Reuters, 2001] It rained hard all day. [Source: AFP, 2002]"
    [found] = governed(text)
    assert [p.source.container_title for p in found.parts if p.source] == ["Reuters", "AFP"]
    assert container(found) == "Reuters"


def test_faults_go_with_all_that_an_attribution_governs() -> None:
    found = governed("Reuters said: “Ships left. [Source:, May 3, 2001]", "“They came.")
    assert [f.problems for f in found] == [("missing-name",), ("missing-name",)]
    assert all(f.source is not None and not f.source.identified for f in found)


def test_other_brackets_are_left_alone() -> None:
    assert ways("The pilot [of the harbour] left.") == [("none", "own")]


def test_a_second_lead_in_behind_an_attribution_governs_its_own_words() -> None:
    text = f"Mary Lamb wrote in the Quay Herald: “Left.” {BRACKET} Later the Post said: “Sunk.”"
    [found] = governed(text)
    assert [p.source.container_title for p in found.parts if p.source] == ["Quay Herald", "Post"]


def test_speech_behind_a_paraphrase_carries_nothing_further() -> None:
    assert [
        way for way, _ in ways(f"Ships left. {BRACKET}", "“Fog,” said a pilot.", "It rained.")
    ] == [
        "bracket",
        "continued-quotation",
        "none",
    ]


def test_words_told_behind_a_colon_are_not_carried_on() -> None:
    assert ways("Reuters reported: ships left at dawn.", "It rained.")[1] == ("none", "own")


def test_told_to_a_publication() -> None:
    [found] = governed("“Fog is my trade,” one pilot told the Quay Herald. He laughed.")
    assert (found.via, container(found)) == (Via.LEAD_IN, "Quay Herald")
    assert [str(p.via) for p in found.parts] == ["lead-in", "none"]


def test_the_tail_has_no_sources() -> None:
    made = article("# Fog", "Fog is common.", f"Image sources. {BRACKET}")
    tail = Section(1, "Fog", 1, "tail", made.block_span(2), 2, 3)
    found = read(Article(made.name, made.blocks, (tail,))).paragraphs
    assert [f.span for f in found] == [made.block_span(1)]


def passage(made: Article, words: str) -> Span:
    start = made.text.index(words)
    return Span(start, start + len(words))


def test_a_passage_is_governed_by_what_most_of_it_comes_from() -> None:
    made = article(f"Fog is common. Reuters reported: “Ships left at dawn. {BRACKET}", "It rained.")
    sources = read(made)
    assert sources.at(passage(made, "Fog is common.")).relation == "own"
    assert sources.at(passage(made, "Ships left")).relation == "quoted"
    both = sources.at(passage(made, "Fog is common. Reuters reported: “Ships left at dawn."))
    assert both.problems == ("own-words-in-passage",)
    assert len(both.parts) == 2


NAMELESS = f"In May 1987, reported: “Ships left at dawn, before anybody was up. {BRACKET}"
TOLD = f"A pilot of the town told “I left at dawn, before anybody was up. {BRACKET}"
LED = f"Mary Lamb wrote in the Quay Herald: “Ships left at dawn. They came back. {BRACKET}"


@pytest.mark.parametrize(
    ("text", "words", "problems"),
    [
        (LED, "Mary Lamb wrote in the Quay Herald", ("only-own-words-in-passage",)),
        (LED, "Mary Lamb wrote in the Quay Herald: “", ("only-own-words-in-passage",)),
        (LED, "Quay Herald: “Ships left", ("own-words-in-passage",)),
        (LED, LED, ("own-words-in-passage",)),
        (LED, "“Ships left", ()),
        (LED, "They came back.", ()),
        ("According to AFP: “Ships left.”", "AFP: “Ships left.”", ("own-words-in-passage",)),
        ("According to AFP: “Ships left.”", "According to AFP", ("only-own-words-in-passage",)),
        (NAMELESS, "reported: “Ships", ("own-words-in-passage",)),
        (NAMELESS, "In May 1987", ("only-own-words-in-passage",)),
        (TOLD, "told “I", ("own-words-in-passage",)),
        (f"“Left,” said a pilot: “At dawn, before us. {BRACKET}", "a pilot: “At", ()),
        (f"The harbour master said: the ice held for weeks. {BRACKET}", "master said: the", ()),
    ],
)
def test_words_that_lead_in_to_a_source_are_the_articles_own(
    text: str, words: str, problems: tuple[str, ...]
) -> None:
    made = article(text)
    found = read(made).at(passage(made, words))
    assert found.problems == problems
    assert found.source is not None


def test_a_passage_names_all_sources_of_more_than_a_few_letters() -> None:
    made = article(
        f"Fog was common in those years. {BRACKET}",
        "“Ships left at dawn,” they wrote. [Source: Tom Rook, Tide Table, May 4, 2002]",
        "# Rain",
        "It rained all through the winter of that year, and nobody went out to sea at all.",
        "It rained. According to AFP: “The ships are lost.”",
    )
    sources = read(made)

    def several(words: str, until: str) -> list[tuple[str, str]]:
        span = Span(made.text.index(words), made.text.index(until) + len(until))
        return [(one.container_title, relation) for one, relation in sources.at(span).several]

    herald, table = ("Quay Herald", "cited"), ("Tide Table", "quoted")
    assert several("Fog was", "dawn,”") == [herald, table]
    assert several("Fog was", "“Ships") == []
    assert several("Fog was", "common") == []
    assert several("Fog was", "at all.") == [herald, table]
    assert several("It rained all", "are lost.”") == [("AFP", "quoted")]
    whole = sources.at(made.block_span(0))
    assert whole.problems == ()
    all_of_it = sources.at(Span(0, made.length))
    assert all_of_it.problems == ("several-sources-in-passage", "own-words-in-passage")


def test_words_that_only_lead_in_weigh_nothing_against_others() -> None:
    made = article(f"Fog came. {LED}", f"Rain fell on all the quays. {BRACKET}", LED)
    sources = read(made)
    own = sources.at(passage(made, "Fog came. Mary Lamb wrote in the Quay Herald"))
    assert (own.source, own.relation) == (None, "own")
    start = made.text.index("Rain fell")
    both = sources.at(Span(start, made.text.index("Mary Lamb", start + 50) + 20))
    assert both.relation == "cited"


def test_within_a_quotation_nobody_but_the_source_leads_in() -> None:
    made = article(
        f"Fog came.\n> {LED}", "> A pilot said: “Nobody left.”", f"“He said: ‘No.’ {BRACKET}"
    )
    sources = read(made)
    assert sources.at(passage(made, "A pilot said: “Nobody")).problems == ()
    assert sources.at(passage(made, "He said: ‘No")).problems == ()


def test_words_in_quotation_marks_within_a_paraphrase_are_quoted() -> None:
    text = f"“We sail at dawn,” a pilot said. The harbour was closed for days. {BRACKET}"
    made = article(text)
    sources = read(made)
    assert sources.paragraphs[0].relation == "cited"
    assert sources.at(passage(made, "“We sail at dawn,” a pilot said.")).relation == "quoted"
    assert sources.at(passage(made, "The harbour was closed")).relation == "cited"


def test_a_correction_holds_for_all_that_its_evidence_governs() -> None:
    made = article(f"Lamb said: “Ships left. {BRACKET}", "“They came.", "# On", "Fog is common.")
    right = Source("book", title="Tides")
    sources = read(made, [Correction(BRACKET, right)])
    assert [f.source for f in sources.paragraphs] == [right, right, None]
    assert [f.corrected for f in sources.paragraphs] == [True, True, False]
    assert sources.evidence_text(sources.paragraphs[1]) == BRACKET
    own = read(made, [Correction(BRACKET, None)]).paragraphs[0]
    assert (own.source, own.relation, own.corrected) == (None, "own", True)


def test_a_paragraph_without_evidence_is_known_by_its_words() -> None:
    made = article("Fog is common.", "Rain is rare.")
    plain = read(made)
    key = plain.evidence_text(plain.at(passage(made, "common")))
    assert key == "Fog is common."
    right = Source("book", title="Tides")
    found = read(made, [Correction(key, right)]).paragraphs
    assert [(f.source, f.relation) for f in found] == [(right, "cited"), (None, "own")]


def test_parts_cover_a_paragraph_without_gaps() -> None:
    made = article(
        f"Fog. Reuters reported: “Left.” So. {BRACKET} More. According to AFP: “Yes.” End.  ",
    )
    [found] = read(made).paragraphs
    edges = [(p.span.start, p.span.end) for p in found.parts]
    assert edges[0][0] == 0
    assert edges[-1][1] == found.span.end
    assert all(a[1] == b[0] for a, b in pairwise(edges))


def test_of_no_article_nothing_is_known() -> None:
    empty = Sources(Article("empty", ()))
    assert empty.paragraphs == ()
    assert empty.at(Span(0, 3)).source is None


def test_a_long_article_is_read_quickly() -> None:
    plain = "Ships (old ones) left the harbour: nobody waved, and the “pilot” slept all day."
    made = Article("long", tuple(Block(BlockKind.PARAGRAPH, plain) for _ in range(20_000)))
    with at_most(2000):
        read(made)
