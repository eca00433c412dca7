"""All properties are tried by one profile, without a deadline."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings

from tests.support.examples import examples


def test_no_example_is_late() -> None:
    assert settings.default is not None
    assert settings.default.deadline is None
    assert settings.get_profile("long").deadline is None


def test_a_share_is_one_of_the_profile() -> None:
    assert settings.default is not None
    whole = settings.default.max_examples
    assert examples(1.5).max_examples == round(whole * 1.5)
    assert examples(0.0001).max_examples == 1
    assert examples(1, HealthCheck.too_slow).suppress_health_check == (HealthCheck.too_slow,)


@pytest.mark.parametrize("share", [0, 200])
def test_a_number_is_not_taken_for_a_share(share: float) -> None:
    with pytest.raises(AssertionError, match="is a share"):
        examples(share)
