"""A slider for a weight: 0 in its middle, as far to each side as the weight asks for."""

from __future__ import annotations

from mlp_studio.ui.panels.sliders import LinearSlider

_LEAST_REACH = 2.0
_ROOM = 2.0
"""The slider reaches to so many times the weight."""
_HALF = 100
"""Steps to each side."""


class WeightSlider(LinearSlider):
    """Its reach stays while it is held: a handle must not run away from the hand."""

    def __init__(self) -> None:
        super().__init__(-1.0, 1.0, 2 * _HALF)
        self.reach = _LEAST_REACH
        # How much of it is left of the handle says nothing: 0 is in the middle.
        self.setStyleSheet("QSlider::sub-page:horizontal { background: palette(mid); }")

    def show_value(self, value: float) -> None:
        if not self.isSliderDown():
            self.reach = max(_LEAST_REACH, _ROOM * abs(value))
        super().show_value(value)

    def _place(self, value: float) -> int:
        return super()._place(min(max(value / self.reach, -1.0), 1.0))

    def _value(self, place: int) -> float:
        return super()._value(place) * self.reach

    def _tell(self, place: int) -> None:
        # Two digits, as other sliders give, would skip most steps beyond 1.
        self.value_moved.emit(float(f"{self._value(place):.2e}"))
