"""What every test shares: places of its own, and the way to an article that few machines have."""

from __future__ import annotations

import gc
import os
import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings

from tests.support.permissions import MARK, Permissions

SHARED = Path(__file__).parents[2] / "shared"


# No example is late: a busy machine is no fault. Where CI is set, the same examples are drawn
# each time; ``--hypothesis-profile=long`` or POSTIL_EXAMPLES draws more, at random.
settings.register_profile(
    "postil",
    deadline=None,
    derandomize="CI" in os.environ,
    max_examples=int(os.environ.get("POSTIL_EXAMPLES", "100")),
)
settings.register_profile("long", deadline=None, derandomize=False, max_examples=2000)
settings.load_profile("postil")


def pytest_configure(config: pytest.Config) -> None:
    """Let tests be marked that are about permissions, and run them where permissions hold."""
    config.addinivalue_line("markers", f"{MARK}: runs in a process that permissions bind")
    config.pluginmanager.register(Permissions(), MARK)


def pytest_collection_finish() -> None:
    """Let the collector of garbage pass over all that lives as long as the tests do."""
    gc.collect()
    gc.freeze()


_NUMBERS: dict[str, Iterator[int]] = defaultdict(count)


def _folder(factory: pytest.TempPathFactory, name: str) -> Path:
    """Return the path of a folder that no other test has; pytest's own looks at all there are."""
    name = re.sub(r"\W", "_", name)[:30]
    return factory.getbasetemp() / f"{name}-{next(_NUMBERS[name])}"


@pytest.fixture
def tmp_path(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a new folder of the test's own, as the fixture of pytest does that bears this name."""
    path = _folder(tmp_path_factory, request.node.name)
    path.mkdir(0o700)
    return path


@pytest.fixture(autouse=True)
def own_places(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> Path:
    """Point every place of Postil, and the clipboard, into the test's own folder, if it has one."""
    if "tmp_path" in request.fixturenames:
        folder: Path = request.getfixturevalue("tmp_path")
    else:
        folder = _folder(tmp_path_factory, "without_a_folder")
    root = folder / "places"
    for name in ("HOME", "STATE", "CONFIG", "CACHE", "ZOTERO"):
        monkeypatch.setenv(f"POSTIL_{name}", str(root / name.lower()))
    # The second place for drafts, which everybody shares, is the test's own too.
    monkeypatch.setattr("postil.store.machine.spare.roots", lambda: [root / "spare"])
    monkeypatch.setenv("POSTIL_CLIPBOARD", "file")
    monkeypatch.setenv("COLORTERM", "truecolor")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "TMUX", "STY", "SSH_TTY", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    return root


@pytest.fixture(scope="session")
def seed() -> Path:
    """Return the folder with the first real article and what a careful reader finds in it."""
    folder = SHARED / "seed"
    if not (folder / "article.txt").is_file():
        pytest.skip("the seed article is not on this machine; it is no part of the project")
    return folder
