"""Invented articles in several languages, and anchors for all that a reader may mark in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256

from postil.anchoring import describe
from postil.anchoring.skeleton import spaced
from postil.model.note import Anchor
from postil.model.span import Span

ENGLISH = """The ferry that nobody ordered

The harbour of Lowmouth was quiet that morning. “Two boats,” the keeper wrote, “lay at the pier.”

Nobody had asked for the third one. It came at noon, empty but for a crate of lamps — and stayed.
The town clerk, who kept a well-known diary, measured it: 41.5 paces from bow to stern.

In the weeks that followed, people began to visit the vessel in the evening. Some brought bread.
Others brought questions that the clerk could not answer, and he wrote them down one by one.

By spring the lamps had been shared out. Every house on the north shore had one, and the keeper
said that he had never seen so few wrecks in a single season. He did not say why.

Then the ferry left as it had come. What remains is a diary, a rope, and thirty-one lamps."""
GERMAN = """Die Größe der Brücke

Über den Fluss führte seit Jahren keine Brücke mehr. »Wir brauchen eine«, sagte die Müllerin.

Der Straßenmeister rechnete drei Tage lang. Er kam auf 18,75 Ellen und einen großen Haufen Steine,
dazu Holz für zwei Gerüste. Niemand glaubte ihm, denn er hatte sich schon früher verrechnet.

Im Herbst stand die Brücke doch. Sie war schmal, aber sie hielt, und die ersten Wagen fuhren noch
vor dem Frost hinüber. Die Müllerin zählte sie: es waren neunzehn am ersten Tag.

Später schrieb jemand in die Chronik, man habe das alles dem Wetter zu verdanken."""
KOREAN = """아무도 부르지 않은 배

그날 아침 항구는 조용했다. “배 두 척이 부두에 있었다”라고 등대지기가 적었다.

세 번째 배를 부른 사람은 없었다. 배는 정오에 들어왔고, 등불이 든 상자 하나 말고는 비어 있었다.
마을 서기는 배의 길이를 재어 일기에 적었다.

그 뒤 몇 주 동안 사람들은 저녁마다 배를 찾아갔다. 어떤 이는 빵을 가져왔고, 어떤 이는 서기가
대답할 수 없는 질문을 가져왔다.

봄이 되자 등불은 집집마다 하나씩 돌아갔다. 그해에는 난파한 배가 거의 없었다고 한다."""
JAPANESE = """誰も呼ばなかった船

その朝、港は静かだった。「二隻の船が桟橋にあった」と灯台守は書いている。

三隻目の船を呼んだ者はいなかった。船は正午に着き、ランプの箱が一つあるほかは空だった。
町の書記は船の長さを測り、日記に書きとめた。

それから数週間、人々は夕方になると船を訪ねた。パンを持ってくる者もいれば、書記には答えられない
問いを持ってくる者もいた。

春にはランプが家々に分けられた。その年、難破した船はほとんどなかったという。"""
ARTICLES = {"english": ENGLISH, "german": GERMAN, "korean": KOREAN, "japanese": JAPANESE}

SENTENCE = re.compile(r"[^\s.!?。][^.!?。\n]*[.!?。]")
WORD = re.compile(r"[^\W_]{4,}")


def digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def anchored(text: str, start: int, end: int) -> Anchor:
    return describe(text, Span(start, end), digest(text))


def of(text: str, quote: str) -> Anchor:
    """Return an anchor on the only place of some words."""
    assert text.count(quote) == 1
    start = text.index(quote)
    return anchored(text, start, start + len(quote))


def marked(text: str) -> Iterator[Anchor]:
    """Yield anchors on every paragraph, every sentence and every longer word."""
    start = 0
    for paragraph in text.split("\n\n"):
        yield anchored(text, start, start + len(paragraph))
        start += len(paragraph) + 2
    for pattern in (SENTENCE, WORD):
        for match in pattern.finditer(text):
            yield anchored(text, *match.span())


def letters_of(text: str) -> str:
    """Return the letters of a text, by which two versions of it are compared."""
    return spaced(text).replace(" ", "")
