"""Build, Step, Train: which panels stand around the canvas, and where; nothing else changes."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QDockWidget, QMainWindow

from mlp_studio.project.translation import QT_TRANSLATE_NOOP
from mlp_studio.ui.settings import PerspectiveName, Settings

NARROW = 1100
"""Below this width of the window the panels on the right become tabs on the left."""
LOW = 900
"""Below this height of the window the settings of training are a tab beside the data."""
LEFT_WIDTH = 280
RIGHT_WIDTH = 360
ROOMY, _ROOMY_RIGHT = 1600, 480
"""From this width of the window on, what is seen of learning is this wide."""
_WIDE_LEFT = 300
"""Wide enough for the tabs of a narrow window, and for a line of the step list."""
_STEPPER_HEIGHT = 100
_LOSS_SHARE, _LOSS_HEIGHTS = 0.28, (190, 320)
"""How high the panels at the bottom begin; no more than they need, the canvas needs the rest."""
_STACKED_SHARES = {"palette": 0.55, "training": 0.7, "decision": 0.5}
"""The share of its side's height that a stacked panel takes.

These keep the top of that side for themselves where there is room; the rest are tabs.
"""
_IF_ROOMY = ("matrix", "history", "costs", "check", "unit", "metrics")
"""Panels that a narrow window begins without; View › Panels brings them."""
_LAYOUT_VERSION = 6
"""Raised when panels are renamed or added, so that an old layout is not half restored."""

Side = Literal["left", "right", "bottom"]


@dataclass(frozen=True, slots=True)
class PanelSpec:
    """A dockable panel; `shown_in` are the perspectives it belongs to, none if only on request."""

    name: str
    title: str
    side: Side
    shown_in: frozenset[PerspectiveName]


def _panel(name: str, title: str, side: Side, *shown_in: PerspectiveName) -> PanelSpec:
    return PanelSpec(name, title, side, frozenset(shown_in))


PANELS = (
    _panel("palette", QT_TRANSLATE_NOOP("Panels", "Palette"), "left", "build"),
    _panel("training", QT_TRANSLATE_NOOP("Panels", "Training"), "left", "train"),
    _panel("data", QT_TRANSLATE_NOOP("Panels", "Data"), "left", "build", "train"),
    _panel("outline", QT_TRANSLATE_NOOP("Panels", "Outline"), "left", "build"),
    _panel("steps", QT_TRANSLATE_NOOP("Panels", "Steps"), "left", "step"),
    _panel("guide", QT_TRANSLATE_NOOP("Panels", "Guide"), "left", "step"),
    _panel("inspector", QT_TRANSLATE_NOOP("Panels", "Inspector"), "right", "build"),
    _panel("matrix", QT_TRANSLATE_NOOP("Panels", "Weights"), "right", "build"),
    _panel("history", QT_TRANSLATE_NOOP("Panels", "History"), "right", "build"),
    _panel("calculation", QT_TRANSLATE_NOOP("Panels", "Calculation"), "right", "step"),
    _panel("lens", QT_TRANSLATE_NOOP("Panels", "Paths"), "right", "step"),
    _panel("costs", QT_TRANSLATE_NOOP("Panels", "Costs"), "right", "step"),
    _panel("check", QT_TRANSLATE_NOOP("Panels", "Check"), "right", "step"),
    _panel("decision", QT_TRANSLATE_NOOP("Panels", "Decision view"), "right", "train"),
    _panel("hidden", QT_TRANSLATE_NOOP("Panels", "Hidden space"), "right", "train"),
    _panel("unit", QT_TRANSLATE_NOOP("Panels", "Unit"), "right", "train"),
    _panel("metrics", QT_TRANSLATE_NOOP("Panels", "Numbers"), "right", "train"),
    _panel("drawing", QT_TRANSLATE_NOOP("Panels", "Draw data"), "right"),
    _panel("stepper", QT_TRANSLATE_NOOP("Panels", "Time machine"), "bottom", "step"),
    _panel("loss", QT_TRANSLATE_NOOP("Panels", "Loss"), "bottom", "train"),
    _panel("table", QT_TRANSLATE_NOOP("Panels", "Table"), "bottom"),
)

_AREAS = {
    "left": Qt.DockWidgetArea.LeftDockWidgetArea,
    "right": Qt.DockWidgetArea.RightDockWidgetArea,
    "bottom": Qt.DockWidgetArea.BottomDockWidgetArea,
}


class Perspectives(QObject):
    """Shows one perspective at a time; each remembers its own layout, wide and narrow apart."""

    changed = Signal(str)

    def __init__(
        self, window: QMainWindow, docks: dict[str, QDockWidget], settings: Settings
    ) -> None:
        super().__init__(window)
        self._window = window
        self._docks = docks
        self._settings = settings
        self._current: PerspectiveName = settings.perspective
        self._narrow = False
        self._low = False
        self._shown = False

    @property
    def current(self) -> PerspectiveName:
        return self._current

    @property
    def narrow(self) -> bool:
        return self._narrow

    def start(self, size: QSize) -> None:
        """Lay the panels out for the first time, in a window of this size."""
        self._narrow, self._low = size.width() < NARROW, size.height() < LOW
        self._shown = True
        self._restore()
        self._focus_canvas()

    def show(self, name: PerspectiveName) -> None:
        if name == self._current and self._shown:
            return
        self.remember()
        self._current = name
        self._settings.perspective = name
        self._restore()
        self._focus_canvas()
        self.changed.emit(name)

    def fit_size(self, size: QSize) -> None:
        """The window is of this size now."""
        if not self._shown:
            return
        narrow, low = size.width() < NARROW, size.height() < LOW
        if self._shape(narrow, low) == self._shape(self._narrow, self._low):
            self._narrow, self._low = narrow, low
            return
        self.remember()
        self._narrow, self._low = narrow, low
        self._restore()

    def remember(self) -> None:
        """Keep the current layout for the next time."""
        if self._shown:
            self._settings.set_layout(self._key, self._window.saveState(_LAYOUT_VERSION))

    def reset(self) -> None:
        """Every panel back to its usual place, in all perspectives."""
        self._settings.forget_layouts()
        self._lay_out()

    def _focus_canvas(self) -> None:
        # The panel that had the focus may be gone; Qt would pass it to the toolbar.
        if (canvas := self._window.centralWidget()) is not None:
            canvas.setFocus()

    @property
    def _key(self) -> str:
        return f"{self._current}-{self._shape(self._narrow, self._low)}"

    def _shape(self, narrow: bool, low: bool) -> str:
        if narrow:
            return "narrow"
        # Only the settings of training need more height than a low window has.
        return "low" if low and self._current == "train" else "wide"

    def _stacks(self, spec: PanelSpec) -> bool:
        """Whether the panel stands above the tabs of its side, not among them."""
        room = self._shape(self._narrow, self._low) == "wide"
        return room and spec.name in _STACKED_SHARES

    def _restore(self) -> None:
        # A remembered state only moves docks it knows, so begin from the usual places.
        self._lay_out()
        state = self._settings.layout(self._key)
        if not state.isEmpty():
            self._window.restoreState(state, _LAYOUT_VERSION)

    def _lay_out(self) -> None:
        window = self._window
        for dock in self._docks.values():
            dock.setFloating(False)
            window.removeDockWidget(dock)
        # What is seen of learning is the higher the better; a pass is rather long.
        is_tall = self._current == "train" and not self._narrow
        corner = Qt.DockWidgetArea.RightDockWidgetArea if is_tall else _AREAS["bottom"]
        window.setCorner(Qt.Corner.BottomRightCorner, corner)
        members = [spec for spec in PANELS if self._belongs(spec)]
        for spec in members:
            if self._side(spec) == "bottom":
                self._place(spec)
        for side in ("right", "left"):
            self._lay_out_side([spec for spec in members if self._side(spec) == side])
        self._place_the_absent(members)
        # Sizes are given out only once Qt has laid the panels out.
        if (layout := self._window.layout()) is not None:
            layout.activate()
        self._resize(members)

    def _belongs(self, spec: PanelSpec) -> bool:
        """Whether a panel is there to begin with: where all are tabs there is no room for all."""
        return self._current in spec.shown_in and not (self._narrow and spec.name in _IF_ROOMY)

    def _side(self, spec: PanelSpec) -> Side:
        return "left" if self._narrow and spec.side == "right" else spec.side

    def _place(self, spec: PanelSpec) -> None:
        dock = self._docks[spec.name]
        self._window.addDockWidget(_AREAS[self._side(spec)], dock)
        dock.show()

    def _lay_out_side(self, members: list[PanelSpec]) -> None:
        """The stacked panel on top, the others as tabs below; in a small window all are tabs."""
        stacked = [spec for spec in members if self._stacks(spec)]
        tabbed = [spec for spec in members if spec not in stacked]
        for spec in (*stacked, *tabbed):
            self._place(spec)
        for first, second in pairwise(tabbed):
            self._window.tabifyDockWidget(self._docks[first.name], self._docks[second.name])
        if tabbed:
            # Of a network that is built the palette, of a pass its calculation is needed first.
            moved = [spec for spec in tabbed if spec.side == "right" and self._current != "build"]
            self._docks[(moved or tabbed)[0].name].raise_()

    def _place_the_absent(self, members: list[PanelSpec]) -> None:
        """Panels of other perspectives are hidden at their side: View › Panels brings them.

        They come back as one more tab there, not as a slice of what little room there is.
        """
        for spec in PANELS:
            if spec in members:
                continue
            side, dock = self._side(spec), self._docks[spec.name]
            self._window.addDockWidget(_AREAS[side], dock)
            tabs = [each for each in members if self._side(each) == side and not self._stacks(each)]
            if tabs and side != "bottom":
                self._window.tabifyDockWidget(self._docks[tabs[-1].name], dock)
            dock.hide()

    def _resize(self, members: list[PanelSpec]) -> None:
        """Give each side its usual width, and each panel above or below another its height."""
        is_wide = self._narrow or self._current == "step"
        is_roomy = self._current == "train" and self._window.width() >= ROOMY
        widths = {
            "left": _WIDE_LEFT if is_wide else LEFT_WIDTH,
            "right": _ROOMY_RIGHT if is_roomy else RIGHT_WIDTH,
        }
        for side, width in widths.items():
            docks = [self._docks[spec.name] for spec in members if self._side(spec) == side]
            if docks:
                horizontal = Qt.Orientation.Horizontal
                self._window.resizeDocks(docks, [width] * len(docks), horizontal)
        least, most = _LOSS_HEIGHTS
        loss = min(max(round(_LOSS_SHARE * self._window.height()), least), most)
        bottom = {"loss": loss, "stepper": _STEPPER_HEIGHT}
        heights = {spec.name: bottom[spec.name] for spec in members if spec.side == "bottom"}
        height = self._window.height() - sum(heights.values())
        for stacked in (spec.name for spec in members if self._stacks(spec)):
            side = next(spec.side for spec in members if spec.name == stacked)
            tabbed = [spec.name for spec in members if spec.side == side and spec.name != stacked]
            share = _STACKED_SHARES[stacked]
            heights[stacked] = round(height * share)
            heights |= {name: round(height * (1 - share)) for name in tabbed}
        docks = [self._docks[name] for name in heights]
        self._window.resizeDocks(docks, list(heights.values()), Qt.Orientation.Vertical)
