"""The commands fetch a page where it is added, and read the kept one under its address."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from postil.library.base.clock import today
from tests.cli.conftest import Postil
from tests.support.formats.server import Answer, Site, served

ICE = "# Ice\n\nThe harbour froze over, and the ferrymen sold bread from their decks.\n"


@pytest.fixture
def site() -> Iterator[Site]:
    with served() as found:
        yield found


def test_an_address_is_added_and_read_offline(postil: Postil, site: Site) -> None:
    address = site.page("/ice", ICE, "text/markdown")
    refused = postil("text", address)
    assert refused.status == 2
    assert f"this page was not fetched yet; fetch it: postil add {address}" in refused.err
    assert postil("add", address).out == "1 article known, 1 of them new.\n"
    assert site.asked == ["/ice"]
    site.answers.clear()
    assert "ferrymen" in postil("text", address).out
    (found,) = postil("find", "bread", address, "--json").records
    assert found["match"] == "bread"
    assert postil("note", address, "--quote", "sold bread", "--body", "x").status == 0
    assert len(postil("notes", address, "--json").records) == 1
    told = postil(
        "cite", address, "--quote", "sold bread", "--style", "mla", "--form", "bibliography"
    )
    assert address in told.out
    day = today()
    known = {one["field"]: one for one in postil("meta", address, "--json").records}
    assert known["URL"] == {"field": "URL", "value": address, "origin": "sidecar"}
    assert known["accessed"]["value"] == {"date-parts": [[day.year, day.month, day.day]]}
    assert postil("add", address).status == 0
    assert site.asked == ["/ice"]


def test_it_is_fetched_again_where_that_is_asked_for(postil: Postil, site: Site) -> None:
    address = site.page("/ice", ICE, "text/markdown")
    postil("add", address)
    postil("note", address, "--quote", "sold bread", "--body", "x")
    assert "it is as it was" in postil("add", address, "--again").err
    site.page("/ice", f"# Ice\n\nNew words.\n\n{ICE.partition('# Ice')[2]}", "text/markdown")
    assert postil("add", address, "--again").err == ""
    (note,) = postil("notes", address, "--json").records
    assert note["state"] == "moved"


def test_what_cannot_be_fetched_is_said(postil: Postil, site: Site) -> None:
    site.answers["/ice"] = Answer(status=403)
    done = postil("add", site.at("/ice"))
    assert done.status == 2
    assert done.err.startswith(f"postil: {site.at('/ice')}: it does not let Postil read it; save")
