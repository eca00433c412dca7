"""Parsing of reStructuredText: a text to docutils' tree, with progress and without files."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import partial
from types import SimpleNamespace
from typing import Any

from docutils import nodes, utils
from docutils.frontend import get_default_settings
from docutils.io import StringInput
from docutils.parsers.rst import Parser, directives, states
from docutils.readers.standalone import Reader
from docutils.transforms.misc import Transitions

from postil.document.formats.rst.directives import OURS, Words
from postil.document.formats.rst.roles import Inliner

_SETTINGS = {
    "file_insertion_enabled": False,
    "raw_enabled": False,
    "report_level": 5,
    "halt_level": 6,
    "traceback": True,
    "sectnum_xform": False,
    "smart_quotes": False,
    "syntax_highlight": "none",
    "_disable_config": True,
    "line_length_limit": 1_000_000,
    "language_code": "en",
}


def doctree(text: str, at_line: Callable[[int], None]) -> Any:
    """Return the tree of a text; ``at_line`` is called with the line that is being read.

    Nothing but the text is read: no file, no setting, no address. What docutils does not bear,
    such as blocks nested beyond its means, raises whatever comes up.
    """
    parser = Parser(inliner=Inliner(at_line))
    parser.state_classes = _STATES
    reader: Any = _Reader(parser)
    settings = get_default_settings(Parser, Reader)
    for name, value in _SETTINGS.items():
        setattr(settings, name, value)
    settings.warning_stream = io.StringIO()
    source = StringInput(text, source_path="document", encoding="unicode")
    document = reader.read(source, parser, settings)
    document.transformer.populate_from_components((source, reader, parser))
    document.transformer.apply_transforms()
    return document


def _directive(state: Any, match: Any) -> Any:
    """Read a directive by the method of the state; docutils names its own function."""
    return state.directive(match)


_EXPLICIT = [
    (_directive if function is states.Body.directive else function, pattern)
    for function, pattern in states.Body.explicit.constructs
]
"""The forms of explicit markup, each with what reads it."""


class _Reader(Reader):  # type: ignore[type-arg]
    """Leaves transitions where they stand; to judge each takes docutils a look at all nodes."""

    def get_transforms(self) -> Any:
        """Return what is done to the tree when it is there."""
        return [one for one in super().get_transforms() if one is not Transitions]


class _Machine(states.NestedStateMachine):
    """A machine that goes back to where it was taken from."""

    kept: list[Any]

    def unlink(self) -> None:
        """Let it be used again."""
        self.kept.append(self)


def _machine(memo: Any, **named: Any) -> Any:
    """Return a machine for a list, if there is one a used one."""
    kept = vars(memo).setdefault("postil_lists", [])
    if not kept:
        made = _Machine(**named)
        made.kept = kept
        return made
    used = kept.pop()
    used.parent_state_machine = named["parent_state_machine"]
    used.initial_state = named["initial_state"]
    return used


class _Lenient:
    """What each state of the parser does otherwise: every directive has a reader."""

    explicit = SimpleNamespace(patterns=states.Body.explicit.patterns, constructs=_EXPLICIT)

    def __init__(self, state_machine: Any, debug: bool = False) -> None:
        super().__init__(state_machine, debug)  # type: ignore[call-arg]
        self.nested_sm_kwargs = {"state_classes": _STATES, "initial_state": "Body"}

    @property
    def nested_sm_cache(self: Any) -> Any:
        """The machines for blocks within blocks, kept for this document alone."""
        return vars(self.memo).setdefault("postil_blocks", [])

    def nested_list_parse(self: Any, *given: Any, **named: Any) -> Any:
        """Parse a list by a machine that was used before: to make one takes most of the time."""
        if not named.keys() & {"state_machine_class", "state_machine_kwargs"}:
            named["state_machine_class"] = partial(_machine, self.memo)
        return super().nested_list_parse(*given, **named)  # type: ignore[misc]

    def directive(self: Any, match: Any, **presets: Any) -> Any:
        """Read a directive, an unknown one for its words."""
        name = match.group(1)
        found = None
        if name.lower() not in OURS:
            found, _ = directives.directive(name, self.memo.language, self.document)
        return self.run_directive(found or Words, match, name, presets)

    def parse_extension_options(self: Any, option_spec: Any, datalines: Any) -> Any:
        """Read the options of a directive, but for those that it cannot use."""
        node = nodes.field_list()
        end, _ = self.nested_list_parse(
            datalines, 0, node, initial_state="ExtensionOptions", blank_finish=True
        )
        if end != len(datalines):
            return 0, "invalid option block"
        options: dict[str, Any] = {}
        for field in node:
            try:
                options |= utils.extract_extension_options(nodes.field_list("", field), option_spec)
            except (KeyError, ValueError, TypeError, utils.ExtensionOptionError):
                continue
        return 1, options


_STATES: tuple[Any, ...] = tuple(
    type(one.__name__, (_Lenient, one), {}) for one in states.state_classes
)
