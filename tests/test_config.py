"""Settings come from the file and the environment, and a bad one is named with its remedy."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import platformdirs
import pytest
from platformdirs.macos import MacOS
from platformdirs.unix import Unix

from postil.config import MOST_PARAGRAPHS, load, most_paragraphs, rows
from postil.errors import BadSetting


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    """Return an environment whose four places lie in the test's folder."""
    names = ("HOME", "STATE", "CONFIG", "CACHE")
    return {f"POSTIL_{name}": str(tmp_path / name.lower()) for name in names}


def write(environ: dict[str, str], text: str | bytes) -> Path:
    folder = Path(environ["POSTIL_CONFIG"])
    folder.mkdir(exist_ok=True)
    path = folder / "config.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_without_a_file_everything_is_default_and_nothing_is_made(
    environ: dict[str, str], tmp_path: Path
) -> None:
    settings = load(environ)
    assert (settings.measure, settings.theme, settings.words_per_minute) == (72, "dark", 230)
    assert settings.places.home == tmp_path / "home"
    assert settings.places.settings_file == tmp_path / "config" / "config.toml"
    assert settings.places.outbox.parent == settings.places.state
    assert list(tmp_path.iterdir()) == []


def test_places_nobody_names_are_four_of_the_platform() -> None:
    places = load({}).places
    assert all(place.is_absolute() for place in (places.home, places.state, places.config))
    assert len({places.home, places.state, places.cache}) == 3


def test_an_empty_variable_names_no_place(environ: dict[str, str]) -> None:
    environ["POSTIL_HOME"] = ""
    assert load(environ).places.home.name == "postil"


def test_a_place_may_begin_with_a_tilde(environ: dict[str, str]) -> None:
    environ["POSTIL_HOME"] = "~/margins"
    assert load(environ).places.home == Path.home() / "margins"
    environ["POSTIL_HOME"] = "~nobody-of-this-name/margins"
    with pytest.raises(BadSetting, match="POSTIL_HOME"):
        load(environ)


def test_the_file_is_read_and_each_value_knows_its_origin(environ: dict[str, str]) -> None:
    environ |= {"EDITOR": "ed", "VISUAL": "vi -n"}
    path = write(
        environ, '\ufeffmeasure = 60\ntheme = "light"\n[keys]\npage.note = "f2"\n"q" = "x"'
    )
    settings = load(environ)
    assert (settings.measure, settings.theme, settings.editor) == (60, "light", "vi -n")
    assert settings.keys == {"page.note": "f2", "q": "x"}
    told = {name: (value, origin) for name, value, origin in rows(settings)}
    assert told["measure"] == ("60", str(path))
    assert told["editor"] == ("vi -n", "VISUAL")
    assert told["words_per_minute"] == ("230", "default")
    assert told["home"] == (environ["POSTIL_HOME"], "POSTIL_HOME")
    assert told["keys.page.note"] == ("f2", str(path))


def test_the_file_wins_over_the_editor_of_the_shell(environ: dict[str, str]) -> None:
    environ["EDITOR"] = "ed"
    write(environ, 'editor = "nano"')
    assert load(environ).editor == "nano"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("measure = 3", "measure"),
        ("most_paragraphs = 10", "1000 to 10000000"),
        ("measure = 161", "20 to 160"),
        ("measure = true", "measure"),
        ('measure = "wide"', "measure"),
        ("measure = 72.5", "measure"),
        ('theme = "puce"', "dark or light"),
        ("theme = ['dark']", "theme"),
        ('editor = ""', "editor"),
        ('citation = ""', "citation"),
        ("citation = 7", "citation"),
        ('favourites = "apa"', "favourites"),
        ('favourites = ["apa", 7]', "brackets"),
        ('favourites = ["\\u001b[2J"]', "favourites"),
        ("zotero = 1", "zotero"),
        ('zotero = "~nobody-of-this-name/Zotero"', "no folder"),
        ("mesure = 72", "did you mean measure?"),
        ('"\\u001b[2J" = 1', "unknown setting"),
        ("keys = 1", "keys"),
        ("[keys]\nx = 1", "keys.x"),
        ('[keys.page]\nnote = ""', "keys.page.note"),
        ("measure = \n", "line 1"),
        (b"\xff\xfe\x00", "UTF-8"),
        ("a = " + "[" * 5000, "nested too deeply"),
        ("a = " + "[" * 5000 + "]" * 5000, "nested too deeply"),
        ("a = " + "{b = " * 3000, "nested too deeply"),
        ("a." * 5000 + "b = 1", "unknown setting a"),
        ("[keys]\n" + "a." * 5000 + "b = 1", "keys.a.a"),
        (f"measure = {'9' * 5000}", "no TOML"),
        (f'editor = "{"x" * 2_000_000}"', "larger than 256 kB"),
    ],
)
def test_a_bad_value_is_named_in_one_safe_line(
    environ: dict[str, str], text: str | bytes, named: str
) -> None:
    path = write(environ, text)
    with pytest.raises(BadSetting) as caught:
        load(environ)
    told = str(caught.value)
    assert named in told
    assert str(path) in told
    assert told.isprintable()


def test_settings_that_are_no_file_are_named_and_not_waited_for(environ: dict[str, str]) -> None:
    path = Path(environ["POSTIL_CONFIG"]) / "config.toml"
    path.mkdir(parents=True)
    with pytest.raises(BadSetting, match=r"config\.toml: it is a folder; put a file"):
        load(environ)
    path.rmdir()
    os.mkfifo(path)
    with pytest.raises(BadSetting, match=r"config\.toml: it is a pipe; put a file"):
        load(environ)
    path.unlink()
    path.symlink_to("/dev/zero")
    with pytest.raises(BadSetting, match=r"config\.toml: it is a device; put a file"):
        load(environ)


def test_settings_may_be_a_link_to_a_file(environ: dict[str, str], tmp_path: Path) -> None:
    write(environ, "").unlink()
    (tmp_path / "mine.toml").write_text("measure = 60")
    (Path(environ["POSTIL_CONFIG"]) / "config.toml").symlink_to(tmp_path / "mine.toml")
    assert load(environ).measure == 60


def test_a_style_and_favourites_are_named_and_known_by_their_origin(
    environ: dict[str, str],
) -> None:
    path = write(environ, 'citation = "apa"\nfavourites = ["apa", "/a/b c.csl"]\nzotero = "~/z"')
    settings = load(environ)
    assert settings.citation == "apa"
    assert settings.favourites == ("apa", "/a/b c.csl")
    assert settings.zotero == Path.home() / "z"
    assert ("favourites", "apa, /a/b c.csl", str(path)) in rows(settings)
    environ["POSTIL_ZOTERO"] = "/elsewhere"
    assert ("zotero", "/elsewhere", "POSTIL_ZOTERO") in rows(load(environ))


def test_zotero_is_looked_for_where_it_keeps_its_data(environ: dict[str, str]) -> None:
    assert load(environ).zotero == Path.home() / "Zotero"
    assert load(environ).favourites == ()


def test_the_clipboard_route_can_be_narrowed(environ: dict[str, str]) -> None:
    write(environ, "")
    environ["POSTIL_CLIPBOARD"] = "file"
    settings = load(environ)
    assert settings.clipboard == "file"
    assert ("clipboard", "file", "POSTIL_CLIPBOARD") in rows(settings)
    environ["POSTIL_CLIPBOARD"] = "pigeon"
    with pytest.raises(BadSetting, match="POSTIL_CLIPBOARD"):
        load(environ)


def test_reading_leaves_the_file_as_it_is(environ: dict[str, str]) -> None:
    path = write(environ, "measure = 60")
    path.chmod(stat.S_IRUSR)
    before = path.stat()
    load(environ)
    assert path.stat().st_mtime_ns == before.st_mtime_ns
    assert [each.name for each in path.parent.iterdir()] == ["config.toml"]


def on_a_mac(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let Postil believe that it runs on macOS."""
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(platformdirs, "PlatformDirs", MacOS)


@pytest.mark.skipif(sys.platform != "linux", reason="the specification is Linux's")
@pytest.mark.parametrize("home", ["/home/lamb", "/", "relative", "", None])
@pytest.mark.parametrize("named", ["/data/x", "relative/x", "", None])
def test_on_linux_the_folders_are_those_that_platformdirs_names(
    monkeypatch: pytest.MonkeyPatch, home: str | None, named: str | None
) -> None:
    folders = ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")
    set_to = {one: named and f"{named}/{at}" for at, one in enumerate(folders)}
    for variable, value in {"HOME": home, **set_to}.items():
        if value is None:
            monkeypatch.delenv(variable, raising=False)
        else:
            monkeypatch.setenv(variable, value)
    expected = Unix("postil", appauthor=False)
    places = load({}).places
    assert places.home == expected.user_data_path
    assert places.state == expected.user_state_path
    assert places.config == expected.user_config_path
    assert places.cache == expected.user_cache_path


def test_one_folder_that_is_named_for_data_and_for_state_is_not_both(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    places = load({}).places
    assert (places.home, places.state) == (tmp_path / "postil", tmp_path / "postil-state")


# -- what belongs to one machine lies outside the home, which may be synchronised


def test_where_the_system_has_one_folder_for_both_state_lies_beside_the_home(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """MacOS and Windows name one folder for data and for state."""
    folder = MacOS("postil", appauthor=False)
    assert folder.user_state_path == folder.user_data_path
    on_a_mac(monkeypatch)
    places = load({}).places
    assert places.home == folder.user_data_path
    assert places.state == places.home.with_name("postil-state")
    assert not places.state.is_relative_to(places.home)


def test_where_the_system_has_a_folder_for_state_it_is_taken(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    assert load({}).places.state == tmp_path / "state" / "postil"


def test_a_named_home_does_not_move_the_state(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    on_a_mac(monkeypatch)
    places = load({"POSTIL_HOME": str(tmp_path / "margins")}).places
    assert places.home == tmp_path / "margins"
    assert places.state.name == "postil-state"


def test_the_limit_on_paragraphs_is_read_by_itself(environ: dict[str, str]) -> None:
    assert most_paragraphs(load(environ).places) == MOST_PARAGRAPHS
    write(environ, "most_paragraphs = 5000")
    settings = load(environ)
    assert most_paragraphs(settings.places) == settings.most_paragraphs == 5000
    write(environ, "most_paragraphs = 5")
    with pytest.raises(BadSetting, match="most_paragraphs"):
        most_paragraphs(settings.places)
