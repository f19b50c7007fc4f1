"""Bytes become text: UTF-8 and nothing else, with a guess at what else it may be."""

from __future__ import annotations

import codecs

LIMIT = 1_000_000  # bytes

_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_NO_TEXT = (
    (b"PK\x03\x04", "a ZIP archive, as documents of Word and Excel are"),
    (b"\xd0\xcf\x11\xe0", "an old document of Word or Excel"),
    (b"{\\rtf", "a document in Rich Text Format"),
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
)
_ASIAN = (
    ("shift_jis", "Shift JIS"),
    ("euc_jp", "EUC-JP"),
    ("gb18030", "GB 18030"),
    ("big5", "Big5"),
    ("euc_kr", "EUC-KR"),
)


class NotUtf8(ValueError):
    """The bytes are not UTF-8; `line` and `column` of the first bad one, and the text as far as it can be read."""

    expected = "UTF-8: save the file again in that encoding"

    def __init__(self, message: str, text: str, line: int = 1, column: int = 1) -> None:
        super().__init__(message)
        self.text, self.line, self.column = text, line, column


class NoText(NotUtf8):
    """The bytes are something else altogether."""

    expected = "a text file; programs for text offer that as “plain text”"


def decode(data: bytes) -> str:
    """The text, without a byte order mark. Raises NotUtf8."""
    data = data.removeprefix(codecs.BOM_UTF8)
    other = next((name for mark, name in _NO_TEXT if data.startswith(mark)), "")
    if other:
        raise NoText(f"the file is {other}", "")
    guess = _wide(data)
    if guess:
        raise NotUtf8(f"the file is in {guess}", "")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        last = before.replace("\r\n", "\n").replace("\r", "\n").rpartition("\n")[2]
        line = before.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
        message = f"the byte 0x{data[error.start]:02X} is not UTF-8{_narrow(data, error.start)}"
        raise NotUtf8(message, data.decode("utf-8", "replace"), line, len(last) + 1) from None


def _wide(data: bytes) -> str:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    head = data[:400]
    if len(head) >= 4 and head.count(0) * 10 >= len(head) * 3:
        return "UTF-32" if head.count(0) * 10 >= len(head) * 6 else "UTF-16"
    return ""


def _narrow(data: bytes, at: int) -> str:
    """What the encoding most likely is: a lone high byte is a European accent, runs of them are not."""
    lone = data[at + 1 : at + 2] < b"\x80" and data[at - 1 : at] < b"\x80"
    if lone and data[at] not in b"\x81\x8d\x8f\x90\x9d":
        return "; the file seems to be in Windows-1252 (Western European)"
    for codec, name in _ASIAN:
        try:
            data.decode(codec)
        except UnicodeDecodeError:
            continue
        return f"; the file seems to be in {name}"
    return ""
