"""Sayings of pages: short lines that belong to the page and not to the article."""

from __future__ import annotations

from postil.text.lazy_regex import lazily

_LONGEST = 160

_ANYWHERE = lazily(
    r"(?i)(?:advertise?ment|sponsored(?: content)?|anzeige|publicité|publicidad|werbung|реклама"
    r"|広告|광고)[:.]?"
    r"|(?:article|story|text) (?:continues|resumes) (?:after|below).*"
    r"|continue reading (?:the main|below|after).*|scroll (?:down )?to continue.*"
    r"|skip (?:to|over|past|navigation|advertise|ad\b|nav).*|jump to (?:search|navigation"
    r"|content|main).*"
    r"|(?:share|tweet|pin|e-?mail|print)(?: (?:on|this|to|via|the|it|page|article|story"
    r"|post)\b.{0,40})?"
    r"|post to \w+|copy (?:link|to clipboard|url)|copied!?|print this (?:page|article)"
    r"|save (?:article|for later)"
    r"|(?:sign|log) (?:in|up|out)(?: (?:to|for|with|now)\b.*)?|subscribe(?: now| today)?|reply"
    r"|permalink|report|follow|listen(?: to (?:this )?(?:article|story))?|gift|expand description"
    r"|after newsletter promotion|click to toggle source|(?:dark|light) mode"
    r"|(?:read|see|show|view|load|learn) (?:more|all|less|comments?)(?: comments)?(?: ?[»›→….]*)"
    r"|more\s?\.\.\.|more…"
    r"|loading(?: comments)?(?:\.\.\.|…)?|back to top|(?:go )?to (?:the )?top|top ↑|↑ ?(?:top"
    r"|back to top)?"
    r"|edit (?:this|on|page|me on)\b.{0,40}|\[?(?:edit|edit source|hide|show|bearbeiten|modifier"
    r"|編集)\]?"
    r"|(?:view|show) (?:page )?(?:source|this page)\b.{0,30}|view (?:on|this on) \w+"
    r"|improve this page"
    r"|was this (?:page|article|helpful)\b.*|(?:please )?(?:enable|turn on) javascript.*"
    r"|javascript is (?:disabled|required).*"
    r"|(?:previous|prev|next)(?: (?:page|post|article|chapter|section|topic|up"
    r"|message))?(?: ?[»›→«‹←>])?"
    r"|[«‹←<] ?(?:previous|prev|back|home)(?: \w+)?|toggle (?:navigation|menu|theme|light|dark"
    r"|table|sidebar|search).*"
    r"|we use cookies.*|accept (?:all|cookies).*|from \w+, the (?:free|open) encyclop(?:a|æ)?edia"
    r"|click (?:here|to) (?:print|share|tweet|enlarge).*|share(?: this)?:?|follow us(?: on .*)?"
    r"|leave a (?:reply|comment).*"
    r"|(?:available (?:languages|in)|languages?|in other languages|also available in)\s?:.{0,120}"
    r"|(?:previous|next) (?:message|thread|post|in thread|in topic|by (?:date"
    r"|thread))\b[^:]{0,20}:.*"
    r"|messages? sorted by:.*|more information about the .{0,40} mailing list|\d+ languages"
    r"|\d+ (?:comments?|responses?|replies|shares?|likes?|claps?)"
)
"""Lines that are no text wherever they stand."""

_PAGE = r"(?:page|document|manual|site|file|documentation|article|wiki|entry)"
_MADE = r"(?:updated|modified|edited|changed|generated|built|created|produced|rendered|revised)"
_AT_THE_END = lazily(
    r"(?i)(?:©|\(c\)|copyright\b).{0,300}|.{0,200}\ball rights reserved\b.{0,200}"
    r"|.{0,80}\bterms (?:of (?:use|service)|and conditions|& conditions)\b.{0,120}"
    rf"|(?:this {_PAGE} )?(?:was |is |has been )?(?:last |page )*{_MADE}\b.{{0,100}}"
    r"|.{0,60}\b(?:generated|built|created|produced|powered|hosted|maintained|provided) (?:by"
    r"|using|with|from|automatically)\b.{0,80}"
    r"|(?:last|page|date) (?:update|modification|change)\b.{0,60}"
    r"|version \d[\w.]*,? (?:released|of)\b.{0,60}|.{0,40}\bversion [\d.]+,? released on\b.{0,60}"
    r"|.{0,60}\b(?:privacy|cookie) (?:policy|notice|statement|settings)\b.{0,80}"
    r"|(?:tags|topics|categor(?:y|ies)|filed under|labels|tagged|posted in|keywords"
    r"|subjects?)\s?:.{0,200}|links to this page:.{0,200}|.{0,80}\blicensed under\b.{0,160}"
    r"|(?:find|read|view|see) (?:this|the) (?:article|page|story)\b.{0,160}"
    r"|retrieved from\b.{0,160}"
    r"|validate (?:html|css).{0,40}|.{0,60}\b(?:report|found) a (?:bug|problem|mistake)\b.{0,60}"
)
"""Lines that are no text when they stand behind it."""

OF_SURROUNDINGS = lazily(
    r"(?i)(?:related|recommended|more|other|further)(?: \w+)? (?:stories|articles|posts|news"
    r"|coverage|content|reading for you|on this|from .*)"
    r"|related|more (?:from|on|in|like|stories|to explore)\b.*|most (?:read|popular|viewed"
    r"|shared|recent)\b.*|popular(?: posts| now| stories)?"
    r"|(?:you (?:may|might) (?:also )?(?:like|enjoy|be interested).*)|read (?:next|also"
    r"|more)\b.*|also (?:read|in|on)\b.*"
    r"|discussion about .{1,40}"
    r"|recommended(?: for you)?|trending(?: now)?|up next|what to read next|elsewhere"
    r"|editors?['’]s? picks?|don['’]t miss.*"
    r"|(?:latest|recent|top)(?: \w+)? (?:posts|stories|news|articles|comments|videos)"
    r"|share(?: this)?(?: \w+)?:?"
    r"|sign up\b.*|subscribe\b.*|newsletter\b.*|.*\bnewsletter|get the (?:newsletter|app)\b.*"
    r"|follow us\b.*|join the (?:conversation|discussion)"
    r"|(?:\d+|no|one) (?:comments?|responses?|replies|thoughts?)\b.*|comments? ?\(?\d*\)?"
    r"|leave a (?:reply|comment)\b.*|post a comment|add a comment"
    r"|(?:join|start) the discussion|responses|about the authors?|tags|categories|archives"
    r"|advertisement|support (?:our|us)\b.*"
    r"|(?:we value|your) privacy\b.*|cookies? (?:settings|policy|notice|consent)"
    r"|navigation(?: menu)?|(?:site )?search|menu|quick ?links|table of contents|on this page"
    r"|contents"
    r"|mehr (?:zum thema|lesen|aus|von|dazu)\b.*|lesen sie (?:auch|mehr).*|auch interessant"
    r"|das könnte sie (?:auch )?interessieren.*|meistgelesen.*|kommentare|ähnliche artikel"
    r"|(?:à )?lire (?:aussi|également).*|sur le même (?:thème|sujet)|les plus lus|à la une"
    r"|articles (?:liés|similaires|connexes)|commentaires|édition du jour"
    r"|más (?:información|noticias|sobre .*)|te puede interesar.*|lo más (?:visto|leído).*"
    r"|(?:noticias|artículos) relacionad[oa]s|archivado en|comentarios"
    r"|leggi anche.*|potrebbe(?:ro)? interessarti.*|(?:articoli|notizie) correlat[ie]|i più letti"
    r"|leia (?:também|mais).*|veja também|mais lid[ao]s|comentários|commenti"
    r"|lees (?:ook|meer).*|meer (?:over|van|nieuws)\b.*|meest gelezen|reacties"
    r"|читайте также.*|по теме|похожие (?:статьи|новости)|популярное|комментарии"
    r"|関連(?:ニュース|記事|リンク|キーワード)|(?:アクセス)?ランキング|あわせて読みたい"
    r"|相关(?:阅读|新闻|文章|报道)|推荐阅读|热门.{0,10}|관련 ?(?:기사|뉴스)|많이 본 .{0,10}"
)
"""Headings of what stands around an article, when no prose stands under them."""

CONTENTS = lazily(
    r"(?i)(?:\d+\.? )?(?:table of contents|contents|on this page|in this article|toc"
    r"|inhalt(?:sverzeichnis)?|sommaire|índice|目次|目录)"
)

PERMALINK = lazily(
    r"[¶#§🔗⚓∞\u200b†‡※🖇⛓️\s]*|(?i:permalink|link|anchor|direct link.*|link to this .*)"
)
"""Words of a link that leads to the heading in which it stands."""


_WITH_LINK = lazily(
    r"(?i)(?:read|watch|listen|more|related|recommended|also|explore|don['’]t miss)\b"
    r"[^:]{0,30}[:»›→].*|[\[«<‹← ]*(?:next|prev|previous|up|first|last|home|top)\b[ \]]*[:»›→,|].*"
)
"""Lines that are none of the text when much of them is a link."""


_OPENINGS = frozenset(
    "ac ad af al an ap ar av ba be cl co cr da ed em en ex fo fr gi go hi im in ja jo ju la le li "  # noqa: SIM905
    "lo me mo ne no pe pi pl po pr pu re sa sc sd se sh si sk sp st su te "
    "to tu tw up vi wa we wi".split()
)
"""The first two letters of such lines: few others begin so, and are spared a longer look."""


def leads_elsewhere(text: str) -> bool:
    """Tell whether a line that is mostly a link sends the reader to another page."""
    return len(text) <= _LONGEST and bool(
        _WITH_LINK.fullmatch(text) and not text.lower().startswith(("see also", "see:"))
    )


_OFFERS = lazily(
    r"(?i)(?:advertise?ment|sponsored|promoted|anzeige|werbung|publicité|publicidad|реклама)"
    r"\s?[:—–-].*|.{0,120}\b(?:in|to|into) your inbox\b.*"
    r"|(?:sign up|subscribe)\b.{0,60}\b(?:newsletter|e-?mails?|free)\b.*"
    r"|we (?:and|use|value|store|care)\b.{0,80}\b(?:cookies?|partners|your privacy)\b.*"
    r"|(?:this|our) (?:web)?(?:site|page) uses cookies\b.*"
    r"|by (?:continuing|using|clicking)\b.{0,80}\bcookies?\b.*|to continue reading\b.*"
    r"|(?:subscribe to (?:read|continue)|already (?:a )?subscribe[rd])\b.*"
    r"|this (?:article|content) is for subscribers\b.*"
    r"|(?:this|our) (?:article|content|story)\b.{0,20}\b(?:subscribers|members) only\b.*"
    r"|(?:(?:cet )?article|contenu) réservé aux (?:abonnés|membres)\b.*"
    r"|(?:questo )?(?:contenuto|articolo)\b.{0,20}\briservato agli abbonati\b.*"
    r"|abbonati per (?:continuare|leggere)\b.*|suscríbete para (?:seguir|leer|continuar)\b.*"
    r"|s['’]abonner pour (?:lire|continuer)\b.*|© riproduzione riservata.*"
    r"|(?:jetzt|diesen artikel) (?:weiterlesen|abonnieren)\b.*|wir verwenden cookies\b.*"
    r"|この記事は(?:有料|会員).{0,60}|(?:有料)?会員(?:になる|登録).{0,80}"
)
"""Sentences in which a page offers or asks for something."""
_LONGEST_OFFER = 360
_OFFER_OPENINGS = frozenset(
    "ab ad al an ar by ce co di je ou pr pu qu s' si sp su th to we wi".split()  # noqa: SIM905
)
"""The first two letters of such sentences, but for those that name an inbox."""


def is_offer(text: str) -> bool:
    """Tell whether a paragraph sells, asks for consent, or offers letters."""
    if len(text) > _LONGEST_OFFER:
        return False
    opening = text[:2].lower()
    likely = opening in _OFFER_OPENINGS or not opening.isascii() or "inbox" in text.lower()
    return likely and bool(_OFFERS.match(text) and _OFFERS.fullmatch(text))


OF_NEWS = lazily(r"(?i)(?:related|explore more on these) (?:\w+ )?\w+|in this (?:story|section)")
"""Headings of ways to elsewhere in news, which head matter elsewhere."""

TEASERS = lazily(
    r"(?i)what to read|read (?:next|also|more)|related|more (?:from|on|in|stories|like)|popular"
    r"|most (?:read|popular)|you (?:may|might)|recommended|trending|also (?:read|on)"
    r"|latest|recent|top|mehr |lesen sie|das könnte|meistgelesen|(?:à )?lire |sur le même"
    r"|les plus lus|más |te puede|lo más|leggi anche|potrebbe|i più letti|leia |lees |meer "
    r"|читайте|関連|相关|推荐|관련"
    r"|up next|elsewhere|editor|don['’]t miss|further reading for"
)
"""Beginnings of headings under which a page leads to others."""
OF_CODE = lazily(r"\w\([^)]*\)|::|->|→| = |\{|\);")
"""What signatures have in them, whose types are links, and lists of ways do not."""
REPLY = lazily(
    r"(?i)(?:reply|reply to .{1,40}|antworten|répondre|responder|rispondi|ответить|답글|返信)"
)
"""What a link says by which one answers a comment."""


def opens_talk(text: str) -> bool:
    """Tell whether a line begins as lines of the page do that are no text anywhere, or may so."""
    if len(text) < 2:
        return True
    opening = text[:2].lower()
    return opening in _OPENINGS or not opening[0].isalpha() or not opening.isascii()


def is_page_talk(text: str, *, behind: bool) -> bool:
    """Tell whether a line is the page's; ``behind`` says that no prose follows it."""
    if not text or len(text) > (2 * _LONGEST if behind else _LONGEST):
        return False
    if opens_talk(text) and len(text) <= _LONGEST and _ANYWHERE.fullmatch(text):
        return True
    return behind and bool(_AT_THE_END.fullmatch(text))
