"""Inlines of a DOCX: what stands within a paragraph, made pieces."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from postil.document.formats.docx import drawings
from postil.document.formats.docx.fields import Fields
from postil.document.formats.docx.formulas import formula
from postil.document.formats.docx.names import is_on
from postil.document.formats.docx.package import Relation
from postil.document.formats.docx.styles import Look, Styles, look_of
from postil.document.formats.office import comments
from postil.document.formats.office.paragraphs import Piece
from postil.document.formats.office.symbols import readable, sign
from postil.document.formats.office.xml_parts import Element
from postil.model.article import PICTURE

_THROUGH = frozenset(
    "w:ins w:moveTo w:smartTag w:customXml w:bdo w:dir w:sdtContent "  # noqa: SIM905
    "mc:Choice mc:Fallback w:rubyBase w:subDoc".split()
)
"""Elements that are read through to what is in them."""
_SIGNS = {
    "w:tab": "\t", "w:ptab": "\t", "w:noBreakHyphen": "\u2011", "w:cr": "\n",
}  # fmt: skip
COMMENTS = frozenset(("w:commentRangeStart", "w:commentRangeEnd"))
"""Elements that begin and end the words on which somebody has commented."""
_PAGES = ("page", "column")


class Inlines:
    """Gathers the pieces of one paragraph after another."""

    def __init__(
        self,
        styles: Styles,
        relations: Mapping[str, Relation],
        note: Callable[[str, Element, str], str],
        load: Callable[[str], Element | None],
    ) -> None:
        """Begin; ``note`` takes the kind, the reference and the own mark of a note, to a label.

        ``load`` returns a part by its name.
        """
        self.pieces: list[Piece] = []
        self.boxes: list[Element] = []
        """Text boxes that are anchored here."""
        self.ruled = False
        self._fields = Fields()
        self._styles = styles
        self._relations = relations
        self._note = note
        self._load = load
        self._look = Look()
        self._links: list[str] = []
        self._ranges = comments.Ranges()
        self._ranged: set[str] = set()
        """Comments of which it is said where their words begin."""

    @property
    def silent(self) -> bool:
        """Whether a table of contents, or the code of a field, goes on here."""
        return self._fields.silent

    def read(self, paragraph: Element, look: Look) -> None:
        """Read all within a paragraph whose words look so where they say nothing else."""
        self._look = look
        for one in paragraph.elements():
            self._inline(one)
        self._fields.end_paragraph()

    def take(self) -> list[Piece]:
        """Return the pieces so far, and begin anew."""
        taken, self.pieces = self.pieces, []
        return taken

    def name(self, mark: Element) -> None:
        """Name the place where a bookmark begins."""
        if (name := mark.get("w:name")) and name != "_GoBack":
            self.pieces.append(Piece("name", name))

    def comment(self, mark: Element) -> None:
        """Begin or end the words on which somebody has commented."""
        name = mark.get("w:id")
        if mark.tag == "w:commentRangeStart":
            self._ranges.begin(self.pieces, name)
            self._ranged.add(name)
        elif mark.tag == "w:commentRangeEnd" or name not in self._ranged:
            self._ranges.end(self.pieces, name)

    def _inline(self, one: Element) -> None:
        tag = one.tag
        if tag == "w:r":
            self._run(one)
        elif tag == "w:hyperlink":
            self._links.append(self._target(one))
            self._all(one)
            self._links.pop()
        elif tag == "w:fldSimple":
            self._fields.simple(one.get("w:instr"))
            self._all(one)
            self._fields.mark("end")
        elif tag == "w:sdt":
            self._control(one)
        elif tag == "w:bookmarkStart":
            self.name(one)
        elif tag in COMMENTS:
            self.comment(one)
        elif tag == "mc:AlternateContent":
            if form := drawings.chosen(one):
                self._all(form)
        elif tag in ("m:oMath", "m:oMathPara"):
            if not self._fields.silent:
                self.pieces += formula(one)
        elif tag in _THROUGH:
            self._all(one)

    def _all(self, parent: Element) -> None:
        for one in parent.elements():
            self._inline(one)

    def _control(self, control: Element) -> None:
        """Read what stands in a control for content, but not what only asks for some."""
        properties = control.first("w:sdtPr")
        asks = properties.first("w:showingPlcHdr") if properties else None
        content = control.first("w:sdtContent")
        if content and not (asks and is_on(asks.get("w:val", "1"))):
            self._all(content)

    def _target(self, link: Element) -> str:
        """Return where a link leads."""
        lead = self._relations.get(link.get("r:id"))
        place = link.get("w:anchor")
        if lead and lead.outside:
            return f"{lead.target}#{place}" if place and "#" not in lead.target else lead.target
        return f"#{place}" if place else ""

    def _related(self, lead_id: str) -> Element | None:
        part = self._part(lead_id)
        return self._load(part) if part else None

    def _part(self, lead_id: str) -> str:
        lead = self._relations.get(lead_id)
        return lead.target if lead and not lead.outside else ""

    # -- runs

    def _run(self, run: Element) -> None:
        properties = run.first("w:rPr")
        look = look_of(properties)
        style = properties.first("w:rStyle") if properties else None
        base = self._styles.look(style.get("w:val")) if style else Look()
        look = look.over(base.over(self._look))
        if look.hidden or (properties and properties.first("w:del")):
            self._codes(run)
            return
        mark = ""
        for one in run.elements():
            if one.tag in ("w:footnoteReference", "w:endnoteReference"):
                if self._fields.silent:
                    continue
                if is_on(one.get("w:customMarkFollows", "0")):
                    mark = "".join(each.text for each in run.all("w:t")).strip()
                kind = one.tag[2:-9]
                if label := self._note(kind, one, mark):
                    self.pieces.append(Piece("note", label))
            elif not (mark and one.tag == "w:t"):
                self._content(one, look)

    def _codes(self, run: Element) -> None:
        """Follow the fields through a run whose words are not shown."""
        for one in run.elements():
            if one.tag == "w:fldChar":
                self._fields.mark(one.get("w:fldCharType"))
            elif one.tag == "w:instrText":
                self._fields.code(one.text)

    def _content(self, one: Element, look: Look) -> None:
        tag = one.tag
        if tag == "w:t":
            self._text(readable(one.text, look.font), look)
        elif tag == "w:br":
            if one.get("w:type") not in _PAGES:
                self._break()
        elif tag in _SIGNS:
            self._text(_SIGNS[tag], look)
        elif tag == "w:sym":
            self._symbol(one, look)
        elif tag == "w:fldChar":
            self._field(one, look)
        elif tag == "w:instrText":
            self._fields.code(one.text)
        elif tag in ("w:drawing", "w:pict", "w:object"):
            self._drawing(one)
        elif tag == "mc:AlternateContent":
            for each in form.elements() if (form := drawings.chosen(one)) else ():
                self._content(each, look)
        elif tag == "w:ruby":
            self._ruby(one, look)
        elif tag == "w:commentReference":
            self.comment(one)

    def _text(self, words: str, look: Look) -> None:
        if self._fields.silent or not words:
            return
        link = next(filter(None, reversed(self._links)), "") or self._fields.link
        piece = Piece("text", words, look.marks(linked=bool(link)), link, look.size)
        last = self.pieces[-1] if self.pieces else None
        if last and last.kind == "text" and last[2:] == piece[2:]:
            self.pieces[-1] = last._replace(text=last.text + words)
        else:
            self.pieces.append(piece)

    def _break(self) -> None:
        if not self._fields.silent:
            self.pieces.append(Piece("break"))

    def _symbol(self, one: Element, look: Look) -> None:
        try:
            code = int(one.get("w:char"), 16)
        except ValueError:
            return
        self._text(sign(code, one.get("w:font") or "symbol"), look)

    def _field(self, one: Element, look: Look) -> None:
        """Begin or end a field; a box to tick in a form is shown."""
        self._fields.mark(one.get("w:fldCharType"))
        data = one.first("w:ffData")
        box = data.first("w:checkBox") if data else None
        if box:
            state = box.first("w:checked") or box.first("w:default")
            ticked = state is not None and is_on(state.get("w:val", "1"))
            self.pieces.append(Piece("text", "☒" if ticked else "☐", (), "", look.size))

    def _drawing(self, one: Element) -> None:
        if self._fields.silent:
            return
        if boxes := drawings.boxes(one):
            self.boxes += boxes
        elif box := drawings.diagram(one, self._related):
            self.boxes.append(box)
        elif drawings.is_rule(one):
            self.ruled = True
        else:
            words, part = drawings.alternative(one), drawings.picture(one, self._part)
            if words or part:
                link = f"{PICTURE}{part}" if part else ""
                self.pieces.append(Piece("image", words, (), link))

    def _ruby(self, one: Element, look: Look) -> None:
        """Read letters with their reading, which follows in brackets."""
        base, reading = one.first("w:rubyBase"), one.first("w:rt")
        if base:
            self._all(base)
        words = "".join(each.text for each in _texts(reading)) if reading else ""
        if words.strip():
            self._text(f"({words})", look)


def _texts(parent: Element) -> list[Element]:
    return [one for one in parent.descendants() if one.tag == "w:t"]
