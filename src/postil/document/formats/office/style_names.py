"""Names of styles, which say what a paragraph is for; programs translate some of them."""

from __future__ import annotations

import re

from postil.text.lazy_regex import lazily

_HEADING = lazily(
    r"(?:heading|head|überschrift|titre|título|titolo|kop|rubrik|overskrift|otsikko|nagłówek|"
    r"nadpis|címsor|encabezado|intestazione|заголовок|标题|標題|見出し|제목|başlık|heading_20_|"
    r"section heading)[ _]?(?P<level>[1-9])(?:[^0-9]|$)",
    re.IGNORECASE,
)
_ROLES = (
    (
        "contents",
        lazily(r"(?:toc|contents|inhaltsverzeichnis|verzeichnis|índice)[ _]?(?:heading|\d)"),
    ),
    ("title", lazily(r"(?:title|titel|titre|título|titolo|书名|標題|표제|название|název)$")),
    ("subtitle", lazily(r"(?:subtitle|untertitel|sous-titre|subtítulo|sottotitolo|подзаголовок)$")),
    ("author", lazily(r"(?:author|authors|autor|auteur|byline)$")),
    ("date", lazily(r"(?:date|datum|fecha|data)$")),
    (
        "quote",
        lazily(
            r"(?:(?:intense |block )?quot(?:e|ation|ations)|block ?quote|block text|"
            r"(?:intensives )?zitat|citation(?: intense)?|citazione|cita|blocktext|цитата)$"
        ),
    ),
    (
        "code",
        lazily(
            r"(?:source ?code|code(?: block)?|html preformatted|preformatted(?: text)?|"
            r"plain text|listing|programlisting|verbatim|macro text|vorformatierter text|"
            r"html vorformatiert|macro)$"
        ),
    ),
    (
        "caption",
        lazily(
            r"(?:caption|image caption|table caption|table|figure|illustration|drawing|"
            r"captioned figure|beschriftung|légende|epígrafe|didascalia)$"
        ),
    ),
)
_CODE = lazily(r"(?:source text|verbatim(?: char)?|html code|code(?: char)?|teletype|inline code)$")
_FURTHER = lazily(r"(?:list paragraph|list continue(?: \d)?|list \d? ?cont\.?|listenabsatz)$")
_SPACE = lazily(r"_20_|[_\s]+")
_MONO = lazily(
    r"courier|consolas|monaco|menlo|(?:^|[^a-z])mono(?:space|spaced)?(?:[^a-z]|$)|inconsolata|"
    r"andale|lucida console|fixedsys|terminal|source code|typewriter|dejavu sans mono|ocr"
)
_LONGEST = 100


def heading_level(name: str) -> int:
    """Return the level that the name of a style tells, 0 if it tells none."""
    found = _HEADING.match(_plain(name))
    return int(found["level"]) if found else 0


def role_of(name: str) -> str:
    """Return what a paragraph of this style is for, "" where the name says nothing of it."""
    plain = _plain(name)
    return next((role for role, form in _ROLES if form.match(plain)), "")


def is_code(name: str) -> bool:
    """Tell whether words in a style of this name are code."""
    return bool(_CODE.match(_plain(name)))


def goes_on(name: str) -> bool:
    """Tell whether a paragraph in a style of this name belongs to the item of a list above it."""
    return bool(_FURTHER.match(_plain(name)))


def is_monospaced(font: str) -> bool:
    """Tell whether all letters of a font are equally wide, by its name."""
    return bool(font) and bool(_MONO.search(font[:_LONGEST].lower()))


def _plain(name: str) -> str:
    """Return the name in small letters, its words parted by single blanks."""
    return _SPACE.sub(" ", name[:_LONGEST]).strip().lower()
