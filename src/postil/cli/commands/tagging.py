"""The verb tags: lists them, and changes one on all notes at once."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Mapping

from postil import library
from postil.cli.context import Context
from postil.cli.output import Piece, shown
from postil.errors import BadRequest, NothingFound


def tags(given: Namespace, context: Context) -> int:
    """Print the tags, or change one wherever it is used."""
    if given.action is not None:
        return _change_tag(given, context)
    uses = library.tagging.tags(context.home)
    if not uses:
        raise NothingFound("tags", "there are none yet", "give a note one with --tag")
    if context.output.as_json:
        for use in uses:
            context.output.record(
                {
                    "tag": use.tag,
                    "notes": use.notes,
                    "definition": use.definition,
                    "colour": use.colour,
                }
            )
    else:
        rows: list[tuple[Piece, ...]] = [
            ((use.tag, "cyan"), library.labels.counted(use.notes, "note"), (use.definition, "dim"))
            for use in uses
        ]
        context.output.table(rows, right=(1,))
    return 0


def _change_tag(given: Namespace, context: Context) -> int:
    action, words = given.action, given.words
    wanted = 1 if action == "delete" else 2
    if len(words) != wanted:
        needs = {"delete": "one tag", "define": "a tag and its definition"}.get(action, "two tags")
        raise BadRequest(f"tags {action}", f"it needs {needs}", "put quotation marks around blanks")
    if (given.query is None) is (action == "split"):
        why = "it needs --query" if action == "split" else "it takes no --query"
        raise BadRequest(f"tags {action}", why, "write: postil tags split TAG --query Q NEW")
    if given.below and action != "delete":
        raise BadRequest(f"tags {action}", "it takes no --below", "it takes along what is below")
    done = context.agreed(given, lambda: _CHANGES[action](given, context, *words))
    if context.output.as_json:
        context.output.record({"done": done})
    else:
        context.output.line(f"{done} postil undo takes this back.")
    return 0


def _rename(_: Namespace, context: Context, old: str, new: str) -> str:
    library.retagging.rename_tag(context.home, old, new)
    return f"Renamed the tag {shown(old)} to {shown(new)}."


def _merge(_: Namespace, context: Context, old: str, into: str) -> str:
    library.retagging.merge_tags(context.home, old, into)
    return f"Merged the tag {shown(old)} into {shown(into)}."


def _split(given: Namespace, context: Context, tag: str, new: str) -> str:
    fitting = library.choosing.chosen_notes(
        context.home, given.query, filters={"tag": tag}, sources=False
    )
    notes = library.retagging.split_tag(context.home, tag, {one.id for one in fitting}, new)
    of = library.labels.counted(notes, "note")
    return f"Put the tag {shown(new)} in the place of {shown(tag)} on {of}."


def _move(_: Namespace, context: Context, tag: str, below: str) -> str:
    library.retagging.move_tag(context.home, tag, below)
    return f"Moved the tag {shown(tag)} {f'below {shown(below)}' if below else 'to the top'}."


def _define(_: Namespace, context: Context, tag: str, text: str) -> str:
    library.tagging.define_tag(context.home, tag, text)
    return f"Defined the tag {shown(tag)}."


def _delete(given: Namespace, context: Context, tag: str) -> str:
    library.retagging.delete_tag(context.home, tag, below=given.below)
    return f"Deleted the tag {shown(tag)}{', and all below it' if given.below else ''}."


_CHANGES: Mapping[str, Callable[..., str]] = {
    "rename": _rename,
    "merge": _merge,
    "split": _split,
    "move": _move,
    "define": _define,
    "delete": _delete,
}
