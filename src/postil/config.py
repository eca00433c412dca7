"""Settings: one frozen value made of ``config.toml`` and the environment, and where files live."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from postil.errors import BadSetting
from postil.files import NoSmallFile, read_small
from postil.model.values import dataclass, field
from postil.system_folders import usual_folders

SETTINGS_FILE = "config.toml"
MOST = 1 << 18
"""Bytes of a settings file beyond which it is none; one with every setting and key has 20,000."""
MOST_PARAGRAPHS = 100_000
"""Paragraphs that are read of a document of very many tiny ones, unless the reader wants more."""
DEFAULT = "default"
"""The origin of a value that nobody has set."""

CLIPBOARD_SWITCH = "POSTIL_CLIPBOARD"
CLIPBOARD_ROUTES = ("system", "tmux", "osc52", "file")
ZOTERO_FOLDER = "POSTIL_ZOTERO"


@dataclass(frozen=True, slots=True)
class Places:
    """The four folders of Postil; none of them needs to exist."""

    home: Path
    """The reader's own notes; may be synchronised between machines."""
    state: Path
    """What belongs to this machine alone: its id, locks, drafts."""
    config: Path
    cache: Path
    """May be thrown away at any time."""

    @property
    def settings_file(self) -> Path:
        """Where the settings are read from, if it is there."""
        return self.config / SETTINGS_FILE

    @property
    def outbox(self) -> Path:
        """Where a copied text is kept when no clipboard can be reached."""
        return self.state / "clipboard.txt"


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything a reader can set, checked."""

    places: Places
    measure: int = 72
    """Width of the text in cells."""
    theme: str = "dark"
    """``dark`` or ``light``."""
    words_per_minute: int = 230
    most_paragraphs: int = MOST_PARAGRAPHS
    """How many are read of a document of very many tiny ones; less where they take long."""
    name: str = ""
    """The reader's, which new notes bear; without one they bear the id of the device."""
    editor: str = ""
    """The command that opens a file for editing; empty where none is named."""
    citation: str = "text"
    """How a passage is cited: a format, or a style by its name or the path of its file."""
    favourites: tuple[str, ...] = ()
    """Styles that are offered before all others; without any, those that are used most."""
    zotero: Path | None = None
    """The data folder of Zotero, where the reader's own styles are; it need not exist."""
    clipboard: str = "auto"
    """The only clipboard route to try, one of ``CLIPBOARD_ROUTES``, or ``auto`` for all in turn."""
    keys: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """From the id of a binding to the keys, separated by commas, that the reader wants for it."""
    origins: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Who has set a value: a variable of the environment or a file; absent means the default."""


def load(environ: Mapping[str, str]) -> Settings:
    """Read the settings; nothing on disk is changed.

    Raises:
        BadSetting: the file cannot be read, or a value in it or in the environment is no good.
    """
    places, origins = _places(environ)
    values: dict[str, int | str] = {}
    for name in ("EDITOR", "VISUAL"):
        if environ.get(name, "").strip():
            values["editor"], origins["editor"] = environ[name].strip(), name
    table = _table(places.settings_file)
    keys = _keys(table.pop("keys", {}), places.settings_file)
    if "favourites" in table:
        origins["favourites"] = str(places.settings_file)
    favourites = _favourites(table.pop("favourites", []), places.settings_file)
    for name, value in table.items():
        values[name] = _checked(name, value, places.settings_file)
        origins[name] = str(places.settings_file)
    if route := environ.get(CLIPBOARD_SWITCH, ""):
        if route not in ("auto", *CLIPBOARD_ROUTES):
            raise BadSetting(
                CLIPBOARD_SWITCH, f"{_shown(route)} is no route", f"use {_listed(CLIPBOARD_ROUTES)}"
            )
        values["clipboard"], origins["clipboard"] = route, CLIPBOARD_SWITCH
    if folder := environ.get(ZOTERO_FOLDER, ""):
        values["zotero"], origins["zotero"] = folder, ZOTERO_FOLDER
    return Settings(
        places,
        measure=int(values.get("measure", 72)),
        theme=str(values.get("theme", "dark")),
        words_per_minute=int(values.get("words_per_minute", 230)),
        most_paragraphs=int(values.get("most_paragraphs", MOST_PARAGRAPHS)),
        name=str(values.get("name", "")),
        editor=str(values.get("editor", "")),
        citation=str(values.get("citation", "text")),
        favourites=favourites,
        zotero=_zotero(str(values.get("zotero", "")), origins.get("zotero", "")),
        clipboard=str(values.get("clipboard", "auto")),
        keys=MappingProxyType(keys),
        origins=MappingProxyType(origins),
    )


def most_paragraphs(places: Places) -> int:
    """Return how many paragraphs are read of a document of very many; raises BadSetting."""
    value = _table(places.settings_file).get("most_paragraphs", MOST_PARAGRAPHS)
    return int(_checked("most_paragraphs", value, places.settings_file))


def rows(settings: Settings) -> list[tuple[str, str, str]]:
    """Return every setting as name, value and origin, the places first."""
    places = settings.places
    told = [
        ("home", str(places.home)),
        ("state", str(places.state)),
        ("config", str(places.config)),
        ("cache", str(places.cache)),
        ("measure", str(settings.measure)),
        ("theme", settings.theme),
        ("words_per_minute", str(settings.words_per_minute)),
        ("most_paragraphs", str(settings.most_paragraphs)),
        ("name", settings.name),
        ("editor", settings.editor),
        ("citation", settings.citation),
        ("favourites", ", ".join(settings.favourites)),
        ("zotero", "" if settings.zotero is None else str(settings.zotero)),
        ("clipboard", settings.clipboard),
    ]
    known = [(name, value, settings.origins.get(name, DEFAULT)) for name, value in told]
    file = str(places.settings_file)
    return known + [(f"keys.{name}", value, file) for name, value in settings.keys.items()]


def _places(environ: Mapping[str, str]) -> tuple[Places, dict[str, str]]:
    """Return the four folders, and the variables that name some of them."""
    folders: dict[str, Path] = {}
    origins: dict[str, str] = {}
    for name in ("home", "state", "config", "cache"):
        variable = f"POSTIL_{name.upper()}"
        if value := environ.get(variable, ""):
            folders[name], origins[name] = _folder(variable, value), variable
    if len(folders) < 4:
        folders = usual_folders() | folders
    return Places(**folders), origins


def _zotero(named: str, origin: str) -> Path | None:
    """Return the data folder of Zotero: the one that is named, or where Zotero makes it."""
    if named:
        return _folder(origin, named)
    try:
        return Path("~/Zotero").expanduser()
    except RuntimeError:
        return None  # There is no home folder.


def _folder(variable: str, value: str) -> Path:
    try:
        return Path(value).expanduser().absolute()
    except (RuntimeError, OSError) as error:
        raise BadSetting(variable, f"{_shown(value)} is no folder", "give a full path") from error


def _table(path: Path) -> dict[str, object]:
    """Return what the settings file says; a missing file says nothing."""
    try:
        data = read_small(path, MOST)
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except NoSmallFile as error:
        raise BadSetting(_shown(path), str(error), "put a file of settings there") from None
    except (OSError, ValueError) as error:
        why = (error.strerror if isinstance(error, OSError) else None) or "it cannot be read"
        raise BadSetting(_shown(path), why, "make it readable or move it away") from error
    import tomllib

    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise BadSetting(_shown(path), "it is not UTF-8", "save it as UTF-8") from error
    except RecursionError:
        why = "its brackets are nested too deeply"
        raise BadSetting(_shown(path), why, "settings need no more than two levels") from None
    except ValueError as error:  # a TOMLDecodeError, or a number of too many digits
        raise BadSetting(_shown(path), f"no TOML: {_shown(error)}", "mend that line") from error


def _whole(low: int, high: int) -> tuple[Callable[[object], bool], str]:
    def fits(value: object) -> bool:
        return isinstance(value, int) and not isinstance(value, bool) and low <= value <= high

    return fits, f"a whole number from {low} to {high}"


def _choice(choices: tuple[str, ...]) -> tuple[Callable[[object], bool], str]:
    return choices.__contains__, _listed(choices)


def _line() -> tuple[Callable[[object], bool], str]:
    return _is_line, "a name in quotes"


def _is_line(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip()) and value.isprintable()


def _command() -> tuple[Callable[[object], bool], str]:
    return lambda value: isinstance(value, str) and bool(value.strip()), "a command in quotes"


def _checked(name: str, value: object, path: Path) -> int | str:
    """Return a value of the settings file that Postil can use."""
    known = {
        "measure": _whole(20, 160),
        "theme": _choice(("dark", "light")),
        "words_per_minute": _whole(20, 5000),
        "most_paragraphs": _whole(1000, 10_000_000),
        "name": _line(),
        "editor": _command(),
        "citation": _line(),
        "zotero": _line(),
        "clipboard": _choice(("auto", *CLIPBOARD_ROUTES)),
    }
    if name not in known:
        every = [*known, "favourites", "keys"]
        from difflib import get_close_matches

        near = get_close_matches(name, every, 1)
        remedy = f"did you mean {near[0]}?" if near else f"Postil knows {_listed(every)}"
        raise BadSetting(_shown(path), f"unknown setting {_shown(name)}", remedy)
    fits, wanted = known[name]
    if not fits(value) or not isinstance(value, (int, str)):
        raise BadSetting(_shown(path), f"{name} cannot be {_shown(value)}", f"give {wanted}")
    return value


def _favourites(value: object, path: Path) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(map(_is_line, value)):
        remedy = 'give names in brackets, such as ["apa", "mla"]'
        raise BadSetting(_shown(path), f"favourites cannot be {_shown(value)}", remedy)
    return tuple(value)


def _keys(table: object, path: Path) -> dict[str, str]:
    """Return the key map; ``page.note = "a"`` and ``"page.note" = "a"`` say the same."""
    if not isinstance(table, dict):
        raise BadSetting(_shown(path), "keys is no table", 'write [keys], then lines like id = "a"')
    found: dict[str, str] = {}
    waiting: list[tuple[str, object]] = list(table.items())
    while waiting:
        name, value = waiting.pop(0)
        if isinstance(value, dict):
            waiting[:0] = [(f"{name}.{inner}", each) for inner, each in value.items()]
        elif isinstance(value, str) and value.strip():
            found[name] = value.strip()
        else:
            why = f"keys.{_shown(name)} cannot be {_shown(value)}"
            raise BadSetting(_shown(path), why, 'give keys in quotes, such as "a" or "ctrl+a,f2"')
    return found


def _listed(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} or {names[-1]}"


def _shown(value: object) -> str:
    """Return a value from outside, fit for a line on a terminal."""
    from postil.text.clean import clean_line

    return clean_line(str(value), 200)
