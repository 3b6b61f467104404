"""Three degrees of attention: what is computed now, what is at rest, what steps back."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtGui import QColor

from mlp_studio.ui.theme import Theme, blend


class Emphasis(IntEnum):
    BACK = 0
    REST = 1
    LIT = 2


def ink(theme: Theme, emphasis: Emphasis) -> QColor:
    """The colour of plain text."""
    return theme.muted if emphasis is Emphasis.BACK else theme.ink


def outline(theme: Theme, emphasis: Emphasis, lit: QColor) -> QColor:
    """The colour of a border; `lit` is the colour of what is computed now."""
    if emphasis is Emphasis.LIT:
        return lit
    share = 1.0
    if emphasis is Emphasis.BACK:
        share = 0.7 if theme.dark else 0.45
    return blend(theme.muted, theme.panel, share)


def signed_ink(theme: Theme, value: float, emphasis: Emphasis) -> QColor:
    """The colour of a signed number: by its sign, unless it steps back."""
    if emphasis is Emphasis.BACK or value == 0 or value != value:
        return theme.muted
    return theme.positive if value > 0 else theme.negative
