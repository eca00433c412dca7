"""Sandbox: Jinja's language without files or a way out, and with an end to all that it does.

Jinja's own sandbox keeps a template from reaching Python. That it comes to an end is seen to here:
each turn of a loop, each call and each letter is counted, and the processor's time with them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import wraps
from time import thread_time

from jinja2 import StrictUndefined, nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import pass_context

from postil.export.templating.filters import filters

LETTERS = 64_000_000
"""Code points that a template may write."""

LONGEST = 8_000_000
"""Code points, or items, of one value that a template makes."""

SECONDS = 30.0
"""Of the processor, for one rendering."""

_NUMBER = 10**100
_POWER = 64
"""Beyond which no number is reckoned with, and to no power."""

_OFTEN = 256
"""Steps between two looks at the time."""

_METHODS: Mapping[type, frozenset[str]] = {
    str: frozenset(
        (
            *("capitalize", "casefold", "count", "endswith", "find", "index", "isalpha"),
            *("isdigit", "lower", "lstrip", "partition", "removeprefix", "removesuffix"),
            *("rpartition", "rsplit", "rstrip", "split", "splitlines", "startswith", "strip"),
            *("title", "upper"),
        )
    ),
    dict: frozenset(("get", "items", "keys", "values")),
    tuple: frozenset(("count", "index")),
    list: frozenset(("count", "index")),
}
"""What a template can call on its values: nothing that makes much of little."""


class TooMuch(Exception):
    """A template goes on for too long, or writes too much; the text says which."""


class Sandbox(ImmutableSandboxedEnvironment):
    """The language, for one rendering: what was counted stays counted."""

    intercepted_binops = frozenset(("*", "**", "+", "%"))

    def __init__(self) -> None:
        super().__init__(
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            cache_size=0,
        )
        kept = {name: self.globals[name] for name in ("dict", "namespace", "range")}
        self.globals.clear()
        self.globals.update(kept)
        counted = {name: self._counted(function) for name, function in filters().items()}
        self.filters = {**counted, "_turns": self._turns, "_told": self._told, "_fits": self._fits}
        self._steps = 0
        self._letters = 0
        self._until = thread_time() + SECONDS

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """Read a template, and have its loops and its words counted."""
        template = super()._parse(source, name, filename)
        for loop in list(template.find_all(nodes.For)):
            loop.iter = _through(loop.iter, "_turns")
        for output in list(template.find_all(nodes.Output)):
            output.nodes = [
                _through(
                    nodes.Const(one.data, lineno=one.lineno)
                    if isinstance(one, nodes.TemplateData)
                    else one,
                    "_told",
                )
                for one in output.nodes
            ]
        for joined in list(template.find_all(nodes.Concat)):
            joined.nodes = [_through(one, "_fits") for one in joined.nodes]
        return template

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        """Tell whether a template may have an attribute."""
        if (allowed := _METHODS.get(type(obj))) is not None:
            return attr in allowed
        return super().is_safe_attribute(obj, attr, value)

    def call(self, *arguments: object, **named: object) -> object:
        """Call what a template calls, and count it."""
        self._step()
        # By place alone: a template may name its own arguments as it likes.
        made = ImmutableSandboxedEnvironment.call(self, *arguments, **named)  # type: ignore[arg-type]
        return self._checked(made)

    def call_binop(self, context: Context, operator: str, left: object, right: object) -> object:
        """Reckon, but with nothing that would become too large."""
        if isinstance(left, int | float) and isinstance(right, int | float):
            if operator == "**" and abs(right) > _POWER:
                raise TooMuch("a power is too large")
            if max(abs(left), abs(right)) > _NUMBER:
                raise TooMuch("a number is too large")
        elif operator in ("%", "**"):
            raise SecurityError(f"{operator} is for numbers alone")
        elif operator == "*":
            many, of = (left, right) if isinstance(left, int) else (right, left)
            if isinstance(many, int) and many * _size(of) > LONGEST:
                raise TooMuch("a value becomes too large")
        return self._checked(super().call_binop(context, operator, left, right))

    def _step(self, many: int = 1) -> None:
        before = self._steps // _OFTEN
        self._steps += many
        if self._steps // _OFTEN != before and thread_time() > self._until:
            raise TooMuch(f"it takes more than {SECONDS:.0f} seconds")

    def _checked(self, value: object) -> object:
        if _size(value) > LONGEST:
            raise TooMuch("a value becomes too large")
        return value

    def _turns(self, values: Iterable[object]) -> Iterator[object]:
        for one in values:
            self._step()
            yield one

    def _told_words(self, value: object) -> object:
        self._step()
        self._letters += len(value if isinstance(value, str) else str(value))
        if self._letters > LETTERS:
            raise TooMuch(f"it writes more than {LETTERS // 1_000_000} million letters")
        return value

    @property
    def _told(self) -> Callable[..., object]:
        # What asks for the context is never reckoned before the rendering.
        return pass_context(lambda _, value: self._told_words(value))

    @property
    def _fits(self) -> Callable[..., object]:
        return pass_context(lambda _, value: self._half(value))

    def _half(self, value: object) -> object:
        """Pass a part of what is joined; all parts together may be twice what one may be."""
        if _size(value) > LONGEST // 2:
            raise TooMuch("a value becomes too large")
        return value

    def _counted(self, function: Callable[..., object]) -> Callable[..., object]:
        @wraps(function)
        def made(*arguments: object, **named: object) -> object:
            self._step(1 + max(map(_size, arguments), default=0) // 100)
            self._bound(function, arguments, named)
            return self._checked(function(*arguments, **named))

        return made

    @staticmethod
    def _bound(
        function: Callable[..., object],
        arguments: tuple[object, ...],
        named: dict[str, object],
    ) -> None:
        """Refuse words put into others so often that they would become too many."""
        if function.__name__ not in ("do_replace", "sync_do_join", "do_join"):
            return
        sizes = [_size(one) for one in (*arguments, *named.values())]
        words = sorted(size for size in sizes if size)
        if len(words) > 1 and words[-1] * words[-2] > LONGEST * 8:
            raise TooMuch("a value becomes too large")


def _size(value: object) -> int:
    return len(value) if isinstance(value, str | tuple | list | dict | bytes) else 0


def _through(node: nodes.Node, name: str) -> nodes.Filter:
    return nodes.Filter(node, name, [], [], None, None, lineno=node.lineno)
