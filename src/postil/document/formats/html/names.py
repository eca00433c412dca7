"""Names that pages give their parts, in classes, ids and roles: what is no part of the article.

Classes are made of words, ``share-tools``, ``mostPopular``: it is these words that are known.
"""

from __future__ import annotations

from functools import lru_cache

from postil.document.formats.markup.tags import Attributes
from postil.text.lazy_regex import lazily

ROLES = frozenset(
    "navigation banner contentinfo search dialog alertdialog menu menubar toolbar tablist "  # noqa: SIM905
    "tooltip form doc-pagelist".split()
)
"""Roles of what stands around an article."""

_WORD = lazily(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")

_AROUND = frozenset(
    "ad ads adbox adlabel adplace adslot adsense adsbygoogle adunit adv advert adverts "  # noqa: SIM905
    "advertisement advertising advertorial sponsor sponsored taboola outbrain promo promos "
    "cookie cookies cookiebar consent gdpr onetrust newsletter newsletters signup optin mailchimp "
    "paywall regwall subscribe subscription "
    "share sharing sharebar shares sharedaddy sharethis addtoany addthis social socials "
    "related recommended recommendation recommendations recirc trending popular "
    "breadcrumb breadcrumbs crumb crumbs breadcrumbnav pagination pager paging prevnext navpath "
    "nav navbar navigation navi navigations navheader navfooter navlinks navlist navigator "
    "navbuttons "
    "topnav subnav sitenav mainnav bottomnav navbox navcontainer sidenav "
    "menubar sphinxsidebar sidebar sidebars sidemenu rail siderail footer sitefooter pagefooter "
    "colophon copyright "
    "masthead topbar siteheader actionbar skip skiplink skiplinks skipnav editsection catlinks "
    "taglist tagcloud popup modal lightbox tooltip login signin noprint noexport backlinks "
    "breaking ticker navigational sitesub headerlink permalink linenos lineno linenumbers gutter "
    "printfooter authorbox bio toc tocs tableofcontents navcell headerbar titlearea rellinks "
    "dropdown dropdowns button btn backlink backref wikilinks pageactions pageinfo localnav "
    "buttons clipboard copybutton feedback helpful "
    "searchbox searchform".split()
)
"""Words each of which tells by itself."""

_TOGETHER = lazily(
    r"(?i)\bmost ?(?:read|popular|viewed|shared|recent)|\bmore (?:from|on|stories|like|news"
    r"|articles)\b"
    r"|\b(?:also|read) (?:read|like|more|next)|\byou (?:may|might)|\bup next\b"
    r"|\bnext (?:article|story|up|post|page|prev)|\b(?:prev|previous) (?:next|article|post|page)"
    r"|\bauthor (?:bio|box|info|card|about|profile|description)|\babout (?:the )?authors?\b"
    r"|\b(?:post|entry|article) (?:tags|categories|share|social|footer|actions|tools)"
    r"|\bback to top|\b(?:site|page|global|main|top) (?:header|footer|nav|menu|navigation|head"
    r"|foot)\b"
    r"|\bprint (?:only|button|link)|\bjump (?:to|link)|\bskip |\b(?:sign|log) (?:up|in|on)\b"
    r"|\btable of contents|\b(?:main|nav|mobile|side|top) menu|\bside ?bar"
    r"|\blatest (?:news|posts|stories|articles)|\bcall to action|\bsite (?:title|branding|name|sub)"
    r"|\b(?:vote|view|like|clap|comment)s? count"
    r"|\bedit (?:link|page|this|on)|\b(?:view|page|show) source|\blast (?:updated|modified|edited)"
    r"|\brelated (?:posts|links|stories|articles|content)|\bproject (?:logo|name|number|brief)"
    r"|\bmw (?:panel|head|navigation)\b|\bfollow us|\bnews ?letter|\bprivacy (?:notice|banner"
    r"|manager)"
    r"|\b(?:doc|docs|document|page|version) (?:versions?|switcher|actions|nav|edit|meta|foot)\b"
    r"|\blabels? container|\bheader (?:nav|links|menu)\b|\bcategory list|\btag (?:list|cloud|links)"
)
"""Words that tell when they stand together, parted by blanks."""

_HARMLESS = lazily(
    r"(?i)\b(?:no|has|with|without|left|right|both|is|hide|not) (?:side|nav|ads?|footer|toc"
    r"|sidebar)\w*"
    r"|\bcontent\b|\bnav ?(?:expanded|fixed|open)\b"
)
"""What tells of a layout, or names the text itself."""

_COMMENTS = frozenset(
    "comments comment commentlist commentarea commentlisting disqus respond responses replies "  # noqa: SIM905
    "cmt cmts usercomments fbcomments livefyre commento utterances giscus discussion".split()
)
"""Words for what readers say below an article, which may be more than the article."""

_HIDDEN = frozenset(
    "hidden ishidden uhidden invisible visuallyhidden screenreader screenreaders offscreen "  # noqa: SIM905
    "nodisplay".split()
)
_HIDDEN_TOGETHER = lazily(
    r"(?i)\bsr only\b|\bvisually hidden|\bscreen ?readers?(?: text| only)?\b|\bassistive text"
    r"|\ba11y (?:hidden|only)|\bdisplay none|\boff ?screen|\bd none\b"
)
_SHOWN = lazily(
    r"(?i)(?:^|\s)(?:\w+:|d-\w+-)(?:block|inline\S*|flex|grid|contents|table\S*"
    r"|not-sr-only)(?:\s|$)"
)
"""Classes that show on wider screens what others hide on small ones."""
_HIDING = lazily(r"(?i)(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)")

_DECLARING = frozenset(
    "signature declaration deprecation synopsis prototype proto member sig caption def decl "  # noqa: SIM905
    "inheritance hierarchy".split()
)

AROUND, COMMENTS, HIDDEN, NONE = "around", "comments", "hidden", ""


def verdict(attributes: Attributes, *, by_id: bool = True) -> str:
    """Return what the names of an element tell: around, comments, hidden, or nothing.

    ``by_id`` is false where the id is made of a heading's words.
    """
    classes = attributes.get("class") or ""
    identity = (attributes.get("id") or "") if by_id else ""
    if "placeholder" in attributes or "fallback" in attributes:
        return AROUND
    found = _judged(classes, identity) if classes or identity else NONE
    if not found and len(attributes) > bool(classes):
        part = attributes.get("data-component") or attributes.get("data-testid")
        return _judged("", part) if part else NONE
    return found


def declares(attributes: Attributes) -> bool:
    """Tell whether a part is named as one that declares something, whose types are links."""
    classes = attributes.get("class")
    return not _DECLARING.isdisjoint(split(classes[:80])) if classes else False


def is_hidden(attributes: Attributes) -> bool:
    """Tell whether an element says that it is not shown."""
    if "hidden" in attributes and attributes["hidden"] != "until-found":
        return True
    style = attributes.get("style")
    return bool(style and _HIDING.search(style))


@lru_cache(maxsize=4096)
def split(name: str) -> tuple[str, ...]:
    """Return the words of a class or an id, in small letters."""
    return tuple(word.lower() for word in _WORD.findall(name))


@lru_cache(maxsize=4096)
def _judged(classes: str, identity: str) -> str:
    for name in (*classes.split()[:20], *identity.split()[:1]):
        words = split(name[:80])
        if not words:
            continue
        spaced = " ".join(words)
        joined = "".join(words)
        known = {*words, joined}
        if _HARMLESS.search(spaced):
            continue
        if joined in _HIDDEN or _HIDDEN_TOGETHER.search(spaced):
            if not _SHOWN.search(classes):
                return HIDDEN
            continue
        if known & _COMMENTS:
            return COMMENTS
        if known & _AROUND or _TOGETHER.search(spaced):
            return AROUND
    return NONE
