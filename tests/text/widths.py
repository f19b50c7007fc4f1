"""Texts in every script that the shipped fonts hold, and the SVG that lets a browser measure them."""

from __future__ import annotations

from html import escape

from jmap.text.embed import font_css
from jmap.text.scripts import drawn_size, is_upright
from jmap.text.styles import STYLES, families

TEXTS = (
    "Compares the price with her old pair",
    "“Is 38 really 38?” To AVATAR Type. 10:30–11:45 (2024) fi ffi office",
    "Größenführer für Überraschungen, élève naïve",
    "Tiếng Việt có dấu, Ver\u00adbrau\u00adcher, He\u0301",
    "Rina, a commuter — “no”… it’s 25\u00a0% of 10\u202fmin",
    "1.9 57 81 €1,840",
    "Покупает кроссовки онлайн",
    "Αγοράζει παπούτσια",
    "دليل المقاسات لا يحتوي على أنصاف المقاسات، 2024 (رقم 38)؟",
    "คู่มือขนาดไม่มีขนาดครึ่งเบอร์ และฉันไม่แน่ใจ 38",
    "साइज़ गाइड में आधे साइज़ नहीं हैं। क्या 38 सही है?",
    "Size 38 for دليل and ขนาด and साइज़ in one line",
)


def text_element(text: str, style: str) -> str:
    """An SVG `text` in that style, as the renderer draws it."""
    use = STYLES[style]
    slant = "italic" if use.italic and not is_upright(text, style) else "normal"
    css = f"font-family:{families(style)};font-size:{drawn_size(text, style)}px"
    css += f";font-weight:{use.weight};font-style:{slant}"
    css += f";letter-spacing:{use.tracking_em}em" if use.tracking_em else ""
    css += ";font-variant-numeric:tabular-nums" if use.tabular else ""
    return f'<text y="80" style="{css}">{escape(text)}</text>'


def page(pairs: list[tuple[str, str]]) -> str:
    """A page with one `text` for each text and style, and the fonts that jmap embeds for them."""
    used: dict[str, list[str]] = {}
    for text, style in pairs:
        used.setdefault(style, []).append(text)
    drawn = "".join(text_element(text, style) for text, style in pairs)
    start = '<svg xmlns="http://www.w3.org/2000/svg" width="3000" height="120">'
    return f"{start}<style>{font_css(used)}</style>{drawn}</svg>"
