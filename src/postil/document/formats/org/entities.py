"""Characters of Org that have names, as those of HTML and of LaTeX."""

from __future__ import annotations

from html.entities import name2codepoint

_NAMED = {
    "to": "→",
    "rightarrow": "→",
    "leftarrow": "←",
    "gets": "←",
    "uparrow": "↑",
    "downarrow": "↓",
    "leftrightarrow": "↔",
    "Rightarrow": "⇒",
    "Leftarrow": "⇐",
    "Leftrightarrow": "⇔",
    "dots": "…",
    "ldots": "…",
    "cdots": "⋯",
    "quot": '"',
    "acutes": "´",
    "slash": "/",
    "plus": "+",
    "under": "_",
    "equal": "=",
    "star": "*",
    "ast": "*",
    "vert": "|",
    "vbar": "|",
    "dollar": "$",
    "USD": "$",
    "EUR": "€",
    "EURdig": "€",
    "tilde": "~",
    "nbsp": "\u00a0",
    "-": "",
    "leq": "≤",
    "geq": "≥",
    "neq": "≠",
    "approx": "≈",
    "in": "∈",
    "cdot": "⋅",
    "infty": "∞",
    "pm": "±",
    "partial": "∂",
    "div": "÷",
    "emptyset": "∅",
    "checkmark": "✓",
    "check": "✓",
    "dag": "†",
    "ddag": "‡",
    "P": "¶",
    "S": "§",
    "degree": "°",
    "celsius": "℃",
    "ne": "≠",
    "le": "≤",
    "ge": "≥",
    "lbrace": "{",
    "rbrace": "}",
    "hbar": "ℏ",
    "bullet": "•",
    "smiley": "☺",
    "sad": "☹",
    "varepsilon": "ε",
    "vartheta": "ϑ",
    "varphi": "φ",
    "AA": "Å",
    "aa": "å",
    "ss": "ß",
    "backslash": "\\",
}


def entity(name: str) -> str | None:
    """Return the character of a name, None where there is none."""
    if (said := _NAMED.get(name)) is not None:
        return said
    point = name2codepoint.get(name)
    return chr(point) if point else None
