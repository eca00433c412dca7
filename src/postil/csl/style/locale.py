"""The terms, dates and options of a language, overridden by those of a style."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from postil.csl.ground.errors import StyleError
from postil.csl.ground.xml import Node, parse

Loader = Callable[[str], bytes | None]
"""Returns the locale file of a language tag, such as ``de-AT``, or None where there is none."""

DIALECTS = {
    "af": "af-ZA", "bg": "bg-BG", "ca": "ca-AD", "cs": "cs-CZ", "cy": "cy-GB", "da": "da-DK",
    "de": "de-DE", "el": "el-GR", "en": "en-US", "es": "es-ES", "et": "et-EE", "fa": "fa-IR",
    "fi": "fi-FI", "fr": "fr-FR", "he": "he-IL", "hr": "hr-HR", "hu": "hu-HU", "id": "id-ID",
    "is": "is-IS", "it": "it-IT", "ja": "ja-JP", "km": "km-KH", "ko": "ko-KR", "lt": "lt-LT",
    "lv": "lv-LV", "mn": "mn-MN", "nb": "nb-NO", "nl": "nl-NL", "nn": "nn-NO", "pl": "pl-PL",
    "pt": "pt-PT", "ro": "ro-RO", "ru": "ru-RU", "sk": "sk-SK", "sl": "sl-SI", "sr": "sr-RS",
    "sv": "sv-SE", "th": "th-TH", "tr": "tr-TR", "uk": "uk-UA", "vi": "vi-VN", "zh": "zh-CN",
}  # fmt: skip
"""The dialect whose file stands for a language: CSL 1.0.2, "Locale Fallback"."""

FALLBACK = "en-US"

_FORMS = {"verb-short": "verb", "symbol": "short", "verb": "long", "short": "long"}
"""The form that is taken where one is missing: CSL 1.0.2, "Terms"."""


class Term(NamedTuple):
    """A word of the language."""

    single: str
    multiple: str
    gender: str = ""
    """That of the noun, for ordinals to agree with."""
    match: str = ""
    """Which numbers an ordinal stands for."""


class Locale:
    """What holds for one language in one style."""

    def __init__(self, lang: str, sources: Iterable[Node], base: Locale | None = None) -> None:
        """Take the sources in order, on what a base holds; later ones override earlier ones."""
        self.lang = lang
        self.dates: dict[str, Node] = dict(base.dates) if base is not None else {}
        self.options: dict[str, str] = dict(base.options) if base is not None else {}
        self._terms: dict[tuple[str, str, str], Term] = dict(base._terms) if base else {}
        for source in sources:
            self._take(source)

    def _take(self, source: Node) -> None:
        for node in source.children:
            if node.tag == "date":
                self.dates[node.get("form")] = node
            elif node.tag == "style-options":
                self.options.update(node.attributes)
            elif node.tag == "terms":
                self._take_terms(node)

    def _take_terms(self, terms: Node) -> None:
        found = list(terms.every("term"))
        if any(node.get("name") == "ordinal" for node in found):
            # Ordinals belong together: those of one source replace those of another as a whole.
            for key in [key for key in self._terms if key[0].startswith("ordinal")]:
                del self._terms[key]
        for node in found:
            if self._is_stray_ordinal(node, found):
                continue
            single, multiple = node.first("single"), node.first("multiple")
            one = single.text if single is not None else node.text
            many = multiple.text if multiple is not None else node.text
            key = (node.get("name"), node.get("form", "long"), node.get("gender-form"))
            self._terms[key] = Term(
                _words(one), _words(many), node.get("gender"), node.get("match")
            )

    def _is_stray_ordinal(self, node: Node, found: Sequence[Node]) -> bool:
        """Tell whether a term is an ordinal of its own where the language has one for all."""
        name = node.get("name")
        if not name.startswith("ordinal-") or ("ordinal", "long", "") not in self._terms:
            return False
        known = any(key[0] == name for key in self._terms)
        return not known and all(one.get("name") != "ordinal" for one in found)

    def forget(self, names: Iterable[str]) -> None:
        """Leave out all forms of some terms."""
        known = set(names)
        self._terms = {key: term for key, term in self._terms.items() if key[0] not in known}

    def entry(self, name: str, form: str = "long", gender: str = "") -> Term | None:
        """Return a term in a form or the nearest one there is, for a gender or for none."""
        while True:
            found = self._terms.get((name, form, gender)) or self._terms.get((name, form, ""))
            if found is not None or form not in _FORMS:
                return found
            form = _FORMS[form]

    def term(
        self, name: str, form: str = "long", plural: bool = False, gender: str = ""
    ) -> str | None:
        """Return the words of a term, None where the language has none."""
        found = self.entry(name, form, gender)
        if found is None:
            return None
        return found.multiple if plural else found.single

    def ordinal(self, name: str, gender: str) -> Term | None:
        """Return an ordinal term of just this gender, else of none."""
        return self._terms.get((name, "long", gender)) or self._terms.get((name, "long", ""))

    @property
    def punctuation_in_quote(self) -> bool:
        """Whether a comma or full stop stands within the quotation marks it follows."""
        return self.options.get("punctuation-in-quote") == "true"

    @property
    def limits_ordinals(self) -> bool:
        """Whether only the first day of a month is an ordinal."""
        return self.options.get("limit-day-ordinals-to-day-1") == "true"


def term_names(source: Node) -> Iterator[str]:
    """Yield the names of the terms that a locale file has words for."""
    for terms in source.every("terms"):
        for node in terms.every("term"):
            if node.text.strip() or node.children:
                yield node.get("name")


def _words(text: str) -> str:
    """Return the words of a term, without the layout of the file."""
    return text.strip("\n\r\t") if text.strip() else ""


@lru_cache(maxsize=8)
def read_locale(lang: str, style: Node | None, load: Loader) -> Locale:
    """Return the locale for a language: the files, least special first, and then the style's own.

    The order is that of CSL 1.0.2, "Locale Fallback".
    """
    base = lang.split("-")[0]
    own = list(style.every("locale")) if style is not None else []
    sources = []
    for wanted in ("", base, lang) if base != lang else ("", lang):
        sources += [node for node in own if node.get("lang") == wanted]
    return Locale(lang, sources, _from_files(load, lang))


@lru_cache(maxsize=8)
def _from_files(load: Loader, lang: str) -> Locale:
    """Return what the files say of a language, which is the same for every style."""
    base = lang.split("-")[0]
    tags = dict.fromkeys((FALLBACK, DIALECTS.get(base, base), lang))
    found = {tag: parse(data) for tag in tags if (data := load(tag)) is not None}
    if not found:
        raise StyleError(f"there is no locale for {lang}, nor for {FALLBACK}")
    fallback = [found.pop(FALLBACK)] if FALLBACK in found else []
    whole = Locale(FALLBACK, fallback)
    if base != FALLBACK.split("-")[0]:
        # A form that the language lacks is taken from its others, not from another language.
        whole.forget(name for source in found.values() for name in term_names(source))
    return Locale(lang, found.values(), whole)
