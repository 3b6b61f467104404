"""From the cube to the widget: where things stand, and how near they are."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF

from mlp_studio.engine.projection import Camera, Plane

Array = NDArray[np.float64]
START = Camera(yaw=-0.62, pitch=0.40, distance=7.0)
"""From above and a little to the side: three faces of the cube are seen."""
_REACH = 1.64
"""Half the room that the cube takes up, whichever way it is turned."""
_DEEPEST = np.sqrt(3.0)


@dataclass(frozen=True, eq=False)
class Eye:
    """`field` is where the cube goes; without a camera its front face fills it."""

    field: QRectF
    camera: Camera | None

    @property
    def is_flat(self) -> bool:
        return self.camera is None

    def see(self, places: Array) -> Array:
        """Places (n, 3) in the cube as (n, 3): x and y of the widget, and the depth, near is 1."""
        centre = self.field.center()
        seen = np.empty((len(places), 3))
        if self.camera is None:
            seen[:, 0] = centre.x() + places[:, 0] * (self.field.width() / 2)
            seen[:, 1] = centre.y() - places[:, 1] * (self.field.height() / 2)
            seen[:, 2] = 1.0
            return seen
        looked = self.camera.look(places)
        seen[:, 0] = centre.x() + looked[:, 0] * self.scale
        seen[:, 1] = centre.y() - looked[:, 1] * self.scale
        seen[:, 2] = (looked[:, 2] / _DEEPEST + 1.0) / 2.0
        return seen

    def point(self, place: Array) -> QPointF:
        x, y, _ = self.see(place.reshape(1, 3))[0]
        return QPointF(x, y)

    @property
    def scale(self) -> float:
        """Pixels to a half cube, where the cube is neither near nor far."""
        return min(self.field.width(), self.field.height()) / 2 / _REACH

    def faces(self, plane: Plane) -> bool:
        """Whether the eye is on the positive side of a plane."""
        return self.camera is not None and self.camera.is_in_front(plane)

    def in_front(self, plane: Plane, places: Array) -> NDArray[np.bool_]:
        """Which places (n, 3) are on the eye's side of a plane."""
        if self.camera is None:
            return np.ones(len(places), bool)
        side: NDArray[np.bool_] = (plane.values(places) >= 0.0) == self.faces(plane)
        return side
