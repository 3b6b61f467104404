"""The menu of what is under the pointer: its own commands first."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from mlp_studio.document.document import Document
from mlp_studio.document.selection import Selected, Selection
from mlp_studio.engine import activations
from mlp_studio.project import edits
from mlp_studio.project.model import Project
from mlp_studio.ui.actions import Actions
from mlp_studio.ui.canvas.applying import Applier
from mlp_studio.ui.canvas.building import Building, Pattern
from mlp_studio.ui.conventions import activation_name

_COMMON = ("cut", "copy", "paste", "duplicate", "delete")
_OF_NOTHING = (
    *("add_input", "add_dense", "add_neuron", "add_output", "add_template", "-"),
    *("paste", "select_all", "-", "arrange", "fit", "copy_picture", "export_picture"),
)
_OF_LAYERS = ("add_neuron", "link_selected", "unfold", "fold", "freeze", "unfreeze", "-")
_OF_WEIGHTS = ("edit_weight", "freeze", "unfreeze", "-")
_OF_UNITS = ("add_neuron", "run_to_unit", *_OF_WEIGHTS)
_OF_LINKS = ("add_dense", "add_neuron", "freeze", "unfreeze", "-")


class CanvasMenu(QObject):
    """Made anew for each right click, from the selection that click left."""

    def __init__(
        self,
        *,
        actions: Actions,
        document: Document,
        selection: Selection,
        applier: Applier,
        building: Building,
        align: QMenu,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._window = parent
        self._actions = actions
        self._document = document
        self._selection = selection
        self._applier = applier
        self._building = building
        self._align = align
        self.menu: QMenu | None = None
        """The last one shown."""

    def show(self, _found: object, at: QPoint) -> None:
        """Open at a place of the screen."""
        menu = self.build()
        menu.popup(at)

    def build(self) -> QMenu:
        if self.menu is not None:
            self.menu.deleteLater()
        self.menu = menu = QMenu(self._window)
        chosen = self._selection.current.within(self._document.project)
        if not chosen:
            self._add(menu, _OF_NOTHING)
            return menu
        if chosen.layers or chosen.units:
            self._add_activations(menu, chosen)
            self._add(menu, _OF_LAYERS if chosen.layers else _OF_UNITS)
            if len(chosen.layers) > 1:
                menu.addMenu(self._align)
                menu.addSeparator()
        elif chosen.links:
            self._add_patterns(menu)
            self._add(menu, _OF_LINKS)
        else:
            self._add(menu, _OF_WEIGHTS)
        self._add(menu, _COMMON)
        return menu

    def _add(self, menu: QMenu, names: tuple[str, ...]) -> None:
        for name in names:
            if name == "-":
                menu.addSeparator()
            elif self._actions[name].isEnabled() or name in _COMMON:
                menu.addAction(self._actions[name])

    def _add_activations(self, menu: QMenu, chosen: Selected) -> None:
        project = self._document.project
        layers = set(chosen.layers) | {layer for layer, _ in chosen.units}
        if any(project.layer(layer).kind == "input" for layer in layers):
            return
        submenu = menu.addMenu(self.tr("Activation"))
        current = {project.layer(layer).activation for layer in chosen.layers} | {
            project.layer(layer).activation_of(unit) for layer, unit in chosen.units
        }
        for name in activations.NAMES:
            action = submenu.addAction(activation_name(name))
            action.setCheckable(True)
            action.setChecked(current == {name})
            action.triggered.connect(partial(self._set_activation, name))
        menu.addSeparator()

    def _set_activation(self, name: str, _checked: bool = False) -> None:
        chosen = self._selection.current.within(self._document.project)
        project = self._document.project
        titles = [project.layer(layer).title for layer in sorted(chosen.layers)]
        what = ", ".join(titles) or self.tr("the selected units")
        label = self.tr("Set activation of {layer} to {name}").format(
            layer=what, name=activation_name(name)
        )
        self._applier.apply(label, _with_activation, chosen, name)

    def _add_patterns(self, menu: QMenu) -> None:
        names: dict[Pattern, str] = {
            "dense": self.tr("All edges"),
            "one_to_one": self.tr("One-to-one"),
            "sparse": self.tr("Random half of the edges"),
        }
        for pattern, name in names.items():
            action = menu.addAction(name)
            action.triggered.connect(partial(self._set_pattern, pattern))
        menu.addSeparator()

    def _set_pattern(self, pattern: Pattern, _checked: bool = False) -> None:
        for link in sorted(self._selection.current.within(self._document.project).links):
            self._building.set_link_pattern(link, pattern)


def _with_activation(project: Project, chosen: Selected, name: str) -> Project:
    for layer in chosen.layers:
        project = edits.set_activation(project, layer, name)
    for layer, unit in sorted(chosen.units):
        project = edits.set_unit_activation(project, layer, unit, name)
    return project
