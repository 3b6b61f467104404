"""What the parts of the data are called above their figures."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from mlp_studio.project.model import Part
from mlp_studio.project.translation import QT_TRANSLATE_NOOP

_NAMES: dict[Part, str] = {
    "train": QT_TRANSLATE_NOOP("PartNames", "Train"),
    "validation": QT_TRANSLATE_NOOP("PartNames", "Validation"),
    "test": QT_TRANSLATE_NOOP("PartNames", "Test"),
}


def part_name(part: Part) -> str:
    """In the language of the window."""
    return QCoreApplication.translate("PartNames", _NAMES[part])


def part_names(parts: Iterable[Part]) -> tuple[str, ...]:
    return tuple(part_name(part) for part in parts)
