"""Zip archives read from bytes: members by name, each with its bytes counted.

What an archive says of itself is believed nowhere: sizes are counted while a member is unpacked,
two members may not share bytes, and nothing is ever written. A member that cannot be read raises
for itself alone, so that the others still can be.
"""

from __future__ import annotations

import struct
import zlib
from bisect import bisect_right
from unicodedata import normalize

from postil.errors import BadMember, NotText
from postil.model.values import NamedTuple
from postil.text.clean import clean_line

MOST_MEMBERS = 20_000
"""Members beyond which an archive is not opened."""
MEMBER = 64 << 20
"""Bytes that one member may have when it is unpacked."""
TOTAL = 256 << 20
"""Bytes that all members which are read may have together."""
RATIO = 200
"""How many times larger a member may become by being unpacked."""
_FREE = 1 << 20
"""Bytes that a member may have whatever its ratio."""

_END = struct.Struct("<4s4H2LH")
_END_SIGN = b"PK\x05\x06"
_LONGEST_COMMENT = 1 << 16
_END64 = struct.Struct("<4sQ2H2L4Q")
_LOCATOR64 = struct.Struct("<4sLQL")
_ENTRY = struct.Struct("<4s4B4HL2L5H2L")
_ENTRY_SIGN = b"PK\x01\x02"
_LOCAL = struct.Struct("<4s5H3L2H")
_LOCAL_SIGN = b"PK\x03\x04"
_ZIP64_EXTRA = 1
_NONE16, _NONE32 = 0xFFFF, 0xFFFFFFFF
"""What stands where a number is too large for its place."""

_ENCRYPTED = 0x2041
"""Flags: encrypted, encrypted strongly, names hidden."""
_UTF8 = 0x800
_STORED, _DEFLATED = 0, 8
_LONGEST_NAME = 200
"""Code points of a member's name that are shown."""


class _Entry(NamedTuple):
    """One line of an archive's table of contents."""

    flags: int
    method: int
    checksum: int
    packed: int
    """Bytes in the archive."""
    size: int
    """Bytes unpacked, as the archive says."""
    offset: int


class Archive:
    """The members of one archive."""

    def __init__(self, data: bytes, name: str) -> None:
        """Read the table of contents; ``name`` is the file's, for showing.

        Raises NotText for what is no archive, or one with too many members.
        """
        self.name = name
        self.remarks: list[str] = []
        """Sentences on what is odd about the archive as a whole."""
        self._data = data
        self._left = TOTAL
        self._entries: dict[str, _Entry] = {}
        self._read_table()
        self._starts = sorted(entry.offset for entry in self._entries.values())
        self._folded: dict[str, str] = {}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all members but folders, parted by slashes, in their order."""
        return tuple(self._entries)

    def find(self, name: str) -> str:
        """Return the name of the member that is meant, "" if there is none.

        Case and the way in which accents are coded do not count where no member has just the name.
        """
        if name in self._entries:
            return name
        if not self._folded:
            self._folded = {_folded(each): each for each in reversed(self._entries)}
        return self._folded.get(_folded(name), "")

    def encrypted(self, name: str) -> bool:
        """Tell whether the archive itself keeps a member behind a password."""
        entry = self._entries.get(name)
        return entry is not None and bool(entry.flags & _ENCRYPTED)

    def size(self, name: str) -> int:
        """Return the bytes that a member has unpacked, as the archive says; 0 if there is none."""
        entry = self._entries.get(name)
        return entry.size if entry else 0

    def read(self, name: str, most: int = MEMBER) -> bytes:
        """Return the bytes of a member, of which there are ``most`` at the most.

        Raises BadMember.
        """
        entry = self._entries.get(name)
        if entry is None:
            raise self._bad(name, "is not in the archive")
        if entry.flags & _ENCRYPTED:
            raise self._bad(name, "is encrypted")
        limit = min(most, max(_FREE, entry.packed * RATIO))
        if entry.size > most:
            raise self._bad(name, f"is larger than {_spoken(most)}")
        if entry.size > limit:
            raise self._bad(name, f"unpacks to more than {RATIO} times its size")
        if entry.size > self._left:
            raise self._bad(name, f"is beyond the {_spoken(TOTAL)} that are read of one archive")
        begin = self._content(name, entry)
        content = self._unpacked(name, entry, begin)
        self._left -= len(content)
        if zlib.crc32(content) != entry.checksum:
            raise self._bad(name, "is damaged: its checksum is wrong")
        return content

    def _content(self, name: str, entry: _Entry) -> int:
        """Return where the bytes of a member begin."""
        header = self._data[entry.offset : entry.offset + _LOCAL.size]
        if len(header) < _LOCAL.size or not header.startswith(_LOCAL_SIGN):
            raise self._bad(name, "is not where the archive says it is")
        *_, name_size, extra_size = _LOCAL.unpack(header)
        begin = entry.offset + _LOCAL.size + int(name_size) + int(extra_size)
        at = bisect_right(self._starts, entry.offset)
        behind = self._starts[at] if at < len(self._starts) else len(self._data)
        shared = at > 1 and self._starts[at - 2] == entry.offset
        if shared or begin + entry.packed > behind:
            raise self._bad(name, "shares bytes with another, or is cut off")
        return begin

    def _unpacked(self, name: str, entry: _Entry, begin: int) -> bytes:
        """Return the bytes of a member, of which there are not more than it says."""
        packed = memoryview(self._data)[begin : begin + entry.packed]
        if entry.method == _STORED:
            content, whole = bytes(packed[: entry.size + 1]), True
        elif entry.method == _DEFLATED:
            stream = zlib.decompressobj(-zlib.MAX_WBITS)
            try:
                content = stream.decompress(packed, entry.size + 1)
                if len(content) == entry.size and not stream.eof:
                    content += stream.decompress(stream.unconsumed_tail, 1)
            except zlib.error:
                raise self._bad(name, "is damaged") from None
            whole = stream.eof
        else:
            raise self._bad(name, "is packed in a way that Postil does not read")
        if len(content) > entry.size:
            raise self._bad(name, "is larger than the archive says")
        if len(content) < entry.size or not whole:
            raise self._bad(name, "is cut off")
        return content

    def _bad(self, name: str, why: str) -> BadMember:
        return BadMember(self.name, f"its part {clean_line(name, _LONGEST_NAME)} {why}")

    # -- the table of contents

    def _read_table(self) -> None:
        data = self._data
        end = data.rfind(_END_SIGN, max(0, len(data) - _END.size - _LONGEST_COMMENT))
        if end < 0 or len(data) - end < _END.size:
            raise self._no_archive("the archive is damaged or cut off: it has no table of contents")
        _, _, _, _, count, size, start, _ = _END.unpack_from(data, end)
        if count == _NONE16 or _NONE32 in (size, start):
            count, size, start, end = self._wide_end(end) or (count, size, start, end)
        if count > MOST_MEMBERS:
            raise NotText(
                self.name,
                f"the archive has more than {MOST_MEMBERS:,} members",
                "unpack it and open what you want to read",
            )
        begin = end - size
        if begin < 0 or start > begin:
            raise self._no_archive("the archive is damaged: its table of contents is misplaced")
        self._read_entries(begin, end, begin - start)
        if not self._entries:
            raise self._no_archive("the archive is empty or damaged")

    def _wide_end(self, end: int) -> tuple[int, int, int, int] | None:
        """Return what the end of a large archive says: members, bytes, offset, where it stands."""
        at = end - _LOCATOR64.size
        if at < 0 or self._data[at : at + 4] != b"PK\x06\x07":
            return None
        place = self._data.rfind(b"PK\x06\x06", max(0, at - 4096), at)
        if place < 0 or place + _END64.size > len(self._data):
            return None
        *_, count, size, start = _END64.unpack_from(self._data, place)
        return int(count), int(size), int(start), place

    def _read_entries(self, at: int, end: int, shift: int) -> None:
        """Read the lines of the table; all offsets in it are off by ``shift``."""
        twice = seen = 0
        while at + _ENTRY.size <= end and self._data[at : at + 4] == _ENTRY_SIGN:
            (_, _, _, _, _, flags, method, _, _, checksum, packed, size) = (
                fields := _ENTRY.unpack_from(self._data, at)
            )[:12]
            name_size, extra_size, comment_size, _, _, _, offset = fields[12:]
            at += _ENTRY.size
            coded = self._data[at : at + name_size]
            extra = self._data[at + name_size : at + name_size + extra_size]
            at += name_size + extra_size + comment_size
            seen += 1
            if seen > MOST_MEMBERS:
                raise self._no_archive(f"the archive has more than {MOST_MEMBERS:,} members")
            if _NONE32 in (size, packed, offset):
                size, packed, offset = _wide(extra, size, packed, offset)
            name = _safe_name(coded, utf8=bool(flags & _UTF8))
            if not name:
                continue
            twice += name in self._entries
            self._entries[name] = _Entry(flags, method, checksum, packed, size, offset + shift)
        if twice:
            self.remarks.append("Parts of the archive have the same name; the last counts.")

    def _no_archive(self, why: str) -> NotText:
        return NotText(self.name, why, "fetch or copy it again")


def _wide(extra: bytes, *numbers: int) -> tuple[int, int, int]:
    """Return size, packed size and offset; those too large for their place stand in ``extra``."""
    found = list(numbers)
    at = 0
    while at + 4 <= len(extra):
        kind, length = struct.unpack_from("<2H", extra, at)
        at += 4
        if kind == _ZIP64_EXTRA:
            for which, number in enumerate(found):
                if number == _NONE32 and at + 8 <= len(extra):
                    (found[which],) = struct.unpack_from("<Q", extra, at)
                    at += 8
            break
        at += length
    return found[0], found[1], found[2]


def _safe_name(coded: bytes, *, utf8: bool) -> str:
    """Return the name of a member; "" for a folder, and for what points out of the archive."""
    try:
        name = coded.decode("utf-8")
    except UnicodeDecodeError:
        name = coded.decode("utf-8", "replace") if utf8 else coded.decode("cp437")
    name = name.replace("\\", "/").removeprefix("./")
    if not name or name.endswith("/") or name.startswith("/") or "\0" in name:
        return ""
    return "" if ".." in name.split("/") else name


def _folded(name: str) -> str:
    return normalize("NFC", name).casefold()


def _spoken(size: int) -> str:
    return f"{size >> 20} MB"
