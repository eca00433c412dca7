"""Comments, cards and offers go, whatever a page calls them."""

from __future__ import annotations

from tests.document.formats.html.reading import prose, texts


def thread(*numbers: int) -> str:
    """Return what readers say, each with a link to reply by."""
    return "".join(
        f"<div><b>user{n}</b><p>{prose(n)}</p><a href=r>Reply</a></div>" for n in numbers
    )


def test_comments_are_told_by_their_links_to_reply() -> None:
    article = f"<title>Ice</title><h1>Ice</h1><div><p>{prose(1)}</p><p>{prose(2)}</p></div>"
    assert texts(f"{article}<div>{thread(5, 6, 7)}</div>") == ["Ice", prose(1), prose(2)]


def test_a_thread_of_replies_alone_is_what_a_page_is() -> None:
    assert prose(6) in texts(f"<title>Ice</title><h1>Ice</h1><div>{thread(5, 6, 7)}</div>")


def test_cards_are_told_by_headings_that_lead_away() -> None:
    cards = "".join(
        f"<div><a href=/{n}><h3>Story {n}</h3></a><p>Story {n}, and what the harbour says about "
        "it, and why.</p></div>"
        for n in (1, 2, 3)
    )
    article = f"<h1>Ice</h1><p>{prose(1)}</p><h2>Spring</h2><p>{prose(2)}</p>"
    page = f"<title>Ice</title>{article}<div>{cards}</div>"
    assert texts(page) == ["Ice", prose(1), "Spring", prose(2)]


def test_headings_that_lead_to_themselves_are_none() -> None:
    parts = "".join(
        f"<h2 id=p{n}><a href=#p{n}>Part {n}</a></h2><p>{prose(n)}</p>" for n in (1, 2, 3)
    )
    assert "Part 2" in texts(f"<title>Ice</title><h1>Ice</h1>{parts}")


def test_offers_are_told_by_their_words() -> None:
    offers = (
        "Advertisement: buy one pair of waterproof trousers and the second is half price.",
        "Get the letter in your inbox: our free newsletter, every weekday before seven.",
        "We and our 214 partners store information on your device. Accept all cookies or not.",
    )
    said = "".join(f"<div><p>{offer}</p></div>" for offer in offers)
    article = f"<title>Ice</title><h1>Ice</h1><p>{prose(1)}</p>"
    assert texts(f"{article}{said}<p>{prose(2)} We use cookies.</p>") == [
        "Ice",
        prose(1),
        f"{prose(2)} We use cookies.",
    ]


def test_what_stands_under_the_heading_of_other_stories_goes() -> None:
    cards = "".join(
        f"<div><a href=/{n}><b>Story {n}</b></a><p>Story {n}, and what the harbour says about it, "
        "and why it says so.</p></div>"
        for n in (1, 2, 3)
    )
    article = f"<h1>Ice</h1><p>{prose(1)}</p><p>{prose(2)}</p>"
    more = f"<section><h2>What to read next</h2>{cards}</section><p>Ann Reed lives here.</p>"
    page = f"<title>Ice</title><article>{article}{more}</article>"
    assert texts(page) == ["Ice", prose(1), prose(2), "Ann Reed lives here."]


def test_comments_that_open_when_asked_go() -> None:
    page = f"""<title>Ice</title><article><h1>Ice</h1><p>{prose(1)}</p></article>
    <details><summary>12 comments</summary><p>{prose(5)}</p></details>"""
    assert texts(page) == ["Ice", prose(1)]
