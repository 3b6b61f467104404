"""Units show what they do: their response over two inputs, or their output for this sample."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import ceil
from time import perf_counter
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QTimer, Signal

from mlp_studio.project.compile import Compiled
from mlp_studio.ui.canvas.annotations import Reading
from mlp_studio.ui.canvas.column import Column
from mlp_studio.ui.canvas.heat_image import Shades
from mlp_studio.ui.canvas.layer_face import Picture
from mlp_studio.ui.canvas.layer_item import LayerItem
from mlp_studio.ui.canvas.lettering import Lettering
from mlp_studio.ui.canvas.observed import Observed
from mlp_studio.ui.canvas.output_bars import OutputBars
from mlp_studio.ui.canvas.pictures_item import PicturesItem
from mlp_studio.ui.canvas.response_maps import ResponseMaps, affordable
from mlp_studio.ui.theme import Theme

Mode = Literal["auto", "map", "bar", "none"]
Vector = NDArray[np.floating]
BUDGET, BUDGET_AT_REST = 4e-3, 15e-3
"""Seconds that the maps may take: in a frame of a running training, and at rest."""
SHARE = 0.06
"""Of the time, at most, is spent on pictures while weights drift: 4 ms fifteen times a second."""
EVERY = 2
"""Frames from one picture to the next at least: the others have enough to do with the edges."""
_AFTER_A_FRAME = 50
"""Milliseconds in which the next frame of a running training has come."""


@dataclass(frozen=True)
class _Subject:
    """What the pictures are of, but for the parameters. Equal only if of the same network."""

    compiled: Compiled
    picture: Picture
    columns: Mapping[str, Column]
    sample: int
    theme: Theme


class UnitPictures(QObject):
    """Computes the pictures whenever they would be others, and shows them in its `item`.

    The scene asks `kind` before it composes faces, and tells `follow` and `drift` what it shows.
    """

    mode_changed = Signal()

    def __init__(
        self,
        observed: Observed,
        layers: Mapping[str, LayerItem],
        lettering: Lettering,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = observed.document
        self._cursor = observed.cursor
        self._theme = observed.theme
        self._layers = layers
        self.item = PicturesItem(layers, observed.theme.theme, lettering)
        self._mode: Mode = "auto"
        self._picture: Picture = ""
        self._subject: _Subject | None = None
        self._up_to_date = False
        self._maps: ResponseMaps | None = None
        self._bars: OutputBars | None = None
        self._latest: Vector | None = None
        self._not_before = 0.0
        self._drifts = 0
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._catch_up)

    @property
    def mode(self) -> Mode:
        return self._mode

    def set_mode(self, mode: Mode) -> None:
        """Maps, bars, or neither; "auto": maps for two columns of data, else bars."""
        if mode != self._mode:
            self._mode = mode
            self.mode_changed.emit()

    @property
    def picture(self) -> Picture:
        """What is shown now."""
        return self._picture

    def kind(self, reading: Reading | None) -> Picture:
        """What units show: nothing while the numbers of a pass stand there, or cannot be had."""
        data = self._document.project.data
        if self._document.compiled is None or data is None or reading is not None:
            return ""
        flat = len(data.columns) == 2
        if self._mode == "auto":
            return "map" if flat else "bar"
        if self._mode == "map":
            return "map" if flat else ""
        return "bar" if self._mode == "bar" else ""

    def follow(self, picture: Picture, parameters: Vector | None) -> None:
        """Items stand where the model says: show this for the parameters (P,) they show."""
        self._later.stop()
        self._latest = None
        self._picture = picture
        compiled = self._document.compiled
        if not picture or compiled is None or parameters is None:
            self._subject = None
            self.item.show_nothing()
            return
        columns = {layer: item.column for layer, item in self._layers.items()}
        subject = _Subject(compiled, picture, columns, self._cursor.sample, self._theme.theme)
        at_rest = parameters is compiled.parameters
        if self._up_to_date and at_rest and subject == self._subject:
            self.item.follow_layers()
            return
        if subject != self._subject:
            self._subject, self._maps, self._bars = subject, None, None
        self._compute(subject, parameters, BUDGET_AT_REST if at_rest else BUDGET)
        self._up_to_date = at_rest

    def drift(self, parameters: Vector) -> None:
        """Only the parameters (P,) are others: now, or as soon as there is time for it."""
        self._up_to_date = False
        self._latest = parameters
        self._drifts += 1
        wait = self._not_before - perf_counter()
        if wait <= 0.0 and self._drifts >= EVERY:
            self._catch_up()
        else:
            # Of a run the next frame comes before: only there does its worker make room.
            self._later.start(ceil(1000.0 * max(wait, 0.0)) + _AFTER_A_FRAME)

    def _catch_up(self) -> None:
        parameters, self._latest = self._latest, None
        if parameters is None or self._subject is None:
            return
        begun, self._drifts = perf_counter(), 0
        self._compute(self._subject, parameters, BUDGET)
        self._not_before = begun + (perf_counter() - begun) / SHARE

    def _compute(self, subject: _Subject, parameters: Vector, budget: float) -> None:
        project = self._document.project
        if subject.picture == "bar":
            self._bars = self._bars or OutputBars(project, subject.compiled)
            self.item.show_bars(self._bars.lengths(subject.sample, parameters))
            return
        shown = {layer: column.shown for layer, column in subject.columns.items()}
        count = sum(map(len, shown.values()))
        resolution = affordable(subject.compiled.network, count, budget)
        if self._maps is None or self._maps.resolution != resolution:
            self._maps = ResponseMaps(project, subject.compiled, shown, resolution)
        self._maps.fill(parameters, _colours(subject.theme))
        self.item.show_maps(self._maps)


@lru_cache(maxsize=2)
def _colours(theme: Theme) -> NDArray[np.uint32]:
    # Mixed anew they would take longer than all maps of a small network.
    return Shades(theme).table
