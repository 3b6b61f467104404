"""The commands of the canvas: what each does, which are possible now, what is remembered."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from mlp_studio.document.document import Document
from mlp_studio.document.selection import Selection
from mlp_studio.project import edits
from mlp_studio.ui.actions import Actions
from mlp_studio.ui.canvas.building import Pattern
from mlp_studio.ui.canvas.view import NetworkView
from mlp_studio.ui.mime import KINDS, PaletteItem
from mlp_studio.ui.settings import Settings, Showing, Switch, UnitPictures

_SIDES = ("left", "centre", "right", "top", "middle", "bottom", "across", "down")
_PATTERNS: tuple[Pattern, ...] = ("dense", "one_to_one", "sparse")
_SHOWINGS: tuple[Showing, ...] = ("everything", "focus", "on_click")
_PICTURES: tuple[UnitPictures, ...] = ("auto", "map", "bar", "none")
_SWITCHES: tuple[Switch, ...] = ("heat_maps", "overview", "motion")


class CanvasCommands(QObject):
    """Connects actions with the canvas."""

    def __init__(
        self,
        *,
        actions: Actions,
        canvas: NetworkView,
        document: Document,
        selection: Selection,
        settings: Settings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._canvas = canvas
        self._document = document
        self._selection = selection
        self._settings = settings
        self._connect_acts()
        self._connect_choices()
        self._take_up_settings()
        for signal in (
            *(selection.changed, document.replaced, document.undo_stack.index_changed),
            canvas.figure.refreshed,
        ):
            signal.connect(self._refresh)
        self._refresh()

    def _connect_acts(self) -> None:
        canvas = self._canvas
        acts: dict[str, Callable[[], object]] = {
            "delete": canvas.acts.delete,
            "select_all": canvas.acts.select_all,
            "cut": canvas.acts.cut,
            "copy": canvas.acts.copy,
            "paste": canvas.acts.paste,
            "duplicate": canvas.acts.duplicate,
            "fit": canvas.fit,
            "fit_selection": canvas.fit_selection,
            "zoom_in": canvas.zoom_in,
            "zoom_out": canvas.zoom_out,
            "zoom_reset": canvas.paper.zoom_reset,
            "arrange": canvas.acts.arrange,
            "link_selected": canvas.acts.link,
            "edit_weight": canvas.edit_selected_weight,
            "freeze": self._freeze,
            "unfreeze": self._unfreeze,
            "fold": self._fold,
            "unfold": self._unfold,
        }
        for name, act in acts.items():
            self._actions[name].triggered.connect(act)
        for kind in KINDS:
            self._actions[f"add_{kind}"].setData(kind)
            self._actions[f"add_{kind}"].triggered.connect(self._add)
        for side in _SIDES:
            self._actions[f"align_{side}"].setData(side)
            self._actions[f"align_{side}"].triggered.connect(self._align)

    def _connect_choices(self) -> None:
        for pattern in _PATTERNS:
            self._actions[f"pattern_{pattern}"].triggered.connect(self._set_pattern)
        for showing in _SHOWINGS:
            self._actions[f"showing_{showing}"].triggered.connect(self._set_showing)
        for pictures in _PICTURES:
            self._actions[f"pictures_{pictures}"].triggered.connect(self._set_pictures)
        for switch in _SWITCHES:
            self._actions[switch].triggered.connect(self._set_switches)
        self._canvas.acts.building.pattern_changed.connect(self._show_pattern)

    def _take_up_settings(self) -> None:
        settings, actions = self._settings, self._actions
        actions.choose("showing", settings.showing)
        actions.choose("pictures", settings.unit_pictures)
        for switch in _SWITCHES:
            actions[switch].setChecked(settings.is_on(switch))
        self._show_pattern()
        self._set_showing()
        self._set_pictures()
        self._set_switches()

    def _add(self) -> None:
        self._canvas.acts.add(PaletteItem(self._data()))  # type: ignore[arg-type]  # one of KINDS

    def _align(self) -> None:
        self._canvas.acts.align(self._data())

    def _data(self) -> str:
        return str(getattr(self.sender(), "data", str)())

    def _set_pattern(self) -> None:
        for pattern in _PATTERNS:
            if self._actions[f"pattern_{pattern}"].isChecked():
                self._canvas.acts.building.set_pattern(pattern)

    def _show_pattern(self) -> None:
        self._actions.choose("pattern", self._canvas.acts.building.pattern)

    def _set_showing(self) -> None:
        for showing in _SHOWINGS:
            if self._actions[f"showing_{showing}"].isChecked():
                self._settings.showing = showing
                self._canvas.figure.set_showing(showing)

    def _set_pictures(self) -> None:
        for pictures in _PICTURES:
            if self._actions[f"pictures_{pictures}"].isChecked():
                self._settings.unit_pictures = pictures
                self._canvas.figure.pictures.set_mode(pictures)

    def _set_switches(self) -> None:
        for switch in _SWITCHES:
            self._settings.switch(switch, self._actions[switch].isChecked())
        self._canvas.heat_maps.set_shown(self._actions["heat_maps"].isChecked())
        self._canvas.overview.set_wanted(self._actions["overview"].isChecked())
        self._canvas.motion.wanted = self._actions["motion"].isChecked()

    def _freeze(self) -> None:
        self._set_frozen(True)

    def _unfreeze(self) -> None:
        self._set_frozen(False)

    def _set_frozen(self, frozen: bool) -> None:
        chosen = self._selection.current.within(self._document.project)
        label = self.tr("Freeze the selection") if frozen else self.tr("Unfreeze the selection")
        self._canvas.acts.applier.apply(
            label, edits.set_frozen, frozen, chosen.layers, chosen.units, chosen.links, chosen.edges
        )

    def _fold(self) -> None:
        self._set_unfolded(False)

    def _unfold(self) -> None:
        self._set_unfolded(True)

    def _set_unfolded(self, unfolded: bool) -> None:
        for layer in self._foldable(unfolded):
            self._canvas.figure.set_unfolded(layer, unfolded)

    def _foldable(self, unfolded: bool) -> list[str]:
        """The selected layers, or all, that can be unfolded (or folded)."""
        figure = self._canvas.figure
        chosen = self._selection.current.within(self._document.project)
        wanted = set(chosen.layers) | {layer for layer, _ in chosen.units} or set(figure.layers)
        return sorted(
            layer
            for layer in wanted & figure.layers.keys()
            if figure.layers[layer].column.foldable and (layer in figure.unfolded) != unfolded
        )

    def _refresh(self) -> None:
        """What can be done now."""
        project = self._document.project
        chosen = self._selection.current.within(project)
        layers = set(chosen.layers) | {layer for layer, _ in chosen.units}
        possible = {
            "delete": bool(chosen),
            "select_all": bool(project.layers),
            "arrange": bool(project.layers),
            "cut": bool(layers),
            "copy": bool(layers),
            "duplicate": bool(layers),
            "fit_selection": bool(chosen),
            "link_selected": len(layers) > 1,
            "edit_weight": len(chosen.edges) + len(chosen.units) == 1,
            "freeze": bool(chosen),
            "unfreeze": bool(chosen),
            "fold": bool(self._foldable(False)),
            "unfold": bool(self._foldable(True)),
            "save_template": bool(project.layers),
        }
        for side in _SIDES:
            least = 3 if side in ("across", "down") else 2
            possible[f"align_{side}"] = len(chosen.layers) >= least
        for name, is_possible in possible.items():
            self._actions[name].setEnabled(is_possible)
