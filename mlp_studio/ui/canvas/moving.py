"""Putting layers elsewhere, and units into other places or other layers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, QPointF, QRectF

from mlp_studio.document.selection import Selected, Unit
from mlp_studio.project import edits
from mlp_studio.ui.canvas.applying import Applier, points
from mlp_studio.ui.naming import few, unit_name

_NUDGE = "canvas.nudge"


class Moving(QObject):
    """Each act is one undo entry; successive nudges of the same layers are one together."""

    def __init__(self, applier: Applier) -> None:
        super().__init__(applier)
        self._applier = applier

    def move(self, positions: Mapping[str, QPointF]) -> None:
        """Put layers elsewhere: one entry for a whole drag."""
        self._applier.apply(self._label(positions), edits.move_layers, points(positions))

    def nudge(self, positions: Mapping[str, QPointF]) -> None:
        key = ".".join([_NUDGE, *sorted(positions)])
        label = self._label(positions)
        self._applier.apply_merged(key, label, edits.move_layers, points(positions))

    def arrange(self, positions: Mapping[str, QPointF]) -> None:
        self._applier.apply(self.tr("Arrange"), edits.move_layers, points(positions))

    def align(self, side: str, positions: Mapping[str, QPointF]) -> None:
        """`side` is a key of `aligning.SIDES`, or of the ways to distribute."""
        labels = {
            "left": self.tr("Align {count} layers left"),
            "centre": self.tr("Align {count} layers in one column"),
            "right": self.tr("Align {count} layers right"),
            "top": self.tr("Align {count} layers at the top"),
            "middle": self.tr("Align {count} layers in one row"),
            "bottom": self.tr("Align {count} layers at the bottom"),
            "across": self.tr("Distribute {count} layers from left to right"),
            "down": self.tr("Distribute {count} layers from top to bottom"),
        }
        label = labels[side].format(count=len(positions))
        self._applier.apply(label, edits.move_layers, points(positions))

    def move_units(self, units: Sequence[Unit], layer: str, at: int) -> Selected | None:
        """Put units into a layer before the unit now at `at`; what to select then."""
        project = self._applier.project
        names = few([unit_name(project, project.layer(owner), unit) for owner, unit in units])
        label = self.tr("Move {units} within {layer}")
        if any(owner != layer for owner, _ in units):
            label = self.tr("Move {units} to {layer}")
        label = label.format(units=names, layer=project.layer(layer).title)
        after = (
            ()
            if self.why_not_units(units, layer, at)
            else edits.units_after_move(project, units, layer, at)
        )
        if self._applier.apply(label, edits.move_units, units, layer, at):
            return Selected(units=frozenset(after))
        return None

    def why_not_units(self, units: Sequence[Unit], layer: str, at: int) -> str:
        return self._applier.why_not(edits.move_units, units, layer, at)

    def _label(self, positions: Mapping[str, QPointF]) -> str:
        if len(positions) == 1:
            layer = self._applier.project.layer(next(iter(positions)))
            return self.tr("Move {layer}").format(layer=layer.title)
        return self.tr("Move {count} layers").format(count=len(positions))


_Edge = Callable[[QRectF], float]
_HORIZONTAL: dict[str, _Edge] = {
    "left": QRectF.left,
    "right": QRectF.right,
}
_VERTICAL: dict[str, _Edge] = {"top": QRectF.top, "bottom": QRectF.bottom}


def aligned(
    side: str, places: Mapping[str, QPointF], frames: Mapping[str, QRectF]
) -> dict[str, QPointF]:
    """Where layers go so that one side of all frames, or their middles, is level.

    `frames` are those around the layers' discs, in the scene.
    """
    everything = QRectF()
    for frame in frames.values():
        everything |= frame
    moved = {}
    for layer, at in places.items():
        frame = frames[layer]
        if side in _HORIZONTAL:
            step = QPointF(_HORIZONTAL[side](everything) - _HORIZONTAL[side](frame), 0.0)
        elif side in _VERTICAL:
            step = QPointF(0.0, _VERTICAL[side](everything) - _VERTICAL[side](frame))
        elif side == "centre":
            step = QPointF(everything.center().x() - frame.center().x(), 0.0)
        else:
            step = QPointF(0.0, everything.center().y() - frame.center().y())
        moved[layer] = at + step
    return moved


def distributed(
    way: str, places: Mapping[str, QPointF], frames: Mapping[str, QRectF]
) -> dict[str, QPointF]:
    """Where layers go so that the gaps between them are equal; the two outermost stay.

    `way` is "across" or "down".
    """
    across = way == "across"

    def start(layer: str) -> float:
        return frames[layer].left() if across else frames[layer].top()

    def size(layer: str) -> float:
        return frames[layer].width() if across else frames[layer].height()

    order = sorted(places, key=lambda layer: (start(layer) + size(layer) / 2, layer))
    if len(order) < 3:
        return dict(places)
    room = start(order[-1]) + size(order[-1]) - start(order[0])
    gap = (room - sum(map(size, order))) / (len(order) - 1)
    moved, place = {}, start(order[0])
    for layer in order:
        step = place - start(layer)
        moved[layer] = places[layer] + (QPointF(step, 0.0) if across else QPointF(0.0, step))
        place += size(layer) + gap
    return moved
