"""The picture: all drawings below each other in one file of SVG, light and dark."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from postil.export.base.dossier import counted
from postil.export.figures.drawing import WIDTH, drawings
from postil.export.figures.figures import Figures

_HEAD = 40
_MARGIN = 20

STYLE = """
.page { fill: #fdfcf9; } text { fill: #1c1b19; font: 13px sans-serif; }
.title { font-weight: bold; font-size: 15px; }
.bar { fill: #3a6ea5; } .ground { fill: #e6e1d6; } .tick { fill: #5a564f; }
.heat-1 { fill: #f0c75e; } .heat-2 { fill: #e39a2d; } .heat-3 { fill: #c96a14; }
.heat-4 { fill: #96410a; }
.yellow { fill: #f2c200; } .green { fill: #3fa34d; } .blue { fill: #2f6fbf; }
.pink { fill: #d6488e; } .orange { fill: #e07b1a; }
@media (prefers-color-scheme: dark) {
  .page { fill: #17181a; } text { fill: #e9e6df; } .bar { fill: #7fb0e6; }
  .ground { fill: #33312c; } .tick { fill: #b0aba1; }
  .heat-1 { fill: #6b4a12; } .heat-2 { fill: #a06a17; } .heat-3 { fill: #d6962a; }
  .heat-4 { fill: #ffd479; }
}
"""


def picture(figures: Figures) -> bytes:
    """Return all figures as one picture."""
    found = list(drawings(figures))
    height = sum(one.height + _HEAD for one in found) + _HEAD + _MARGIN
    width = WIDTH + 2 * _MARGIN
    root = Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"0 0 {width} {height}",
            "width": str(width),
            "height": str(height),
        },
    )
    SubElement(root, "title").text = f"Postil: {counted(figures.notes, 'note')}"
    SubElement(root, "style").text = STYLE
    SubElement(root, "rect", {"class": "page", "width": "100%", "height": "100%"})
    y = _MARGIN
    for one in found:
        group = SubElement(root, "g", {"transform": f"translate({_MARGIN} {y})"})
        heading = SubElement(group, "text", {"class": "title", "y": "18"})
        heading.text = one.title
        del one.svg.attrib["xmlns"]
        one.svg.attrib.update({"y": "30", "width": str(WIDTH), "height": str(one.height)})
        group.append(one.svg)
        y += one.height + _HEAD
    indent(root)
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"
