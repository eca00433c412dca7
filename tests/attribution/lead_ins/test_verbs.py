from __future__ import annotations

import pytest

from postil.attribution.lead_ins.verbs import leading_verb


@pytest.mark.parametrize(
    ("words", "verb"),
    [
        ("Mary Lamb said", "said"),
        ("Mary Lamb said and noted", "said"),
        ("Mary Lamb, who reported on it, wrote", "wrote"),
        ("A pilot said he told the Herald", "told"),
        ("Mary Lamb wrote and told", "told"),
        ("the writer", None),
    ],
)
def test_the_verb_that_leads_in(words: str, verb: str | None) -> None:
    found = leading_verb(words)
    assert (found and found[0]) == verb
