"""Sets up the dialog on the source of a passage, wherever the passage is asked about."""

from __future__ import annotations

from postil import library
from postil.errors import PostilError
from postil.library.base.open_article import OpenArticle
from postil.library.care.local_state import Home
from postil.model.source import Governed
from postil.model.span import Span
from postil.tui.dialogs.frame.saving import Store
from postil.tui.dialogs.source import SourceDialog
from postil.tui.messages import sentences


def source_dialog(
    home: Home, open_article: OpenArticle, span: Span, store: Store[dict[str, str]]
) -> SourceDialog:
    """Return the dialog that shows the source with its evidence; ``store`` takes a correction.

    A correction that was left unfinished is there again.
    """
    sourcing = library.sourcing
    governed = sourcing.at(open_article, span)
    return SourceDialog(
        list(sourcing.in_words(governed.source).items()),
        how=sourcing.how_read(open_article, governed),
        evidence=" ".join(
            filter(
                None, (sourcing.evidence(open_article, governed), _entry(open_article, governed))
            )
        ),
        via=sourcing.why(governed),
        relation=governed.relation,
        confidence=governed.confidence,
        problems=[sourcing.problem_text(problem) for problem in governed.problems],
        governs=governed_by_it(sourcing.governs(open_article, governed)),
        check=check_fields,
        store=store,
        keep=lambda text: library.local_state.keep_correction(home, open_article, span, text),
        left=library.local_state.correction(home, open_article, span),
    )


def _entry(open_article: OpenArticle, governed: Governed) -> str:
    """Return the entry of a list by which a citation is resolved, as it is shown behind it."""
    entry = library.sourcing.entry(open_article, governed)
    return f"\u2192 {entry}" if entry else ""


def governed_by_it(paragraphs: int) -> str:
    """Return in words what a correction holds for."""
    if paragraphs == 1:
        return "this paragraph"
    many = "both" if paragraphs == 2 else f"all {paragraphs}"
    return f"{many} paragraphs that it governs"


def check_fields(fields: dict[str, str]) -> str:
    """Return a sentence about a field that cannot be kept, or ""."""
    try:
        if fields.get("issued"):
            library.article_metadata.checked_date(fields["issued"])
        if fields.get("type"):
            library.csl_types.checked_type(fields["type"])
    except PostilError as error:
        return sentences(error)
    return ""
