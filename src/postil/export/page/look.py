"""The look of an exported page: its style sheet, and the policy that lets nothing else in.

Words on each ground have a contrast of 4.5 to 1 at the least (WCAG 2.2, 1.4.3), in light and dark.
"""

from __future__ import annotations

from postil.export.page.words import attribute, text

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

STYLE = """
:root { color-scheme: light dark; --page: #fdfcf9; --ink: #1c1b19; --quiet: #5a564f;
  --line: #cfc9bd; --link: #0b4a8f; --box: #f4f1ea;
  --yellow: #fff1a8; --green: #cdeecb; --blue: #cfe4ff; --pink: #ffd7e8; --orange: #ffdfbd; }
@media (prefers-color-scheme: dark) { :root { --page: #17181a; --ink: #e9e6df; --quiet: #b0aba1;
  --line: #45423c; --link: #9cc6ff; --box: #212226;
  --yellow: #4d4410; --green: #1f4423; --blue: #1d3b5e; --pink: #56243e; --orange: #573613; } }
* { box-sizing: border-box; }
html { background: var(--page); color: var(--ink); }
body { margin: 0; font: 1.05rem/1.6 Georgia, "Noto Serif", serif; overflow-wrap: anywhere; }
main { margin: 0 auto; max-width: 42rem; padding: 1.5rem 1rem 4rem; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 2em 0 .6em; }
h1 { font-size: 1.8rem; margin-top: .5em; }
p { margin: 0 0 1em; }
a { color: var(--link); }
blockquote { border-left: 3px solid var(--line); margin: 0 0 1em; padding-left: 1em; }
pre, .verse { white-space: pre-wrap; }
pre, code { font-family: "DejaVu Sans Mono", Menlo, Consolas, monospace; font-size: .9em; }
pre { background: var(--box); margin: 0 0 1em; padding: .7em 1em; }
table { border-collapse: collapse; margin: 0 0 1em; }
td { border: 1px solid var(--line); padding: .25em .6em; vertical-align: top; }
ul.flow { list-style: none; margin: 0 0 1em; padding-left: 2.2em; }
ul.flow > li > .marker { float: left; margin-left: -2.2em; min-width: 2em; padding-right: .2em;
  text-align: right; }
.about, .small { color: var(--quiet); font-size: .9rem; }
.footnote, .aside { background: var(--box); margin: 0 0 1em; padding: .6em 1em; }
mark { background: var(--yellow); color: var(--ink); padding: .1em 0; }
mark.green { background: var(--green); } mark.blue { background: var(--blue); }
mark.pink { background: var(--pink); } mark.orange { background: var(--orange); }
mark > a { border-bottom: 1px solid var(--quiet); color: var(--ink); text-decoration: none; }
mark sup { line-height: 1; }
mark sup a { display: inline-block; line-height: 24px; min-width: 24px; text-align: center; }
.note { background: var(--box); border-left: 4px solid var(--yellow); font-size: .92rem;
  margin: 0 0 1em 1.5em; padding: .6em .9em; }
.note.green { border-color: var(--green); } .note.blue { border-color: var(--blue); }
.note.pink { border-color: var(--pink); } .note.orange { border-color: var(--orange); }
.note > :last-child { margin-bottom: 0; }
.tags { list-style: none; margin: 0 0 .5em; padding: 0; }
.tags li { display: inline-block; margin-right: .8em; }
.back { display: inline-block; min-height: 24px; }
:target { outline: 3px solid var(--link); outline-offset: 2px; }
.figures figure { margin: 0 0 1.5em; }
.figures svg { display: block; height: auto; width: 100%; }
.figures text { fill: var(--ink); font: 13px sans-serif; }
.bar { fill: var(--link); } .ground { fill: var(--line); } .tick { fill: var(--quiet); }
.heat-1, .heat-2, .heat-3, .heat-4 { fill: var(--link); } .heat-1 { fill-opacity: .4; }
.heat-2 { fill-opacity: .6; } .heat-3 { fill-opacity: .8; }
.bar.yellow { fill: var(--yellow); } .bar.green { fill: var(--green); }
.bar.blue { fill: var(--blue); } .bar.pink { fill: var(--pink); }
.bar.orange { fill: var(--orange); }
.bar.yellow, .bar.green, .bar.blue, .bar.pink, .bar.orange { stroke: var(--quiet); }
@media (min-width: 70rem) {
  main { margin-left: max(1rem, calc(50vw - 33rem)); }
  .noted { column-gap: 2rem; display: grid; grid-template-columns: minmax(0, 1fr) 22rem;
    margin-right: -24rem; }
  .noted .note { margin-left: 0; }
}
@media print {
  html { background: #fff; color: #000; }
  .note { break-inside: avoid; } a { color: inherit; }
}
"""

_LEFT = frozenset(("ar", "fa", "he", "ur", "yi"))
"""Languages that are written from right to left."""


def head(title: str, language: str) -> str:
    """Return what a page begins with, up to its ``main``; the policy stands before all it governs.

    The language is named as in HTML; ``und`` is one that is not known.
    """
    turned = ' dir="rtl"' if language.partition("-")[0] in _LEFT else ""
    return "\n".join(
        (
            f"<!doctype html>\n<html lang={attribute(language)}{turned}>",
            '<head>\n<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="referrer" content="no-referrer">',
            f"<title>{text(' '.join(title.split()) or 'Notes')}</title>",
            f"<style>{STYLE}</style>\n</head>\n<body>\n<main>",
        )
    )
