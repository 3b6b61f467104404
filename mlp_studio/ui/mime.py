"""What is dragged from the palette to the canvas: the thing to place, as MIME data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

import msgspec
from PySide6.QtCore import QMimeData

from mlp_studio.engine.expressions import ExpressionError, parse_expression

KIND = "application/x-mlp-studio-kind"
MAX_BYTES = 8192
"""A formula of the greatest length there may be, with room to spare."""

LayerKind = Literal["input", "dense", "neuron", "output"]
ItemKind = Literal["input", "dense", "neuron", "output", "feature", "template", "own_template"]
KINDS: tuple[LayerKind, ...] = get_args(LayerKind)
"""What needs no value to say what it is."""


@dataclass(frozen=True, slots=True)
class PaletteItem:
    """A thing to place. Hashable: it also says which tile of the palette it is.

    `value` is the formula of a "feature", the name of a "template" that ships or of an
    "own_template" of the person's, and "" for the four KINDS.
    """

    kind: ItemKind
    value: str = ""


def of(item: PaletteItem) -> QMimeData:
    """MIME data that says what `item` is."""
    data = QMimeData()
    data.setData(KIND, msgspec.json.encode(item))
    return data


def item_of(data: QMimeData) -> PaletteItem | None:
    """What `data` says, or None if it is something else. Any program may have written it."""
    content = bytes(data.data(KIND).data())
    if not 0 < len(content) <= MAX_BYTES:
        return None
    try:
        item = msgspec.json.decode(content, type=PaletteItem)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    return item if _makes_sense(item) else None


def _makes_sense(item: PaletteItem) -> bool:
    if item.kind in KINDS:
        return not item.value
    if item.kind != "feature":
        return item.value.isprintable() and bool(item.value.strip())
    try:
        parse_expression(item.value)
    except ExpressionError:
        return False
    return True


def of_kind(kind: LayerKind) -> QMimeData:
    """MIME data that names `kind`."""
    return of(PaletteItem(kind))


def kind_of(data: QMimeData) -> str | None:
    """Which of the four KINDS `data` names, or None if it is something else."""
    item = item_of(data)
    return item.kind if item is not None and item.kind in KINDS else None
