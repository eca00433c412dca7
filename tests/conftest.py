"""What every test shares: places of its own, and the way to an article that few machines have."""

from __future__ import annotations

import os
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


@pytest.fixture(autouse=True)
def own_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Point every place of Postil, and the clipboard, into the test's own folder."""
    root = tmp_path / "places"
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
