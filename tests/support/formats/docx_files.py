"""Small DOCX files, made of the XML that a test writes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

USUAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACES = (
    f'xmlns:r="{_RELATED}" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
_PARTS = ("styles", "numbering", "footnotes", "endnotes", "comments", "settings")
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:dcterms="http://purl.org/dc/terms/">{}</cp:coreProperties>'
)


def styles(*names: str, more: str = "") -> str:
    """Return styles of paragraphs by their names; ids are the names without blanks."""
    said = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name.replace(" ", "")}">'
        f'<w:name w:val="{name}"/></w:style>'
        for name in names
    )
    return said + more


def p(text: str, style: str = "", properties: str = "", run: str = "") -> str:
    """Return a paragraph of one run."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return (
        f"<w:p><w:pPr>{named}{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr>"
        f'<w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
    )


def docx(
    body: str,
    *,
    parts: Mapping[str, str] | None = None,
    core: str = "",
    links: Mapping[str, str] | None = None,
    space: str = USUAL,
    more: Mapping[str, bytes] | None = None,
    pictures: Mapping[str, bytes] | None = None,
) -> bytes:
    """Return the bytes of a document.

    ``parts`` are what stands in styles, numbering and so on, ``links`` addresses by their ids,
    ``pictures`` files in the folder of media, by their names, which are their ids as well.
    """
    parts = parts or {}

    def related(kind: str, target: str, number: str, mode: str = "") -> str:
        space = f"{_RELATED}/{kind}"
        return f'<Relationship Id="{number}" Type="{space}" Target="{target}"{mode}/>'

    def relations(inside: str) -> str:
        space = "http://schemas.openxmlformats.org/package/2006/relationships"
        return f'<Relationships xmlns="{space}">{inside}</Relationships>'

    leads = "".join(
        related(kind, f"{kind}.xml", f"p{at}") for at, kind in enumerate(_PARTS) if kind in parts
    )
    for number, address in (links or {}).items():
        leads += related("hyperlink", address, number, ' TargetMode="External"')
    for name in pictures or {}:
        leads += related("image", f"media/{name}", name)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, picture in (pictures or {}).items():
            archive.writestr(f"word/media/{name}", picture)
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(
            "_rels/.rels", relations(related("officeDocument", "word/document.xml", "d"))
        )
        document = f'<w:document xmlns:w="{space}" {_SPACES}><w:body>{body}</w:body></w:document>'
        archive.writestr("word/document.xml", document)
        archive.writestr("word/_rels/document.xml.rels", relations(leads))
        for kind, inside in parts.items():
            root = f'<w:{kind} xmlns:w="{space}" {_SPACES}>{inside}</w:{kind}>'
            archive.writestr(f"word/{kind}.xml", root)
        if core:
            archive.writestr("docProps/core.xml", CORE.format(core))
        for name, content in (more or {}).items():
            archive.writestr(name, content)
    return buffer.getvalue()


def replaced(data: bytes, name: str, content: bytes) -> bytes:
    """Return an archive with another member of a name."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for each in old.namelist():
            new.writestr(each, content if each == name else old.read(each))
    return buffer.getvalue()
