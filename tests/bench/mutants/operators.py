"""What can be changed in a source file: mutation operators, each as an edit of a stretch of it."""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Iterator, Set
from contextlib import suppress
from hashlib import sha256
from itertools import chain
from typing import NamedTuple

from tests.bench.mutants import patterns
from tests.bench.mutants.quiet import Quiet

WORD_LIST = 24
"""Members of a set of strings; a longer one is data, and each of its rows is not a rule."""

_SWAPS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
_OF_LETTERS = {"strip", "lstrip", "rstrip"}
_AFFIXES = {"startswith", "endswith"} | _OF_LETTERS
_SETS = {"frozenset", "set", "tuple", "list"}
_OTHER_END = {"min": "max", "max": "min"}


class Edit(NamedTuple):
    """A stretch of a file, in bytes, and what stands there instead."""

    kind: str
    line: int
    start: int
    end: int
    before: str
    after: str
    around: tuple[str, str] = ("", "")
    """The rest of the lines on which it begins and ends."""
    beside: tuple[str, str] = ("", "")
    """The line above and the one below."""

    @property
    def name(self) -> str:
        """What it is known by, wherever the lines around it are moved to."""
        said = (self.kind, self.before, self.after, *self.around, *self.beside)
        return sha256("\n".join(one.strip() for one in said).encode()).hexdigest()[:10]

    def applied(self, source: str) -> str:
        """Return the source with the edit made."""
        data = source.encode()
        return (data[: self.start] + self.after.encode() + data[self.end :]).decode()

    def __str__(self) -> str:
        if len(self.before) > _SHORT:
            return " -> ".join(_differing(_plain(self.before), _plain(self.after)))
        ahead, behind = self.around[0].lstrip()[-_AROUND:], self.around[1].rstrip()[:_AROUND]
        return f"{ahead}{self.before}{behind} -> {ahead}{_plain(self.after)}{behind}"


Change = tuple[str, ast.AST, str]
"""The kind of a change, the node that it replaces, and by what text."""


def edits(source: str, raised: Set[str] = frozenset()) -> list[Edit]:
    """Return all that can be changed in a file, in the order of its lines.

    ``raised`` are names of errors elsewhere in the tree: what they are called with is text.
    """
    tree = ast.parse(source)
    quiet = Quiet(tree, raised)
    pieces = patterns.pieces(tree)
    starts = [0]
    data = source.encode()
    for row in data.split(b"\n"):
        starts.append(starts[-1] + len(row) + 1)
    found: dict[tuple[int, int, str], Edit] = {}
    for node in quiet.loud():
        for kind, place, text in chain(_changes(node), patterns.changes(node, pieces)):
            start = starts[place.lineno - 1] + place.col_offset  # type: ignore[attr-defined]
            end = starts[place.end_lineno - 1] + place.end_col_offset  # type: ignore[attr-defined]
            before = data[start:end].decode()
            line = data.count(b"\n", 0, start) + 1
            made = Edit(kind, line, start, end, before, text, *_near(data, start, end))
            found.setdefault((start, end, text), made)
    return sorted(found.values(), key=lambda edit: (edit.start, edit.end, edit.after))


def _near(data: bytes, start: int, end: int) -> tuple[tuple[str, str], tuple[str, str]]:
    """Return what stands before and behind a stretch on its lines, and the lines next to them."""
    *_, above, ahead = ("", *data[:start].decode().split("\n"))
    behind, below, *_ = (*data[end:].decode().split("\n"), "")
    return (ahead, behind), (above, below)


def _changes(node: ast.AST) -> Iterator[Change]:
    for operator in _OPERATORS.get(type(node), ()):
        yield from operator(node)


def _text(node: ast.AST) -> str:
    """Return an expression such that it may stand anywhere."""
    text = ast.unparse(node)
    return text if isinstance(node, (ast.Constant, ast.Name, ast.Call)) else f"({text})"


def _comparisons(node: ast.Compare) -> Iterator[Change]:
    for at, sign in enumerate(node.ops):
        changed = copy.deepcopy(node)
        changed.ops[at] = _SWAPS[type(sign)]()
        yield "comparison", node, _text(changed)


def _booleans(node: ast.BoolOp) -> Iterator[Change]:
    changed = copy.deepcopy(node)
    changed.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
    yield "boolean", node, _text(changed)


def _negations(node: ast.UnaryOp) -> Iterator[Change]:
    if isinstance(node.op, ast.Not):
        yield "negation", node, f"({ast.unparse(node.operand)})"


def _constants(node: ast.Constant) -> Iterator[Change]:
    value = node.value
    if isinstance(value, bool):
        yield "truth", node, str(not value)
    elif isinstance(value, int):
        for other in dict.fromkeys((value + 1, value - 1, value * 2, value // 2)):
            if other != value:
                yield "constant", node, str(other) if other >= 0 else f"({other})"
    elif isinstance(value, float) and value:
        yield "constant", node, repr(value * 2)
        yield "constant", node, repr(value / 2)


def _branches(node: ast.If | ast.IfExp) -> Iterator[Change]:
    if not isinstance(node.test, ast.Constant):
        yield "condition", node.test, "True"
        yield "condition", node.test, "False"


def _guards(node: ast.If) -> Iterator[Change]:
    last = node.body[-1]
    if isinstance(last, ast.Return) and last.value and not _is_nothing(last.value):
        yield "guard", last.value, "None"


def _filters(node: ast.comprehension) -> Iterator[Change]:
    for test in node.ifs:
        yield "condition", test, "True"
        yield "condition", test, "False"


def _jumps(node: ast.Break | ast.Continue) -> Iterator[Change]:
    yield "jump", node, "continue" if isinstance(node, ast.Break) else "break"


def _statements(node: ast.Expr) -> Iterator[Change]:
    if isinstance(node.value, (ast.Call, ast.Await)):
        yield "call", node, "pass"


def _memberships(node: ast.Compare) -> Iterator[Change]:
    for sign, right in zip(node.ops, node.comparators, strict=True):
        if isinstance(sign, (ast.In, ast.NotIn)):
            yield from _without_one(right)


def _affixes(node: ast.Call) -> Iterator[Change]:
    """Leave out one of the words, or letters, that a call is told."""
    name = _called(node)
    plain, method = isinstance(node.func, ast.Name), isinstance(node.func, ast.Attribute)
    if node.args and ((plain and name in _SETS) or (method and name in _AFFIXES)):
        first = node.args[0]
        if plain or name in _OF_LETTERS or isinstance(first, ast.Tuple):
            yield from _without_one(first)
    if name == "split" and isinstance(node.func, ast.Attribute) and not node.args:
        words = node.func.value
        if isinstance(words, ast.Constant) and isinstance(words.value, str):
            members = words.value.split()
            if 1 < len(members) <= WORD_LIST:
                for at in range(len(members)):
                    rest = " ".join(members[:at] + members[at + 1 :])
                    yield "member", words, repr(rest)


def _named_sets(node: ast.Assign | ast.AnnAssign) -> Iterator[Change]:
    """Leave out a member of a set, or of a tuple, that has a name in capitals."""
    target = node.targets[0] if isinstance(node, ast.Assign) else node.target
    named = isinstance(target, ast.Name) and target.id.isupper()
    if named and isinstance(node.value, (ast.Set, ast.Tuple)):
        yield from _without_one(node.value)


def _without_one(node: ast.expr) -> Iterator[Change]:
    """Leave out each member in turn, where all of them are strings that stand there."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        if 1 < len(node.value) <= WORD_LIST:
            for at in range(len(node.value)):
                yield "member", node, repr(node.value[:at] + node.value[at + 1 :])
    elif isinstance(node, (ast.Set, ast.Tuple, ast.List)):
        words = [one for one in node.elts if isinstance(getattr(one, "value", None), str)]
        if 1 < len(words) <= WORD_LIST and len(words) == len(node.elts):
            for at in range(len(words)):
                changed = copy.deepcopy(node)
                del changed.elts[at]
                yield "member", node, ast.unparse(changed)


def _bounds(node: ast.Subscript) -> Iterator[Change]:
    """Let a slice begin one later, or end one sooner."""
    piece = node.slice
    if not isinstance(piece, ast.Slice) or not (piece.lower or piece.upper):
        return
    if not isinstance(piece.lower, ast.Constant):
        changed = copy.deepcopy(piece)
        one = ast.Constant(1)
        changed.lower = ast.BinOp(changed.lower, ast.Add(), one) if changed.lower else one
        yield "slice", piece, ast.unparse(changed)
    if not isinstance(piece.upper, ast.Constant):
        changed = copy.deepcopy(piece)
        last = ast.UnaryOp(ast.USub(), ast.Constant(1))
        less = ast.BinOp(changed.upper, ast.Sub(), ast.Constant(1)) if changed.upper else last
        changed.upper = less
        yield "slice", piece, ast.unparse(changed)


def _defaults(node: ast.arguments) -> Iterator[Change]:
    """Have another default; of words only where any may stand, and not one of a few."""
    plain = [*node.posonlyargs, *node.args]
    behind = zip(plain[len(plain) - len(node.defaults) :], node.defaults, strict=True)
    for arg, default in chain(behind, zip(node.kwonlyargs, node.kw_defaults, strict=True)):
        if isinstance(default, ast.Constant):
            value = default.value
            if isinstance(value, bool):
                yield "default", default, str(not value)
            elif isinstance(value, int):
                yield "default", default, str(value + 1)
            elif isinstance(value, str) and _is_words(arg.annotation):
                yield "default", default, repr("" if value else "x")


def _is_words(annotation: ast.expr | None) -> bool:
    return annotation is None or (isinstance(annotation, ast.Name) and annotation.id == "str")


def _orders(node: ast.Call) -> Iterator[Change]:
    """Sort by something else, or the other way round, or not at all; take the other end."""
    name = _called(node)
    if name in ("sorted", "sort"):
        for at, keyword in enumerate(node.keywords):
            if keyword.arg in ("reverse", "key"):
                changed = copy.deepcopy(node)
                del changed.keywords[at]
                yield "order", node, ast.unparse(changed)
        if name == "sorted" and not node.keywords:
            yield "order", node.func, "list"
    elif isinstance(node.func, ast.Name) and name in _OTHER_END:
        yield "order", node.func, _OTHER_END[name]


def _called(node: ast.Call) -> str:
    if isinstance(node.func, ast.Attribute):
        return node.func.attr
    return node.func.id if isinstance(node.func, ast.Name) else ""


def _is_nothing(node: ast.expr) -> bool:
    """Tell of a value that it counts as none, so that another such one changes little."""
    return isinstance(node, ast.Constant) and not node.value


_OPERATORS: dict[type[ast.AST], tuple[Callable[..., Iterator[Change]], ...]] = {
    ast.Compare: (_comparisons, _memberships),
    ast.BoolOp: (_booleans,),
    ast.UnaryOp: (_negations,),
    ast.Constant: (_constants,),
    ast.If: (_branches, _guards),
    ast.IfExp: (_branches,),
    ast.comprehension: (_filters,),
    ast.Break: (_jumps,),
    ast.Continue: (_jumps,),
    ast.Expr: (_statements,),
    ast.Call: (_affixes, _orders),
    ast.Assign: (_named_sets,),
    ast.AnnAssign: (_named_sets,),
    ast.Subscript: (_bounds,),
    ast.arguments: (_defaults,),
}

_SHORT = 6
"""Characters of a stretch that is shown with what stands around it on its line."""

_SHOWN = 64
"""Characters of a stretch that is printed whole."""

_AROUND = 24
"""Characters on either side of what differs, in a longer one."""


def _plain(text: str) -> str:
    """Return a stretch on one line, an expression as Python itself writes it."""
    with suppress(SyntaxError):
        text = ast.unparse(ast.parse(text, mode="eval"))
    return " ".join(text.split())


def _differing(before: str, after: str) -> tuple[str, str]:
    """Return two texts without most of what they share, when they are long."""
    if max(len(before), len(after)) <= _SHOWN:
        return before, after
    head = _shared(before, after)
    tail = min(_shared(before[::-1], after[::-1]), len(before) - head, len(after) - head)
    first, last = max(0, head - _AROUND), max(0, tail - _AROUND)
    return _cut(before, first, last), _cut(after, first, last)


def _shared(one: str, other: str) -> int:
    """Return how many characters two texts begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _cut(text: str, head: int, tail: int) -> str:
    kept = text[head : len(text) - tail]
    return f"{'…' if head else ''}{kept}{'…' if tail else ''}"
