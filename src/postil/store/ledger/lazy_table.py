"""Lazy table: the records of a ledger that was read whole before, each parsed when asked for.

Of a hundred thousand notes most commands need a few; to parse all takes a second. What is asked
for is found by the bytes at the head of its line, which :func:`is_regular` has looked at:

     "8123":{"id":"01m8n...","article":"01m8k...",...}
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, ItemsView, Iterator, Mapping, MutableMapping, ValuesView
from hashlib import sha256
from typing import NamedTuple

from postil.store.ledger.ledger_format import records
from postil.store.types import Doc

_HEAD = re.compile(rb'[ ,]"([0-9]{1,39})":\{"id":"[0-9a-z]{26}","article":"[^"\\]*"[,}]')
_LINE = re.compile(rb'\n[ ,]"[0-9]{1,39}":\{"id":"[0-9a-z]{26}","article":"[^"\\]*"[,}]')
_KEY = re.compile(rb'\n[ ,]"([0-9]{1,39})":')
_THERE: Doc = {}
_TAG_LIST = re.compile(rb'"tags":\[([^\]\n]*)\]')
_TAGS = b'"tags":['
_STAMP = b'"modified":"'
_ARTICLE = b'","article":"'
_FEW = 3
"""Records that are sought one by one; where there are more, parsing all is as quick."""


class LazyTable(MutableMapping[str, Doc]):
    """The last table of a ledger: lines that were read whole before, and what came since."""

    def __init__(self, raw: bytes, count: int, since: dict[str, Doc]) -> None:
        """Take whole lines, with the line end before them, which have ``count`` records.

        ``since`` is filled by whoever gives it.
        """
        self._raw = raw
        self._count = count
        self._since = since
        self._single = raw.count(b"\n") == count + 1
        """Whether every record has but one line."""
        self._parsed: dict[str, Doc | None] = {}
        """What was asked for, by its key; None for what no line has."""
        self._all: dict[str, Doc] | None = None

    @property
    def since(self) -> Mapping[str, Doc]:
        """The versions that came behind the lines that were read whole before."""
        return self._since

    def __getitem__(self, key: str) -> Doc:
        if self._all is not None:
            return self._all[key]
        doc = self._since[key] if key in self._since else self._in_lines(key)
        if doc is None:
            raise KeyError(key)
        return doc

    def __setitem__(self, key: str, doc: Doc) -> None:
        (self._since if self._all is None else self._all)[key] = doc

    def __delitem__(self, key: str) -> None:
        del self.all()[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self.all())

    def __len__(self) -> int:
        if self._all is not None:
            return len(self._all)
        new = self._since.keys() - self._parsed.keys()
        if len(new) > _FEW:
            there = set(_KEY.findall(self._raw))
            self._parsed |= {key: None for key in new if key.encode() not in there}
        else:
            for key in new:
                self._in_lines(key)
        return self._count + sum(self._parsed.get(key, _THERE) is None for key in self._since)

    def items(self) -> ItemsView[str, Doc]:
        """Return all records with their keys, parsed in one go."""
        return self.all().items()

    def values(self) -> ValuesView[Doc]:
        """Return all records, parsed in one go."""
        return self.all().values()

    def all(self) -> dict[str, Doc]:
        """Return the table as a dictionary, parsed in one go."""
        if self._all is None:
            self._all = records(json.loads(b"{" + self._raw[2:] + b"}")) | self._since
            self._raw = b""
        return self._all

    def holding(self, needle: bytes) -> list[str]:
        """Return the keys of records of which a version may hold some bytes.

        One that lost them since is still among them, and all that came since are.
        """
        found = dict.fromkeys(self._since)
        end = len(self._raw)
        while (at := self._raw.rfind(needle, 0, end)) >= 0:
            end = self._raw.rfind(b"\n", 0, at) + 1
            if (head := _HEAD.match(self._raw, end)) is not None:
                found[self._met(head)] = None
        return list(found)

    def tagged(self, wanted: Callable[[str], bool]) -> list[str]:
        """Return the keys of records of which a version may have a tag, and all that came since."""
        found = dict.fromkeys(self._since)
        known: dict[bytes, bool] = {}
        for match in _TAG_LIST.finditer(self._raw):
            listed = match[1]
            if listed not in known:
                known[listed] = _any(listed, wanted)
            if known[listed]:
                head = _HEAD.match(self._raw, self._raw.rfind(b"\n", 0, match.start()) + 1)
                if head is not None:
                    found[self._met(head)] = None
        return list(found)

    def _met(self, head: re.Match[bytes]) -> str:
        """Return the key of a line, which is parsed if it is the only one of its record."""
        key = head[1].decode()
        if self._single and key not in self._parsed:
            line = self._raw[head.start() + 1 : self._raw.find(b"\n", head.start())]
            self._parsed |= records(json.loads(b"{" + line + b"}"))
        return key

    def _in_lines(self, key: str) -> Doc | None:
        if key not in self._parsed:
            self._parsed[key] = self._sought(key)
        return self._parsed[key]

    def _sought(self, key: str) -> Doc | None:
        """Return the newest version of a record among the lines; None where there is none."""
        needle = b'"%s":{"id":"' % key.encode()
        end = len(self._raw)
        while (at := self._raw.rfind(needle, 0, end)) >= 0:
            if self._raw[at - 2 : at] in (b"\n ", b"\n,"):
                line = self._raw[at : self._raw.find(b"\n", at)]
                return records(json.loads(b"{" + line + b"}"))[key]
            end = at
        return None


class Proof(NamedTuple):
    """What is known of the lines of a ledger since all of them were read, and found sound.

    While their digest is the same, they need not be read again.
    """

    length: int
    """Bytes of the lines."""
    digest: str
    """SHA-256 of the lines: another machine could write others with the same checksum."""
    lines: int
    records: int
    """How many they are, older versions of a record counted once."""
    newest: str
    """The greatest stamp in any of them."""

    def holds(self, raw: bytes, start: int) -> bool:
        """Tell whether the lines that begin at an offset are still those that were read."""
        lines = memoryview(raw)[start : start + self.length]
        return len(lines) == self.length and sha256(lines).hexdigest() == self.digest


def proof_of(raw: bytes, records: int, newest: str) -> Proof | None:
    """Return the proof of lines that were read; None where not all are found by their heads."""
    if not is_regular(raw):
        return None
    return Proof(len(raw), sha256(raw).hexdigest(), raw.count(b"\n"), records, newest)


def _any(listed: bytes, wanted: Callable[[str], bool]) -> bool:
    """Tell whether one of the tags in the bytes of a list may be wanted."""
    try:
        return any(wanted(str(tag)) for tag in json.loads(b"[" + listed + b"]"))
    except ValueError:
        return True  # a bracket within a tag: the record is looked at


def of_article(article: str) -> bytes:
    """Return the bytes in the line of each note on an article."""
    return b'%s%s"' % (_ARTICLE, article.encode())


def of_id_ending(tail: str) -> bytes:
    """Return the bytes in the line of each note whose id ends so."""
    return tail.encode() + _ARTICLE


def is_regular(raw: bytes) -> bool:
    """Tell whether in each line of a table its id, article, tags and stamp are found by bytes.

    Another program may have put blanks between them. Within words a quotation mark is escaped.
    """
    lines = raw.count(b"\n")
    if raw.count(_TAGS) < lines or raw.count(_STAMP) < lines:
        return False
    return len(_LINE.findall(b"\n" + raw)) == lines
