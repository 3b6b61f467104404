"""Marks sentences for translation without Qt: lupdate finds the calls by their name."""

from __future__ import annotations


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """The English `text` unchanged; whoever shows it looks up the translation in its context."""
    return text
