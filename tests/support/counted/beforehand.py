"""Does once, before tests run, what each of the processes that run them would do again.

Branches are marked to be counted, and tests are compiled together with what their asserts tell.
"""

from __future__ import annotations

import pytest

from tests.support.counted.marked_code import mark_all

if __name__ == "__main__":
    mark_all()
    raise SystemExit(pytest.main(["-n0", "-qq", "--collect-only"]))
