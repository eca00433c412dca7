from __future__ import annotations

import pytest

from postil.library.identity import likeness
from postil.library.identity.likeness import ENOUGH, kept_share
from tests.library.conftest import ARTICLE
from tests.support.effort import at_most

OTHER = "\n\n".join(f"Of another thing, number {n}, nobody has written yet." for n in range(20))


@pytest.mark.parametrize("long", [likeness.LONG, 100])
def test_the_share_tells_an_edited_text_from_another(
    long: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(likeness, "LONG", long)
    assert kept_share(ARTICLE, ARTICLE) == 1.0
    assert kept_share(ARTICLE, f"{OTHER}\n\n{ARTICLE}") == 1.0
    assert kept_share(ARTICLE, ARTICLE.replace("the", "a")) < 1.0
    assert kept_share(ARTICLE, OTHER) < 0.2
    assert kept_share(ARTICLE, "") == 0.0
    assert kept_share("", ARTICLE) <= 1.0
    half = "\n\n".join(ARTICLE.split("\n\n")[:6])
    assert ENOUGH <= kept_share(ARTICLE, half) < 0.9
    respaced = ARTICLE.replace("\n\n", " ")
    assert kept_share(ARTICLE, respaced) >= ENOUGH


def test_a_book_is_judged_soon() -> None:
    book = "\n\n".join(f"{n} {ARTICLE}" for n in range(4000))
    another = "\n\n".join(f"{n} {OTHER}" for n in range(3000))
    with at_most(1500):
        assert kept_share(book, f"New. {book}") > 0.9
        assert kept_share(book, book.replace("\n\n", " ")) > ENOUGH
        assert kept_share(book, another) < 0.2
