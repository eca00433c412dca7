"""Elements of HTML, by what they are to a reader."""

from __future__ import annotations

from collections.abc import Mapping

from postil.model.article import InlineKind
from postil.text.clean import clean_line
from postil.text.lazy_regex import lazily

Attributes = Mapping[str, str | None]
NOTHING: Attributes = {}

_LANGUAGE = lazily(
    r"(?:^|\s)(?:language|lang|highlight-source|highlight|brush:)[-: ]?(\w[\w+#.-]*)"
)

COMMENTED = "(commented)"
"""Words on which somebody has commented, which is no element of HTML."""

PICTURED = "(picture)"
"""The target of a picture, settled, which is no attribute of HTML.

To a picture with such that has no words of its own the first one of its caption, which follows,
leads.
"""

INLINE_KINDS = {
    COMMENTED: InlineKind.COMMENT,
    "em": InlineKind.EMPHASIS,
    "i": InlineKind.EMPHASIS,
    "cite": InlineKind.EMPHASIS,
    "dfn": InlineKind.EMPHASIS,
    "var": InlineKind.EMPHASIS,
    "strong": InlineKind.STRONG,
    "b": InlineKind.STRONG,
    "code": InlineKind.CODE,
    "tt": InlineKind.CODE,
    "kbd": InlineKind.CODE,
    "samp": InlineKind.CODE,
    "s": InlineKind.STRIKE,
    "del": InlineKind.STRIKE,
    "strike": InlineKind.STRIKE,
    "sup": InlineKind.SUPERSCRIPT,
    "sub": InlineKind.SUBSCRIPT,
    "mark": InlineKind.HIGHLIGHT,
    "u": InlineKind.UNDERLINE,
    "ins": InlineKind.UNDERLINE,
}
"""Elements within a line that are set apart."""

_BADGE = lazily(
    r"(?i)https?://(?:[^/\s]{0,100}\.)?(?:shields\.io|badgen\.net|fury\.io|travis-ci\.(?:org|com)"
    r"|codecov\.io|coveralls\.io|circleci\.com|appveyor\.com|codeclimate\.com|pepy\.tech"
    r"|nodei\.co|bundlephobia\.com|packagephobia\.com|fossa\.com|snyk\.io|codacy\.com)/"
    r"|https?://[^\s?#]{1,1000}?(?:[/_-]badges?(?:/|\.(?:svg|png)|$)|/workflows/[^\s?#]{1,200}\.svg)"
)


def words_of_image(alternative: str | None, address: str) -> str:
    """Return the words that stand for an image; a badge, which tells a state, has none."""
    return "" if _BADGE.match(address) else alternative or ""


SILENT = frozenset(
    "script style template noscript head title iframe object embed applet audio video canvas "  # noqa: SIM905
    "svg select datalist option button textarea rp frameset noframes map area".split()
)
"""Elements whose content is no text to be read."""

HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}

PARTS = frozenset(
    "address article aside body center details dialog dir div fieldset figcaption "  # noqa: SIM905
    "figure footer form header hgroup html legend main menu nav p search section summary".split()
)
"""Elements that stand on lines of their own and are nothing else."""

LISTS = frozenset(("ul", "ol", "menu", "dir"))


def language_of(attributes: Attributes) -> str:
    """Return the language that a block of code is said to be written in, "" if none."""
    found = _LANGUAGE.search(attributes.get("class") or "")
    return clean_line(found[1], 40) if found else ""
