"""Characters of roff that have names, which are those of groff_char(7)."""

from __future__ import annotations

import unicodedata

from postil.text.lazy_regex import lazily

_ROWS = """
em — en – hy ‐ lq “ rq ” oq ‘ cq ’ aq ' dq " Bq „ bq ‚ Fo « Fc » fo ‹ fc › bu •
ci ○ sq □ lh ☜ rh ☞
dg † dd ‡ sc § ps ¶ co © rg ® tm ™ de ° fm ′ sd ″ mc µ Of ª Om º ga ` ha ^ ti ~ rs \\ sl / at @ sh #
lB [ rB ] lC { rC } la ⟨ ra ⟩ bv ⎪ ba | br │ ul _ ru _ bb ¦
Do $ Eu € eu € Ye ¥ Po £ ct ¢ Cs ¤ Fn ƒ
pl + mi − -+ ∓ +- ± t+- ± mu × di ÷ tmu × tdi ÷ no ¬ tno ¬ eq = == ≡ != ≠ =~ ≅ ~~ ≈ ~= ≈ <= ≤ >= ≥
<< ≪ >> ≫ pt ∝ if ∞ Ah ℵ pd ∂ gr ∇ is ∫ sum ∑ product ∏ sr √ sqrt √ fa ∀ te ∃ st ∋ mo ∈ nm ∉
sb ⊂ sp ⊃
ib ⊆ ip ⊇
ca ∩ cu ∪ /_ ∠ pp ⊥ AN ∧ OR ∨ tf ∴ md ⋅ pc · es ∅ ** ∗ c* ⊗ c+ ⊕ wp ℘ Im ℑ Re ℜ -h ℏ
-> → <- ← <> ↔ ua ↑ da ↓ va ↕ rA ⇒ lA ⇐ hA ⇔ uA ⇑ dA ⇓ vA ⇕ an ⎯ rn ‾ lz ◊ CR ↵ OK ✓ f/ ⁄ 12 ½ 14 ¼
34 ¾ 18 ⅛ 38 ⅜ 58 ⅝ 78 ⅞ S1 ¹ S2 ² S3 ³ r! ¡ r? ¿ CL ♣ SP ♠ HE ♥ DI ♦ ff ff fi fi fl fl Fi ffi
Fl ffl ss ß AE Æ ae æ OE Œ oe œ O/ Ø o/ ø -D Ð Sd ð TP Þ Tp þ /L Ł /l ł .i ı .j ȷ IJ Ĳ ij ĳ
a" ˝ a- ¯ a. ˙ a^ ^ aa ´ ab ˘ ac ¸ ad ¨ ah ˇ ao ˚ a~ ~ ho ˛ lt ⎧ lk ⎨ lb ⎩ rt ⎫ rk ⎬ rb ⎭
*a α *b β *g γ *d δ *e ε *z ζ *y η *h θ *i ι *k κ *l λ *m μ *n ν
*c ξ *o ο *p π *r ρ *s σ ts ς *t τ *u υ
*f ϕ *x χ *q ψ *w ω *A Α *B Β *G Γ *D Δ *E Ε *Z Ζ *Y Η *H Θ *I Ι *K Κ *L Λ *M Μ *N Ν *C Ξ *O Ο *P Π
*R Ρ *S Σ *T Τ *U Υ *F Φ *X Χ *Q Ψ *W Ω +h ϑ +f φ +p ϖ +e ϵ bs ☎ fB „ coproduct ∐ integral ∫
"""
_ACCENTS = {
    "'": "\u0301",
    "`": "\u0300",
    "^": "\u0302",
    ":": "\u0308",
    "~": "\u0303",
    ",": "\u0327",
    "o": "\u030a",
    "v": "\u030c",
    "-": "\u0304",
}
_HEX = lazily(r"u([0-9A-F]{4,6})((?:_[0-9A-F]{4,6})*)")
_CHAR = lazily(r"char(\d{1,3})")
_LAST = 0x10FFFF


def _pairs() -> dict[str, str]:
    words = _ROWS.split()
    return dict(zip(words[::2], words[1::2], strict=True))


_NAMED = _pairs()


def glyph(name: str) -> str:
    """Return the character of a name, "" for one that nobody knows."""
    if said := _NAMED.get(name):
        return said
    if found := _HEX.fullmatch(name):
        points = [int(one, 16) for one in (found[1] + found[2]).split("_")]
        return "".join(chr(one) for one in points if one <= _LAST and not 0xD800 <= one < 0xE000)
    if found := _CHAR.fullmatch(name):
        return chr(int(found[1])) if int(found[1]) < 256 else ""
    if len(name) == 2 and (accent := _ACCENTS.get(name[0])) and name[1].isalpha():
        return unicodedata.normalize("NFC", name[1] + accent)
    return name if len(name) == 1 else ""
