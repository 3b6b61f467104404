"""From the bytes of a table to its text: which encoding they are in, and what cannot be text."""

from __future__ import annotations

import codecs

from mlp_studio.project.importing.errors import ImportTableError
from mlp_studio.project.recipe import ENCODINGS
from mlp_studio.project.translation import QT_TRANSLATE_NOOP

MAX_TABLE_BYTES = 200 * 2**20
_ZIP = b"PK\x03\x04"
_UTF_16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_ENOUGH = 200_000
"""Characters that tell one code page from another."""


def encoding_of(content: bytes) -> str:
    """One of ENCODINGS: by the byte order mark, or the first that the bytes make sense in."""
    if content.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if content.startswith(_UTF_16_MARKS):
        return "utf-16"
    if _decodes(content, "utf-8"):
        return "utf-8"
    if _decodes(content, "cp949") and _is_korean(content):
        return "cp949"
    return "cp1252"


def text_of(content: bytes, encoding: str) -> str:
    """The text, without a byte order mark. Raises ImportTableError where it is none."""
    _refuse_what_is_no_text(content)
    if encoding not in ENCODINGS:
        raise ImportTableError(
            QT_TRANSLATE_NOOP(
                "ImportTableError", "“{encoding}” is not a known encoding: choose one of {known}."
            ),
            encoding=encoding[:40],
            known=", ".join(ENCODINGS),
        )
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise ImportTableError(
            QT_TRANSLATE_NOOP(
                "ImportTableError",
                "Row {row} holds bytes ({found}) that are no text in {encoding}: "
                "choose another encoding.",
            ),
            row=content[: error.start].count(b"\n") + 1,
            found=content[error.start : error.start + 4].hex(" "),
            encoding=encoding,
        ) from error
    text = text.removeprefix("\ufeff")
    zero = text.find("\0")
    if zero >= 0:
        raise ImportTableError(
            QT_TRANSLATE_NOOP(
                "ImportTableError",
                "Row {row} holds a zero byte: this is not a table of text, or not one in "
                "{encoding}. Save it as CSV in UTF-8.",
            ),
            row=text.count("\n", 0, zero) + 1,
            encoding=encoding,
        )
    return text


def _refuse_what_is_no_text(content: bytes) -> None:
    if len(content) > MAX_TABLE_BYTES:
        raise ImportTableError(
            QT_TRANSLATE_NOOP(
                "ImportTableError", "The table is larger than {most} MB: take a part of it."
            ),
            most=MAX_TABLE_BYTES // 2**20,
        )
    if content.startswith(_ZIP):
        raise ImportTableError(
            QT_TRANSLATE_NOOP(
                "ImportTableError",
                "This is a zipped file, such as a workbook (.xlsx), not a table of text: "
                "save it as CSV from the spreadsheet program.",
            )
        )


def _decodes(content: bytes, encoding: str) -> bool:
    try:
        content.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _is_korean(content: bytes) -> bool:
    """Whether most of what is not ASCII are everyday Hangul syllables.

    Western letters make valid cp949 too, but rare syllables and Chinese characters of it.
    """
    foreign = [c for c in content.decode("cp949")[:_ENOUGH] if not c.isascii()]
    if not foreign:
        foreign = [c for c in content.decode("cp949") if not c.isascii()]
    everyday = sum("가" <= c <= "힣" and _is_everyday(c) for c in foreign)
    return 2 * everyday >= len(foreign)


def _is_everyday(syllable: str) -> bool:
    """Whether it is among the 2,350 of KS X 1001, whose two bytes are both above A0."""
    return min(syllable.encode("cp949")) > 0xA0
