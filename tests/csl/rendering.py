"""A small language, and short ways to render with a style that is written in the test."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from postil.csl import Citation, Cite, Format, Processor, read_style

LOCALE = """
<locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="en-US">
  <style-options punctuation-in-quote="true"/>
  <date form="text">
    <date-part name="month" suffix=" "/><date-part name="day" suffix=", "/><date-part name="year"/>
  </date>
  <date form="numeric">
    <date-part name="month" form="numeric-leading-zeros" suffix="/"/>
    <date-part name="day" form="numeric-leading-zeros" suffix="/"/><date-part name="year"/>
  </date>
  <terms>
    <term name="and">and</term>
    <term name="et-al">et al.</term>
    <term name="ibid">ibid.</term>
    <term name="no date" form="short">n.d.</term>
    <term name="open-quote">“</term><term name="close-quote">”</term>
    <term name="open-inner-quote">‘</term><term name="close-inner-quote">’</term>
    <term name="page-range-delimiter">–</term>
    <term name="bc">BC</term><term name="ad">AD</term>
    <term name="page"><single>page</single><multiple>pages</multiple></term>
    <term name="page" form="short"><single>p.</single><multiple>pp.</multiple></term>
    <term name="editor"><single>editor</single><multiple>editors</multiple></term>
    <term name="editor" form="short"><single>ed.</single><multiple>eds.</multiple></term>
    <term name="editortranslator"><single>editor and translator</single>
      <multiple>editors and translators</multiple></term>
    <term name="ordinal">th</term>
    <term name="ordinal-01">st</term><term name="ordinal-02">nd</term>
    <term name="ordinal-03">rd</term>
    <term name="ordinal-11">th</term><term name="ordinal-12">th</term>
    <term name="ordinal-13">th</term>
    <term name="long-ordinal-02">second</term>
    <term name="month-01">January</term><term name="month-02">February</term>
    <term name="month-03">March</term><term name="season-04">Winter</term>
  </terms>
</locale>
"""

Item = Mapping[str, object]


def load(tag: str) -> bytes | None:
    """Return the file of the one language there is."""
    return LOCALE.encode() if tag == "en-US" else None


def style(parts: str, attributes: str = 'class="in-text"') -> str:
    """Return a style of these parts."""
    return (
        f'<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" {attributes}>'
        f"<info><title>Made</title></info>{parts}</style>"
    )


def processor(parts: str, items: Sequence[Item], attributes: str = 'class="in-text"') -> Processor:
    """Return a processor for a style of these parts."""
    return Processor(read_style(style(parts, attributes)), items, load)


def cite(
    layout: str,
    items: Sequence[Item],
    *,
    options: str = "",
    form: Format = "html",
    attributes: str = 'class="in-text"',
) -> str:
    """Return one citation of all items in a layout."""
    parts = f"<citation {options}><layout delimiter='; '>{layout}</layout></citation>"
    made = processor(parts, items, attributes)
    return made.cited([Citation([Cite(str(one["id"])) for one in items])], form)[0]


def person(given: str, family: str, **more: object) -> Item:
    """Return a name in CSL-JSON."""
    return {"family": family, "given": given, **more}


def field(element: str, **fields: object) -> str:
    """Return what an element gives for an item with these fields."""
    return cite(element, [{"id": "a", **{k.replace("_", "-"): v for k, v in fields.items()}}])


ANN = person("Ann", "Archer")
BEN = person("Ben", "Baker")
CAT = person("Cat", "Cooper")


def names(people: Sequence[object], name: str = "", options: str = "") -> str:
    """Return some authors as a style sets them."""
    layout = f'<names variable="author"><name {name}/></names>'
    return cite(layout, [{"id": "a", "author": people}], options=options)
