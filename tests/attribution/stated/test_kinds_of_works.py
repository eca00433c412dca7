from __future__ import annotations

import pytest

from postil.attribution.stated.kinds import is_numbered_paper, stated, without_kind
from postil.model.source import Date


@pytest.mark.parametrize(
    ("words", "kind", "author", "title", "container"),
    [
        ("@mudwatch on Twitter, 5 March 2018", "post", "@mudwatch", "", "Twitter"),
        ("Posted by u/heron on Reddit, r/birds, 2 May 2021", "post", "u/heron", "", "Reddit"),
        ("Harbour Board v. Marsh, 1987", "legal_case", "", "Harbour Board v. Marsh", ""),
        ("Marsh v. Rook, Quay Court, 1987", "legal_case", "", "Marsh v. Rook", "Quay Court"),
        ("Affidavit of Mary Lamb, Quay Court, 1999", "document", "Mary Lamb", "", "Quay Court"),
        ("Interview with Mary Lamb, 1999", "interview", "Mary Lamb", "", ""),
        ("Tidal Voices podcast, episode 12, 1999", "broadcast", "", "", "Tidal Voices"),
    ],
)
def test_a_word_sets_the_type(
    words: str, kind: str, author: str, title: str, container: str
) -> None:
    read = stated(words)
    assert read is not None
    source, _ = read
    assert source.type == kind
    assert [name.display for name in source.author] == ([author] if author else [])
    assert (source.title, source.container_title) == (title, container)
    assert source.issued is not None


@pytest.mark.parametrize(
    "words",
    [
        "Mary Lamb, Quay Herald, 1999",
        "mail@quay.example",
        "Statement of the board",
        "Letter of intent",
        "Interview with the harbour police",
        "The podcast that everybody hears",
        "Series V. Reports",
    ],
)
def test_other_words_state_nothing(words: str) -> None:
    assert stated(words) is None


def test_a_person_alone_lacks_where_it_was_said() -> None:
    read = stated("Interview with Mary Lamb, 4 May 2003")
    assert read is not None
    assert read[0].issued == Date(2003, 5, 4)
    assert read[1] == ["missing-container"]


def test_numbers_of_episodes_and_papers() -> None:
    assert without_kind("Quay Radio, season 2, episode 12, 1999") == ("Quay Radio, 1999", True)
    assert without_kind("Quay Radio, S2E3") == ("Quay Radio", True)
    assert without_kind("Press release, Quay Trust") == ("Quay Trust", True)
    assert without_kind("Mary Lamb (@lamb), Quay Herald") == ("Mary Lamb, Quay Herald", False)
    assert without_kind("Interview") == ("Interview", False)
    assert is_numbered_paper("Water-Supply Paper 1779")
    assert not is_numbered_paper("Quay Herald")
