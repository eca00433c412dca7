"""Lazy table: the records of a ledger that was read whole before, each parsed when asked for.

Of a hundred thousand notes most commands need a few; to parse all takes a second. What is asked
for is found by the bytes at the head of its line, which :func:`is_regular` has looked at:

     "8123":{"id":"01m8n...","article":"01m8k...",...}
"""

from __future__ import annotations

import json
import re
from collections.abc import (
    Callable,
    Collection,
    ItemsView,
    Iterator,
    Mapping,
    MutableMapping,
    ValuesView,
)
from typing import TYPE_CHECKING

from postil.model.digests import digest_of_many
from postil.model.values import NamedTuple
from postil.store.ledger.ledger_format import records
from postil.store.types import Doc

if TYPE_CHECKING:
    from postil.store.ledger.word_scan import Needs

_HEAD = re.compile(rb'[ ,]"([0-9]{1,39})":\{"id":"[0-9a-z]{26}","article":"[^"\\]*"[,}]')
_LINE = re.compile(rb'\n[ ,]"[0-9]{1,39}":\{"id":"[0-9a-z]{26}","article":"[^"\\]*"[,}]')
_KEY = re.compile(rb'\n[ ,]"([0-9]{1,39})":')
_LEAD = re.compile(rb'[ ,]"([0-9]{1,39})":')
_THERE: Doc = {}
_TAG_LIST = re.compile(rb'"tags":\[([^\]\n]*)\]')
_TAGS = b'"tags":['
_STAMP = b'"modified":"'
_ID = b'":{"id":"'
_ARTICLE = b'","article":"'
_FEW = 3
"""Records that are sought one by one; where there are more, parsing all is as quick."""


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
    ordered: int
    """Bytes of the first lines that ascend by key, as a compaction leaves them: of each of their
    records one version, which is found by halves."""
    newest: str
    """The greatest stamp in any of them."""

    def holds(self, raw: bytes, start: int) -> bool:
        """Tell whether the lines that begin at an offset are still those that were read."""
        lines = memoryview(raw)[start : start + self.length]
        return len(lines) == self.length and digest_of_many(lines) == self.digest


class LazyTable(MutableMapping[str, Doc]):
    """The last table of a ledger: lines that were read whole before, and what came since."""

    def __init__(self, raw: bytes, start: int, proof: Proof, since: dict[str, Doc]) -> None:
        """Take a ledger whose lines, from an offset on, have a proof that holds.

        ``since`` is filled by whoever gives it.
        """
        self._raw = raw
        self._start = start
        self._ordered = start + proof.ordered
        self.end = start + proof.length
        """Where the lines end that were read whole before: an offset in the file, in bytes."""
        self._count = proof.records
        self._since = since
        self._single = proof.lines == proof.records
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
        if len(new) > _FEW and self._ordered < self.end:
            there = set(_KEY.findall(self._raw, self._start - 1, self.end))
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
            lines = b"{" + self._raw[self._start + 1 : self.end] + b"}"
            self._all = records(json.loads(lines)) | self._since
            self._raw = b""
        return self._all

    def holding(self, needle: bytes) -> list[str]:
        """Return the keys of records of which a version may hold some bytes.

        One that lost them since is still among them, and all that came since are.
        """
        found = dict.fromkeys(self._since)
        end = self.end
        while (at := self._raw.rfind(needle, self._start, end)) >= 0:
            end = self._raw.rfind(b"\n", 0, at) + 1
            if (head := _HEAD.match(self._raw, end)) is not None:
                found[self._met(head)] = None
        return list(found)

    def worded(self, needs: Needs, may: Callable[[str], bool], most: int | None) -> list[str]:
        """Return the keys of records of which a version may have words, and all that came since.

        Of the others they are ``most`` at most, the last ones.
        """
        found = dict.fromkeys(self._since)
        # Most commands seek no words in notes.
        from postil.store.ledger.word_scan import lines_with_words

        lines = lines_with_words(self._raw, self._start, self.end, needs, may)
        for at in sorted(lines, reverse=True)[:most]:
            if (head := _HEAD.match(self._raw, at)) is not None:
                found[self._met(head)] = None
        return list(found)

    def tagged(self, wanted: Callable[[str], bool]) -> list[str]:
        """Return the keys of records of which a version may have a tag, and all that came since."""
        found = dict.fromkeys(self._since)
        known: dict[bytes, bool] = {}
        for match in _TAG_LIST.finditer(self._raw, self._start, self.end):
            listed = match[1]
            if listed not in known:
                known[listed] = _any(listed, wanted)
            if known[listed]:
                head = _HEAD.match(self._raw, self._raw.rfind(b"\n", 0, match.start()) + 1)
                if head is not None:
                    found[self._met(head)] = None
        return list(found)

    def versions_of(self, keys: Collection[str]) -> Iterator[tuple[str, Doc]]:
        """Yield each version that some records have in the lines that were read whole before.

        Those of one record come oldest first. Nothing is there once all was parsed.
        """
        if self._all is not None:
            return
        for key in keys:
            if (at := self._in_order(key.encode())) >= 0:
                yield key, self._read(key, at)
        wanted = {key.encode() for key in keys}
        for found in _KEY.finditer(self._raw, self._ordered - 1, self.end):
            if found[1] in wanted:
                key = found[1].decode()
                yield key, self._read(key, found.start() + 1)

    def _met(self, head: re.Match[bytes]) -> str:
        """Return the key of a line, which is parsed if it is the only one of its record."""
        key = head[1].decode()
        if self._single and key not in self._parsed:
            self._parsed[key] = self._read(key, head.start())
        return key

    def _in_lines(self, key: str) -> Doc | None:
        if key not in self._parsed:
            self._parsed[key] = self._sought(key)
        return self._parsed[key]

    def _sought(self, key: str) -> Doc | None:
        """Return the newest version of a record among the lines; None where there is none."""
        needle = b'"%s":{"id":"' % key.encode()
        end = self.end
        while (at := self._raw.rfind(needle, self._ordered, end)) >= 0:
            if self._raw[at - 2 : at] in (b"\n ", b"\n,"):
                return self._read(key, at - 1)
            end = at
        at = self._in_order(key.encode())
        return self._read(key, at) if at >= 0 else None

    def _in_order(self, key: bytes) -> int:
        """Return where the line of a record begins among those that ascend; -1 for none."""
        wanted = _order(key)
        low, high = self._start, self._ordered
        while low < high:
            middle = self._raw.rfind(b"\n", low - 1, (low + high) // 2) + 1
            lead = _LEAD.match(self._raw, middle)
            found = _order(lead[1]) if lead is not None else wanted
            if found == wanted:
                return middle if lead is not None else -1
            if found < wanted:
                low = self._raw.find(b"\n", middle) + 1
            else:
                high = middle
        return -1

    def _read(self, key: str, at: int) -> Doc:
        """Return the version of a record in the line that begins at an offset."""
        line = self._raw[at + 1 : self._raw.find(b"\n", at)]
        return records(json.loads(b"{" + line + b"}"))[key]


def proof_of(raw: bytes, records: int, newest: str) -> Proof | None:
    """Return the proof of lines that were read; None where not all are found by their heads."""
    if not is_regular(raw):
        return None
    lines, digest = raw.count(b"\n"), digest_of_many(raw)
    return Proof(len(raw), digest, lines, records, _ascending(raw), newest)


def _ascending(raw: bytes) -> int:
    """Return how many bytes the lines have up to the first one that does not ascend by key."""
    last = (0, b"")
    for found in _KEY.finditer(b"\n" + raw):
        if (order := _order(found[1])) <= last:
            return found.start()
        last = order
    return len(raw)


def _order(key: bytes) -> tuple[int, bytes]:
    """Return what keys are sorted by, which are numbers without zeros before them."""
    return len(key), key


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


def of_id_beginning(head: str) -> bytes:
    """Return the bytes in the line of each note whose id begins so."""
    return _ID + head.encode()


def is_regular(raw: bytes) -> bool:
    """Tell whether in each line of a table its id, article, tags and stamp are found by bytes.

    Another program may have put blanks between them. Within words a quotation mark is escaped.
    """
    lines = raw.count(b"\n")
    if raw.count(_TAGS) < lines or raw.count(_STAMP) < lines:
        return False
    return len(_LINE.findall(b"\n" + raw)) == lines
