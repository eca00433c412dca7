"""What is not changed in a source: words about it, and what no test can be asked to notice."""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterator, Set

SKIPPED = (
    "docstrings and type annotations",
    "`if TYPE_CHECKING`, `if __name__`, overloads and protocols",
    "decorators (sizes of caches, frozen, slots) and other sizes of caches",
    "names with double underscores (`__all__`, `__slots__`), `__repr__`",
    "what is raised, and what errors and logs are told",
    "assertions, and that `zip` is strict",
    "pauses, and what is asked of the garbage collector",
    "lists of more than two dozen words, which are data",
)
"""What is left alone, as it is said after a run."""

_LOGS = {"logging", "logger", "log", "_log", "_logger", "warnings"}
_PAUSES = {"sleep"}
_CACHES = {"lru_cache", "cache", "LRUCache", "FIFOCache"}
_UNSEEN = {"maxsize", "daemon", "stacklevel"}
_TYPES = {"TypeVar", "NewType", "ParamSpec", "cast"}


class Quiet:
    """Tells the nodes of a tree that are changed from those that are left alone."""

    def __init__(self, tree: ast.Module, raised: Set[str] = frozenset()) -> None:
        self._tree = tree
        self._errors = raised | raised_names(tree) | _BUILT_IN
        self._pauses = set(_pauses(tree))

    def loud(self) -> Iterator[ast.AST]:
        """Yield the nodes that may be changed, from the top."""
        return self._within(self._tree)

    def _within(self, node: ast.AST) -> Iterator[ast.AST]:
        if self._left_alone(node):
            return
        yield node
        for child in _children(node):
            yield from self._within(child)

    def _left_alone(self, node: ast.AST) -> bool:
        match node:
            case ast.Raise() | ast.Assert() | ast.JoinedStr():
                return True
            case ast.Expr(value=ast.Constant()):
                return True
            case ast.If(test=test):
                words = {name.id for name in ast.walk(test) if isinstance(name, ast.Name)}
                return bool(words & {"TYPE_CHECKING", "__name__"})
            case ast.Attribute(attr="TYPE_CHECKING"):
                return True
            case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
                return _dunder(name) or name in self._pauses
            case ast.ClassDef(bases=bases):
                return any(_last(base) == "Protocol" for base in bases)
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                return name == "__repr__" or any(
                    _last(one) == "overload" for one in node.decorator_list
                )
            case ast.keyword(arg=name):
                return name in _UNSEEN or name == "strict"
            case ast.Call(func=called) | ast.Expr(value=ast.Call(func=called)):
                return self._tells(called)
            case ast.Expr(value=ast.Await(value=ast.Call(func=called))):
                return self._tells(called)
            case ast.Await(value=ast.Call(func=called)):
                return self._tells(called)
        return False

    def _tells(self, called: ast.expr) -> bool:
        """Return whether a call only tells, waits or tidies."""
        name = _last(called)
        if name in self._errors | _PAUSES | _CACHES | _TYPES:
            return True
        return isinstance(called, ast.Attribute) and _first(called) in _LOGS | {"gc"}


def raised_names(tree: ast.AST) -> set[str]:
    """Return the names of the errors that are raised in a file, or defined by their names."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
            found.add(_last(node.exc.func))
    return {name for name in found if name[:1].isupper()}


_BUILT_IN = {
    name
    for name, one in vars(builtins).items()
    if isinstance(one, type) and issubclass(one, BaseException)
}


def _pauses(tree: ast.AST) -> Iterator[str]:
    """Yield the names that are slept for."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _last(node.func) in _PAUSES:
            yield from (one.id for one in ast.walk(node) if isinstance(one, ast.Name))


def _children(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what a node is made of, without decorators and annotations."""
    for field, value in ast.iter_fields(node):
        if field in ("decorator_list", "annotation", "returns", "type_params", "type_comment"):
            continue
        for child in value if isinstance(value, list) else (value,):
            if isinstance(child, ast.AST):
                yield child


def _last(node: ast.expr) -> str:
    """Return the last part of a dotted name, or nothing for another expression."""
    if isinstance(node, ast.Attribute):
        return node.attr
    if isinstance(node, ast.Subscript):
        return _last(node.value)
    return node.id if isinstance(node, ast.Name) else ""


def _first(node: ast.expr) -> str:
    """Return what a chain of attributes and calls begins with, but for ``self``."""
    names = []
    while isinstance(node, (ast.Attribute, ast.Call)):
        names.append(_last(node))
        node = node.value if isinstance(node, ast.Attribute) else node.func
    names.append(_last(node))
    return names[-2] if names[-1] == "self" and len(names) > 2 else names[-1]


def _dunder(name: str) -> bool:
    return name.startswith("__") and name.endswith("__")
