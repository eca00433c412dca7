"""Only what a page shows is text: shadow roots in place, and nothing that styles hide."""

from __future__ import annotations

from tests.document.formats.html.reading import outline, prose, read, texts


def test_slots_are_filled_in_the_order_of_the_shadow_root() -> None:
    page = f"""<title>Ice</title><x-story><template shadowrootmode=open><h1>
    <slot name=title></slot></h1><p>{prose(1)}</p><div><slot>nothing here</slot></div>
    <p>{prose(3)}</p><slot name=end>The end.</slot></template><p>{prose(2)}</p>
    <span slot=title>Ice</span><i slot=nowhere>lost</i></x-story>"""
    assert texts(page) == ["Ice", prose(1), prose(2), prose(3), "The end."]
    assert outline(page) == [(1, "Ice")]


def test_shadow_roots_nest_and_pass_slots_on() -> None:
    page = f"""<x-page><template shadowrootmode=open><main><x-card><template shadowrootmode=closed>
    <p>{prose(1)}</p><slot></slot></template><slot></slot></x-card></main></template>
    <p>{prose(2)}</p></x-page>"""
    assert texts(page) == [prose(1), prose(2)]


def test_what_the_styles_of_a_page_hide_is_no_text() -> None:
    page = f"""<style>/* .shown {{display:none}} */ .late, #promo {{ color: red; display : none }}
    @media print {{ .screen {{ display: none }} }} .a .b {{display:none}}</style><h1>Ice</h1>
    <p>{prose(1)}</p><div class="x late"><p>{prose(2)}</p></div><p id=promo>Buy boots.</p>
    <p class=screen>{prose(3)}</p><p class=shown>{prose(4)}</p><p class=b>{prose(5)}</p>"""
    assert texts(page) == ["Ice", prose(1), prose(3), prose(4), prose(5)]


def test_what_a_long_list_of_selectors_hides_is_no_text() -> None:
    names = ", ".join(f".advert-{n}" for n in range(400))
    page = f"""<style>.late, {names} {{ display: none }}</style><h1>Ice</h1>
    <p class=late>{prose(1)}</p><p>{prose(2)}</p><p class=advert-399>{prose(3)}</p>"""
    assert texts(page) == ["Ice", prose(2)]


def test_a_page_that_hides_all_its_text_is_shown() -> None:
    page = f"<h1>Ice</h1><div style='display:none'><p>{prose(1)}</p><p>{prose(2)}</p></div>"
    assert prose(2) in read(page).text
