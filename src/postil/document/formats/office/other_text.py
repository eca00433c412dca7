"""Plain text under the name of a word processor's document, which is read as what it is."""

from __future__ import annotations

from postil.document.article.builder import Draft
from postil.document.base.request import Request
from postil.document.bytes.decode import decode
from postil.document.bytes.read_file import HEAD
from postil.document.formats.plain import read
from postil.model.values import replace
from postil.text.clean import clean


def read_as_text(request: Request) -> Draft:
    """Return the draft of some bytes as plain text; raises NotText for what is none."""
    decoded = decode(request.data, request.name)
    text = clean(decoded.text)
    draft = read(text, text[:HEAD], request.progress)
    return replace(draft, remarks=decoded.remarks + draft.remarks)
