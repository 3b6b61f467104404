"""What is dragged from the palette to the canvas: the kind of thing to place, as MIME data."""

from __future__ import annotations

from PySide6.QtCore import QMimeData

KIND = "application/x-mlp-studio-kind"
KINDS = ("input", "dense", "neuron", "output")


def of_kind(kind: str) -> QMimeData:
    """MIME data that names `kind`. Raises ValueError for an unknown one."""
    if kind not in KINDS:
        raise ValueError(f"{kind!r} is not one of {', '.join(KINDS)}")
    data = QMimeData()
    data.setData(KIND, kind.encode())
    return data


def kind_of(data: QMimeData) -> str | None:
    """The kind `data` names, or None if it is something else."""
    if not data.hasFormat(KIND):
        return None
    kind = bytes(data.data(KIND).data()).decode("ascii", errors="replace")
    return kind if kind in KINDS else None
