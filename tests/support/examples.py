"""How many examples a costly or a cheap property draws, as a share of what the profile says."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

MOST = 10
"""A share that is larger was meant for a number of examples."""


def examples(share: float, *checks: HealthCheck) -> settings:
    """Return settings that draw this share of the profile's examples, without some checks."""
    assert settings.default is not None
    assert 0 < share <= MOST, f"{share} is a share of what the profile says, not a number"
    count = max(1, round(settings.default.max_examples * share))
    return settings(max_examples=count, suppress_health_check=checks)
