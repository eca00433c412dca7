"""The folders in which the system wants a program to keep its files."""

from __future__ import annotations

import os
import sys
from pathlib import Path

APP = "postil"

_XDG = {
    "home": ("XDG_DATA_HOME", ".local/share"),
    "state": ("XDG_STATE_HOME", ".local/state"),
    "config": ("XDG_CONFIG_HOME", ".config"),
    "cache": ("XDG_CACHE_HOME", ".cache"),
}
"""The variable that names the folder above each of Postil's, and what it is without one."""


def usual_folders() -> dict[str, Path]:
    """Return where the system wants the four folders."""
    folders = _system_folders()
    # macOS and Windows have one folder for both, and only one of the two may be synchronised.
    if folders["state"] == folders["home"]:
        folders["state"] = folders["home"].with_name(f"{folders['home'].name}-state")
    return folders


def _system_folders() -> dict[str, Path]:
    """Return what the system names: on Linux by the XDG Base Directory Specification.

    That is said in a few lines; what knows all other systems takes as long to load as a short
    command to run.
    """
    user = Path(os.environ.get("HOME", ""))
    if sys.platform == "linux" and user.is_absolute() and "ANDROID_ROOT" not in os.environ:
        return {name: _xdg(named, user / usual) / APP for name, (named, usual) in _XDG.items()}
    import platformdirs

    folder = platformdirs.PlatformDirs(APP, appauthor=False)
    return {
        "home": folder.user_data_path,
        "state": folder.user_state_path,
        "config": folder.user_config_path,
        "cache": folder.user_cache_path,
    }


def _xdg(variable: str, usual: Path) -> Path:
    """Return the folder that a variable names; the specification passes over relative ones."""
    named = Path(os.environ.get(variable, ""))
    return named if named.is_absolute() else usual
