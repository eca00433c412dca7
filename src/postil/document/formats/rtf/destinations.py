"""Destinations of RTF: groups whose words are not the text, and what each is for."""

from __future__ import annotations

SKIPPED = frozenset(
    b"header headerl headerr headerf footer footerl footerr footerf ftnsep ftnsepc ftncn "
    b"aftnsep aftnsepc aftncn colortbl filetbl revtbl rsidtbl generator nonshppict shprslt "
    b"mmathPict objdata objclass objname objalias objsect pntxta pntxtb xe tc tcn rxe txe "
    b"formfield datafield template background private nonesttables listpicture docvar "
    b"ctrlPr mctrlPr sectPr".split()
)
"""Groups of which nothing is read, whether a star stands before them or not."""

PROPERTIES = {b"title": "title", b"author": "author", b"company": "publisher"}
"""Groups of ``\\info`` whose words are metadata."""

CAPTURED = frozenset(
    b"fldinst bkmkstart listtext pntext atnauthor atrfstart atrfend atnref sn sv".split()
)
"""Groups whose words are kept apart."""

SILENT = frozenset(b"pict shpinst shp do object sp picprop info".split())
"""Groups whose own words are none, but which hold groups that matter."""

FLOWS = frozenset((b"footnote", b"annotation", b"shptxt", b"dptxbxtext"))
"""Groups that hold paragraphs of their own."""

TABLES = frozenset(
    b"fonttbl stylesheet listtable listoverridetable list listlevel listoverride creatim".split()
)
"""Groups whose control words tell about other things than the text."""

PASSED = frozenset(
    b"field fldrslt shppict result ud nesttableprops moMath moMathPara mmath".split()
)
"""Groups whose words are the text although a star may stand before them."""

SIGNS = {
    b"lquote": "‘", b"rquote": "’", b"ldblquote": "“", b"rdblquote": "”", b"emdash": "—",
    b"endash": "–", b"bullet": "•", b"tab": "\t", b"emspace": " ", b"enspace": " ",
    b"qmspace": " ", b"zwj": "\u200d",
}  # fmt: skip
"""Control words that stand for a sign."""

SYMBOLS = {b"~": "\u00a0", b"_": "\u2011", b"\t": "\t", b"\\": "\\", b"{": "{", b"}": "}"}
"""Control symbols that stand for a sign."""
