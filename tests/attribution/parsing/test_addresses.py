from __future__ import annotations

import pytest

from postil.attribution.parsing.addresses import extract_address
from postil.attribution.parsing.extraction import Extraction
from tests.attribution.readable import readable


@pytest.mark.parametrize(
    ("text", "address", "rest", "broken"),
    [
        ("Herald, doi: 10.1000/quay.7", "https://doi.org/10.1000/quay.7", "Herald, -", False),
        ("Herald, URL: <http://q.example>", "http://q.example", "Herald, -", False),
        ("Herald (www.quay.example).", "www.quay.example", "Herald -", False),
        ("Herald quay.com, 1991", "quay.com", "Herald -, 1991", False),
        ("Herald, news.quay.co.uk/a", "news.quay.co.uk/a", "Herald, -", False),
        ("Herald quay-com", "quay-com", "Herald -", True),
        ("Herald http:/quay.com", "http:/quay.com", "Herald -", True),
        ("Herald quay. com", "quay. com", "Herald -", True),
        ("Lamb, A., Herald, vol. 3", "", "Lamb, A., Herald, vol. 3", False),
        ("lamb@quay.example", "", "lamb@quay.example", False),
    ],
)
def test_the_first_address_is_taken(text: str, address: str, rest: str, broken: bool) -> None:
    found = Extraction.of(text)
    extract_address(found)
    assert (found.url, readable(found.rest)) == (address, rest)
    assert found.problems == (["mangled-address"] if broken else [])
