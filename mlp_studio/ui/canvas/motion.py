"""Layers that glide to where they belong, unless motion is unwanted."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEasingCurve, QObject, QPointF, QVariantAnimation
from PySide6.QtWidgets import QApplication, QStyle

from mlp_studio.ui.canvas.scene import NetworkScene

_MILLISECONDS = 220


class Motion(QObject):
    """The document is changed already; only what is seen takes a moment to get there."""

    def __init__(self, scene: NetworkScene) -> None:
        super().__init__(scene)
        self._scene = scene
        self.wanted = True
        """Whether the person wants motion at all."""
        self._from: dict[str, QPointF] = {}
        self._to: dict[str, QPointF] = {}
        self._glide = QVariantAnimation(self)
        self._glide.setDuration(_MILLISECONDS)
        self._glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._glide.setStartValue(0.0)
        self._glide.setEndValue(1.0)
        self._glide.valueChanged.connect(self._show)
        self._glide.finished.connect(self.stop)
        document = scene.observed.document
        document.replaced.connect(self.stop)
        document.layer_removed.connect(self.stop)

    @property
    def is_on(self) -> bool:
        return self._glide.state() == QVariantAnimation.State.Running

    def glide(self, before: Mapping[str, QPointF], after: Mapping[str, QPointF]) -> None:
        """From these places to those."""
        self.stop()
        moved = {layer for layer in after if layer in before and before[layer] != after[layer]}
        if not moved or not self.wanted or not system_moves():
            return
        self._from = {layer: before[layer] for layer in moved}
        self._to = {layer: after[layer] for layer in moved}
        self._glide.start()

    def stop(self, _layer: str = "") -> None:
        """At once to the end."""
        self._glide.stop()
        if self._to:
            self._from, self._to = {}, {}
            self._scene.preview_places({})

    def _show(self, share: float) -> None:
        if self._to:
            self._scene.preview_places(
                {
                    layer: self._from[layer] + (end - self._from[layer]) * share
                    for layer, end in self._to.items()
                }
            )


def system_moves() -> bool:
    style = QApplication.style()
    return style.styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) > 0
