"""What the sampler of mutants changes, draws, and says of a small project."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.bench.mutants.__main__ import sample
from tests.bench.mutants.drawing import Mutant, changes_code, draw, packages, shares
from tests.bench.mutants.nearest import Nearness
from tests.bench.mutants.operators import WORD_LIST, Edit, edits
from tests.bench.mutants.patterns import changed_patterns
from tests.bench.mutants.trial import Scratch
from tests.bench.mutants.verdict import Fate, Verdict, counts

ROOT = Path(__file__).parents[1]
SRC = ROOT / "src" / "postil"

CHANGED = [
    ("x = a < b", "comparison", {"x = (a <= b)"}),
    ("x = a == b", "comparison", {"x = (a != b)"}),
    ("x = a < b < c", "comparison", {"x = (a <= b < c)", "x = (a < b <= c)"}),
    ("x = a and b", "boolean", {"x = (a or b)"}),
    ("x = not a", "negation", {"x = (a)"}),
    ("x = 8", "constant", {"x = 9", "x = 7", "x = 16", "x = 4"}),
    ("x = 0", "constant", {"x = 1", "x = (-1)"}),
    ("x = 0.5", "constant", {"x = 1.0", "x = 0.25"}),
    ("f(a=True)", "truth", {"f(a=False)"}),
    ("x = 1 if a else 2", "condition", {"x = 1 if True else 2", "x = 1 if False else 2"}),
    ("x = [a for a in b if a]", "condition", {f"x = [a for a in b if {v}]" for v in (True, False)}),
    ("for a in b:\n    break", "jump", {"for a in b:\n    continue"}),
    ("for a in b:\n    continue", "jump", {"for a in b:\n    break"}),
    ("f(a)", "call", {"pass"}),
    ("x = a in {'b', 'c'}", "member", {"x = a in {'c'}", "x = a in {'b'}"}),
    ("x = a in '-–'", "member", {"x = a in '–'", "x = a in '-'"}),
    ("x = a.startswith(('b', 'c'))", "member", {f"x = a.startswith(('{v}',))" for v in "bc"}),
    ("x = 'b c'.split()", "member", {"x = 'b'.split()", "x = 'c'.split()"}),
    ("_X = ('b', 'c')", "member", {"_X = ('b',)", "_X = ('c',)"}),
    ("x = lazily(r'[ab]')", "pattern", {f"x = lazily('{v}')" for v in ("[^ab]", "[a]", "[b]")}),
    ("x = re.compile(r'a\\s')", "pattern", {"x = re.compile('a\\\\S')"}),
    ("x = a[b:c]", "slice", {"x = a[b + 1:c]", "x = a[b:c - 1]"}),
    ("x = a[:c]", "slice", {"x = a[1:c]", "x = a[:c - 1]"}),
    ("def f(a=3): g = a", "default", {"def f(a=4): g = a"}),
    ("def f(*, a='b'): g = a", "default", {"def f(*, a=''): g = a"}),
    ("def f(a, b: str='b'): g = a", "default", {"def f(a, b: str=''): g = a"}),
    ("def f(a: Way='b', b: int=1): g = a", "default", {"def f(a: Way='b', b: int=2): g = a"}),
    ("x = sorted(a, key=b)", "order", {"x = sorted(a)"}),
    ("a.sort(reverse=True)", "order", {"a.sort()"}),
    ("x = max(a, b)", "order", {"x = min(a, b)"}),
    ("if a:\n    f = b", "condition", {"if True:\n    f = b", "if False:\n    f = b"}),
]


@pytest.mark.parametrize(("source", "kind", "changed"), CHANGED)
def test_a_source_is_changed_in_small_ways(source: str, kind: str, changed: set[str]) -> None:
    assert {edit.applied(source) for edit in edits(source) if edit.kind == kind} == changed


def test_the_value_that_a_guard_returns_is_changed() -> None:
    source = "def f(a):\n    if a:\n        return g(a)\n    return 1\n"
    guards = [edit for edit in edits(source) if edit.kind == "guard"]
    assert [edit.applied(source) for edit in guards] == [source.replace("g(a)", "None")]
    assert guards[0].line == 3


LEFT_ALONE = [
    '"""Counts 3 things."""',
    'class A:\n    b: int\n    """Not 3."""',
    "def f(a: Literal[3]) -> Literal[4]: ...",
    "if TYPE_CHECKING:\n    x = 3",
    "if __name__ == '__main__':\n    main(3)",
    "__all__ = ['a', 'b']",
    "__slots__ = ('a', 'b')",
    "raise Odd('above', 3, a < b)",
    "x = ValueError(3)",
    "log.warning('%s', 3)",
    "logging.getLogger().info(3)",
    "time.sleep(3)",
    "async def f():\n    await asyncio.sleep(3)",
    "_PAUSE = 3\ntime.sleep(_PAUSE)",
    "gc.freeze()",
    "assert a < 3",
    "class A(Protocol):\n    b = 3",
    "@overload\ndef f(a=3): ...",
    "def __repr__(self):\n    return 3",
    "@lru_cache(maxsize=3)\ndef f(): ...",
    "x = lru_cache(maxsize=3)(f)",
    "for a in zip(b, c, strict=True):\n    d = a",
    "x = f'{a + 3}'",
    f"_X = {tuple(str(number) for number in range(WORD_LIST + 1))}",
]


@pytest.mark.parametrize("source", LEFT_ALONE)
def test_what_no_test_can_notice_is_left_alone(source: str) -> None:
    assert edits(source) == []


def test_what_is_told_an_error_that_another_file_raises_is_left_alone() -> None:
    assert edits("x = Odd(3)")
    assert edits("x = Odd(3)", {"Odd"}) == []


@pytest.mark.parametrize(
    ("pattern", "changed"),
    [
        (r"\d", [r"\D"]),
        (r"\[a\]", []),
        (r"[a]", ["[^a]"]),
        (r"[^a-z_]", ["[a-z_]", "[^_]", "[^a-z]"]),
        (r"[]a]", ["[^]a]", "[a]"]),
        (r"[\]a]", [r"[^\]a]", "[a]", r"[\]]"]),
        (r"[a-]", ["[^a-]", "[-]", "[a]"]),
        (r"[\u2010-\u2015a]", [r"[^\u2010-\u2015a]", "[a]", r"[\u2010-\u2015]"]),
        (r"[a", []),
    ],
)
def test_a_class_of_characters_is_negated_or_loses_one(pattern: str, changed: list[str]) -> None:
    assert list(changed_patterns(pattern)) == changed


def test_a_piece_of_a_pattern_is_changed_too() -> None:
    source = "_A = r'[ab]'\n_X = lazily(rf'{_A}\\s')\n_B = r'[cd]'\n"
    changed = {edit.applied(source) for edit in edits(source) if edit.kind == "pattern"}
    assert source.replace("r'[ab]'", "'[^ab]'") in changed
    assert source.replace("rf'{_A}\\s'", "f'{_A}\\\\S'") in changed
    assert not any("[^cd]" in one for one in changed)


def test_a_place_behind_wide_letters_is_found() -> None:
    source = "x = 'ü…등'; y = a < b\n"
    (edit,) = (edit for edit in edits(source) if edit.kind == "comparison")
    assert edit.applied(source) == "x = 'ü…등'; y = (a <= b)\n"


def test_a_number_is_told_with_the_line_around_it() -> None:
    (edit,) = (one for one in edits("y = max(0, f(x, 0))\n") if one.after == "1" and one.start > 9)
    assert str(edit) == "y = max(0, f(x, 0)) -> y = max(0, f(x, 1))"


def test_a_change_of_something_long_is_told_in_one_short_line() -> None:
    words = ",\n    ".join(f"'word{number}'" for number in range(20))
    told = [str(edit) for edit in edits(f"x = a in (\n    {words},\n)") if edit.kind == "member"]
    assert len(told) == 20
    assert all("\n" not in line and len(line) < 200 for line in told)


def test_a_change_that_is_compiled_to_the_same_is_none() -> None:
    assert not changes_code("x = 1\n", "x = (1)\n")
    assert not changes_code("def f():\n    return None\n", "def f():\n    return\n")
    assert changes_code("x = 1\n", "x = True\n")
    assert changes_code("def f():\n    return 1\n", "def f():\n    return 2\n")
    assert not changes_code("for a in b:\n    pass\n", "for a in b:\n    break break\n")


@pytest.fixture
def street(tmp_path: Path) -> Path:
    """Make a source of three packages, of which the first has most of the lines."""
    src = tmp_path / "src" / "street"
    for house, rooms in (("long", 8), ("short", 3), ("small", 1)):
        (src / house).mkdir(parents=True)
        for room in range(rooms):
            source = (
                f"def f(a, b={room}):\n    if a > {room} and b:\n        g(a, '{house}')\n"
                f"    return sorted(a[{room}:b], key={house})\n"
            )
            (src / house / f"room{room}.py").write_text(source, "utf-8")
    return src


def drawn_from(src: Path, count: int, seed: int, package: str = "") -> list[Mutant]:
    return draw(src.parents[1], src, count, seed, package)


def _package(mutant: Mutant) -> str:
    return Path(mutant.path).parts[2]


def test_the_same_seed_draws_the_same(street: Path) -> None:
    drawn = drawn_from(street, 24, 7)
    assert drawn == drawn_from(street, 24, 7)
    assert drawn != drawn_from(street, 24, 8)
    assert len(set(drawn)) == 24
    assert all(
        changes_code(source, one.edit.applied(source))
        for one in drawn
        for source in [(street.parents[1] / one.path).read_text("utf-8")]
    )


def test_every_package_is_drawn_from_by_its_lines(street: Path) -> None:
    drawn = drawn_from(street, 24, 1)
    assert {name: sum(_package(one) == name for one in drawn) for name in STREET} == STREET
    assert {_package(one) for one in drawn_from(street, 5, 1, "short")} == {"short"}


STREET = {"long": 16, "short": 6, "small": 2}


def test_a_larger_number_adds_to_a_smaller_one(street: Path) -> None:
    assert set(drawn_from(street, 12, 1)) < set(drawn_from(street, 24, 1))


def test_what_is_drawn_stays_so_when_files_are_moved_and_lines_come_before_it(
    street: Path,
) -> None:
    """So a survivor that was argued is met again, and is known."""
    before = {one.edit.name for one in drawn_from(street, 24, 1)}
    for number, path in enumerate(sorted(street.rglob("*.py"))):
        (path.parent / "part").mkdir(exist_ok=True)
        moved = path.parent / "part" / f"{90 - number}.py"
        path.rename(moved)
        moved.write_text(f'"""A room."""\n\nimport re\n\n\n{moved.read_text("utf-8")}', "utf-8")
    assert {one.edit.name for one in drawn_from(street, 24, 1)} == before


def test_a_rare_kind_of_change_is_drawn_as_often_as_a_common_one(street: Path) -> None:
    """Were it not so, half of what is drawn would be numbers."""
    kinds = Counter(
        one.edit.kind for seed in range(20) for one in drawn_from(street, 12, seed, "long")
    )
    assert kinds["boolean"] > 10
    assert kinds["constant"] < 60


def test_every_package_of_postil_is_known_with_its_lines() -> None:
    lines = {one.name: sum(one.lines) for one in packages(SRC)}
    given = shares(lines, 60)
    assert sum(given.values()) == 60
    assert min(given.values()) >= 1
    largest = max(lines, key=lambda name: lines[name])
    assert given[largest] == max(given.values())


def test_few_mutants_fall_to_the_largest_packages() -> None:
    assert shares({"a": 80, "b": 15, "c": 5}, 2) == {"a": 2, "b": 0, "c": 0}
    assert shares({"a": 70, "b": 20, "c": 10}, 3) == {"a": 1, "b": 1, "c": 1}
    assert shares({"a": 70, "b": 20, "c": 10}, 10) == {"a": 7, "b": 2, "c": 1}


ROOM = '''\
"""Doors of a toy."""

def opens(age: int) -> bool:
    """Tell whether the door opens."""
    if age > 17:
        return True
    return age == 3


def dark(hour: int) -> bool:
    """Tell whether it is dark; nobody asks."""
    return hour > 20
'''
TESTS = """\
import os
from pathlib import Path

from toy import doors


def test_the_door_opens_for_adults():
    assert doors.opens(18)
    assert not doors.opens(17)


def test_who_looks_finds_a_copy():
    assert Path(doors.__file__).parents[2] == Path.cwd() != Path(os.environ["TOY"])


def test_what_is_red_already():
    assert not doors.opens(2) and doors.opens(4)
"""


@pytest.fixture
def toy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a project of one room, with a test that sees half of it and one that always fails."""
    root = tmp_path / "toy"
    (root / "src" / "toy").mkdir(parents=True)
    (root / "src" / "toy" / "__init__.py").touch()
    (root / "src" / "toy" / "doors.py").write_text(ROOM, "utf-8")
    (root / "tests").mkdir()
    (root / "tests" / "test_doors.py").write_text(TESTS, "utf-8")
    monkeypatch.setenv("TOY", str(root))
    return root


def test_a_branch_without_a_test_is_reported_and_one_with_a_test_is_not(toy: Path) -> None:
    """Nor does a test count that fails without the mutant; and the project stays as it is."""
    seen = [edit for edit in edits(ROOM) if str(edit) == "age > 17 -> age >= 17"]
    unseen = [edit for edit in edits(ROOM) if str(edit) == "hour > 20 -> hour >= 20"]
    drawn = [Mutant("src/toy/doors.py", edit) for edit in (*seen, *unseen)]
    told: list[Verdict] = []
    verdicts = sample(toy, drawn, 30, 1, toy.parent / "kept", told.append)
    assert [(one.fate, one.by) for one in verdicts] == [
        (Fate.KILLED, "tests/test_doors.py::test_the_door_opens_for_adults"),
        (Fate.SURVIVED, ""),
    ]
    assert str(verdicts[1].mutant) == "src/toy/doors.py:12  hour > 20 -> hour >= 20"
    assert sorted(told) == sorted(verdicts)
    assert counts(verdicts)[Fate.KILLED] == 1
    assert (toy / "src" / "toy" / "doors.py").read_text("utf-8") == ROOM
    assert not list(toy.rglob("__pycache__"))


def test_a_test_that_never_ends_is_stopped(toy: Path, tmp_path: Path) -> None:
    scratch = Scratch(toy, tmp_path / "scratch")
    with scratch.changed("src/toy/doors.py", "def opens(age):\n    while True:\n        pass\n"):
        run = scratch.run(["tests/test_doors.py"], 2)
    assert run.stopped
    assert not run.green
    assert (scratch.root / "src" / "toy" / "doors.py").read_text("utf-8") == ROOM


def test_the_test_that_mirrors_a_room_is_the_nearest(tmp_path: Path) -> None:
    files = {
        "src/toy/__init__.py": "",
        "src/toy/hall/__init__.py": "",
        "src/toy/hall/doors.py": "def late(): from toy.hall import locks",
        "src/toy/hall/locks.py": "",
        "tests/__init__.py": "",
        "tests/conftest.py": "from toy.hall import doors",
        "tests/garden/test_paths.py": "x = 'toy.hall.locks'",
        "tests/hall/test_all.py": "from toy import hall\nx = hall.doors",
        "tests/hall/test_locks.py": "",
        "tests/hall/test_locks_rusty.py": "",
        "tests/test_hall_locks.py": "",
        "tests/test_none.py": "import os",
    }
    for name, source in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source, "utf-8")
    nearness = Nearness(tmp_path)
    found = nearness.tests_of("src/toy/hall/locks.py")
    assert [near.path.removeprefix("tests/") for near in found] == [
        "hall/test_locks.py",
        "hall/test_locks_rusty.py",
        "test_hall_locks.py",
        "hall/test_all.py",
        "garden/test_paths.py",
        "test_none.py",
    ]
    assert [near.steps for near in found[3:]] == [2, 2, 4]


def test_a_room_that_is_loaded_by_a_name_put_together_has_tests_too(tmp_path: Path) -> None:
    files = {
        "src/toy/__init__.py": "",
        "src/toy/main.py": "def load(verb): import_module(f'toy.verbs.{verb}')",
        "src/toy/verbs/__init__.py": "",
        "src/toy/verbs/open.py": "",
        "tests/test_all.py": "from toy import main",
    }
    for name, source in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source, "utf-8")
    (near,) = Nearness(tmp_path).tests_of("src/toy/verbs/open.py")
    assert (near.path, near.steps) == ("tests/test_all.py", 3)


def test_an_edit_is_of_bytes() -> None:
    assert Edit("constant", 1, 5, 6, "1", "2").applied("é = 1") == "é = 2"
