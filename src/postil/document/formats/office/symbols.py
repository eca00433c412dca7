"""Symbol fonts: the letters that their codes stand for, which other fonts do not have there."""

from __future__ import annotations

_GREEK = dict(
    zip(
        "ABGDEZHQIKLMNXOPRSTUFCYWabgdezhqiklmnxoprVstufcywJjv",
        "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρςστυφχψωϑϕϖ",
        strict=True,
    )
)
_SIGNS = {
    0x22: "∀", 0x24: "∃", 0x27: "∋", 0x2A: "∗", 0x2D: "−", 0x40: "≅", 0x5C: "∴", 0x5E: "⊥",
    0x7E: "∼", 0xA0: "€", 0xA1: "ϒ", 0xA2: "′", 0xA3: "≤", 0xA4: "⁄", 0xA5: "∞", 0xA6: "ƒ",
    0xA7: "♣", 0xA8: "♦", 0xA9: "♥", 0xAA: "♠", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→",
    0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB5: "∝", 0xB6: "∂",
    0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xBC: "…", 0xC0: "ℵ", 0xC1: "ℑ",
    0xC2: "ℜ", 0xC3: "℘", 0xC4: "⊗", 0xC5: "⊕", 0xC6: "∅", 0xC7: "∩", 0xC8: "∪", 0xC9: "⊃",
    0xCA: "⊇", 0xCB: "⊄", 0xCC: "⊂", 0xCD: "⊆", 0xCE: "∈", 0xCF: "∉", 0xD0: "∠", 0xD1: "∇",
    0xD2: "®", 0xD3: "©", 0xD4: "™", 0xD5: "∏", 0xD6: "√", 0xD7: "⋅", 0xD8: "¬", 0xD9: "∧",
    0xDA: "∨", 0xDB: "⇔", 0xDC: "⇐", 0xDD: "⇑", 0xDE: "⇒", 0xDF: "⇓", 0xE0: "◊", 0xE1: "〈",
    0xE5: "∑", 0xF1: "〉", 0xF2: "∫",
}  # fmt: skip
_DINGBATS = {
    0x21: "✏", 0x28: "☎", 0x2A: "✉", 0x4A: "☺", 0x4C: "☹", 0x6C: "●", 0x6E: "■", 0x6F: "□",
    0x71: "❑", 0x75: "◆", 0x76: "❖", 0x77: "◆", 0x9F: "•", 0xA7: "▪", 0xA8: "◻", 0xD8: "➢",
    0xDF: "←", 0xE0: "→", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_PRIVATE = range(0xF000, 0xF100)
"""Where files put the codes of symbol fonts."""


def is_symbolic(font: str) -> bool:
    """Tell whether a font holds signs where others hold letters."""
    return font.strip().lower() in ("symbol", "wingdings", "wingdings 2", "wingdings 3", "webdings")


def sign(code: int, font: str = "symbol") -> str:
    """Return the sign that a code stands for in a symbol font."""
    code = code - _PRIVATE.start if code in _PRIVATE else code
    if code == 0x20:
        return " "
    if font.strip().lower() != "symbol":
        return _DINGBATS.get(code, "•")
    return _SIGNS.get(code) or _GREEK.get(chr(code)) or (chr(code) if code < 0x7F else "•")


def readable(text: str, font: str = "") -> str:
    """Return words with the private codes of symbol fonts made signs."""
    if is_symbolic(font):
        return "".join(
            sign(code, font) if (code := ord(letter)) < 0x100 or code in _PRIVATE else letter
            for letter in text
        )
    if text.isascii() or not any(ord(letter) in _PRIVATE for letter in text):
        return text
    return "".join(
        sign(code, font or "symbol") if (code := ord(letter)) in _PRIVATE else letter
        for letter in text
    )
