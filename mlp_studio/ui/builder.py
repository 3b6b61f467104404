"""Everything around building: the canvas with its commands, menu, palette, templates, pictures."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal

from mlp_studio.document.document import Document
from mlp_studio.document.selection import Selection
from mlp_studio.ui.actions import Actions
from mlp_studio.ui.canvas import picture
from mlp_studio.ui.canvas.view import NetworkView
from mlp_studio.ui.canvas_commands import CanvasCommands
from mlp_studio.ui.canvas_menu import CanvasMenu
from mlp_studio.ui.dialogs import Ask
from mlp_studio.ui.main_window import MainWindow
from mlp_studio.ui.own_templates import OwnTemplates
from mlp_studio.ui.panels.palette import Palette
from mlp_studio.ui.pictures import Pictures
from mlp_studio.ui.settings import Settings
from mlp_studio.ui.template_commands import TemplateCommands


class Builder(QObject):
    """Builds these parts and wires them to one another; `said` is for the status line."""

    said = Signal(str)

    def __init__(
        self,
        *,
        actions: Actions,
        window: MainWindow,
        canvas: NetworkView,
        palette: Palette,
        own_templates: OwnTemplates,
        document: Document,
        selection: Selection,
        settings: Settings,
        ask: Ask,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._window = window
        self._canvas = canvas
        self._palette = palette
        self._document = document
        self.commands = CanvasCommands(
            actions=actions,
            canvas=canvas,
            document=document,
            selection=selection,
            settings=settings,
            parent=self,
        )
        self.menu = CanvasMenu(
            actions=actions,
            document=document,
            selection=selection,
            applier=canvas.acts.applier,
            building=canvas.acts.building,
            align=window.submenu("align"),
            parent=window,
        )
        self.templates = TemplateCommands(
            acts=canvas.acts,
            own=own_templates,
            document=document,
            ask=ask,
            middle=self._middle,
            parent=window,
        )
        self.pictures = Pictures(
            draw=partial(picture.drawing_if_any, canvas.figure),
            document=document,
            ask=ask,
            parent=self,
        )
        self._wire_canvas()
        self._wire_templates()

    def _wire_canvas(self) -> None:
        canvas, palette = self._canvas, self._palette
        canvas.refused.connect(self.said)
        canvas.menu_wanted.connect(self.menu.show)
        canvas.link_opened.connect(self.show_matrix)
        canvas.placed.connect(palette.disarm)
        palette.chosen.connect(canvas.acts.add)
        palette.armed.connect(canvas.arm)
        for changed in (self._document.data_changed, self._document.replaced):
            changed.connect(self._tell_columns)
        self._tell_columns()
        self.pictures.said.connect(self.said)
        self._actions["copy_picture"].triggered.connect(self.pictures.copy)
        self._actions["export_picture"].triggered.connect(self.pictures.export)

    def _wire_templates(self) -> None:
        templates = self.templates
        templates.said.connect(self.said)
        templates.saved.connect(self._name_template)
        self._palette.removal_wanted.connect(templates.remove)
        self._actions["add_template"].triggered.connect(templates.choose)
        self._actions["save_template"].triggered.connect(templates.save_selection)

    def show_matrix(self, _link: str = "") -> None:
        """Bring the weights of what is selected to the front."""
        self._window.bring("matrix")

    def _tell_columns(self) -> None:
        data = self._document.project.data
        self._palette.set_columns(data.columns if data is not None else ())

    def _name_template(self, name: str) -> None:
        """A template is new: let its name be typed where it stands."""
        self._window.bring("palette")
        self._palette.type_name(name)

    def _middle(self) -> QPoint:
        area = self._canvas.viewport()
        return area.mapToGlobal(area.rect().center())
