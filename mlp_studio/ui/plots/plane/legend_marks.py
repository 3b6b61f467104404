"""The marks of a legend: they are those of the plane itself."""

from __future__ import annotations

from PySide6.QtGui import QPixmap

from mlp_studio.ui.class_marks import Mark, class_colours, ring, stamp, toothed_line
from mlp_studio.ui.plots.plane.cloud import Cloud
from mlp_studio.ui.theme import Theme

_SIZE = 4.5
_RING = 3.0


class LegendMarks:
    """Of one cloud in one theme, for a screen of this device pixel ratio."""

    def __init__(self, theme: Theme, ratio: float, cloud: Cloud) -> None:
        self._theme = theme
        self._ratio = ratio
        self._cloud = cloud

    def of_classes(self) -> list[QPixmap]:
        """One for each class; none where the samples are numbers."""
        if self._cloud.labels is None:
            return []
        colours = class_colours(self._theme, self._cloud.classes)
        return [self._stamp(Mark(number, colour, True)) for number, colour in enumerate(colours)]

    def sample(self, *, filled: bool) -> QPixmap:
        """A sample of no class in particular."""
        theme = self._theme
        if self._cloud.scale is not None:
            return self._stamp(Mark(0, theme.panel, filled, theme.ink))
        return self._stamp(Mark(0, theme.muted, filled))

    def ring(self, role: str) -> QPixmap:
        return ring(_RING, getattr(self._theme, role), self._theme.panel, self._ratio)

    def line(self) -> QPixmap:
        return toothed_line(self._theme, self._ratio)

    def _stamp(self, mark: Mark) -> QPixmap:
        return stamp(mark, _SIZE, self._theme, self._ratio)
