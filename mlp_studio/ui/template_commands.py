"""Templates from menus and keys: a list to choose from, and keeping one's own."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from mlp_studio.document.document import Document
from mlp_studio.project import fragments
from mlp_studio.project.model import Project
from mlp_studio.project.templates import TEMPLATES
from mlp_studio.ui.canvas.acts import Acts
from mlp_studio.ui.dialogs import Ask
from mlp_studio.ui.mime import PaletteItem
from mlp_studio.ui.own_templates import OwnTemplates, TemplateExistsError


class TemplateCommands(QObject):
    """What the commands for templates do; `saved` names a template that is new in the palette."""

    saved = Signal(str)
    said = Signal(str)

    def __init__(
        self,
        *,
        acts: Acts,
        own: OwnTemplates,
        document: Document,
        ask: Ask,
        middle: Callable[[], QPoint],
        parent: QWidget,
    ) -> None:
        """`middle` is where on the screen the list opens."""
        super().__init__(parent)
        self._acts = acts
        self._own = own
        self._document = document
        self._ask = ask
        self._middle = middle
        self._window = parent
        self.menu: QMenu | None = None
        """The last list that was opened."""

    def choose(self) -> None:
        """Open the list of all templates; the chosen one is placed on the canvas."""
        if self.menu is not None:
            self.menu.deleteLater()
        self.menu = menu = QMenu(self._window)
        for template in TEMPLATES:
            title = QCoreApplication.translate("Templates", template.title)
            action = menu.addAction(title)
            action.setToolTip(QCoreApplication.translate("Templates", template.what))
            action.setData(PaletteItem("template", template.name))
        readable = [template for template in self._own.all if template.fragment is not None]
        if readable:
            menu.addSeparator()
        for own in readable:
            menu.addAction(own.name.replace("&", "&&")).setData(
                PaletteItem("own_template", own.name)
            )
        menu.setToolTipsVisible(True)
        menu.setActiveAction(menu.actions()[0])
        for action in menu.actions():
            action.triggered.connect(self._place)
        size = menu.sizeHint()
        menu.popup(self._middle() - QPoint(size.width() // 2, size.height() // 2))

    def save_selection(self) -> None:
        """Keep the selected layers, or the whole network, under a name that can be changed."""
        fragment = self._acts.copying.fragment() or self._everything()
        number = 1
        while True:
            name = self.tr("Template {number}").format(number=number)
            try:
                kept = self._own.save(name, fragment)
            except TemplateExistsError:
                number += 1
                continue
            except OSError as error:
                sentence = self.tr("The template cannot be saved.")
                self._ask.tell_error(sentence, error.strerror or str(error))
                return
            break
        self.saved.emit(kept)
        self.said.emit(
            self.tr("Saved as “{name}”: type another name, or press Enter.").format(name=kept)
        )

    def remove(self, name: str) -> None:
        """Delete an own template, if the person means it."""
        if not self._ask.may_remove_template(name):
            return
        try:
            self._own.remove(name)
        except OSError as error:
            sentence = self.tr("The template “{name}” cannot be deleted.").format(name=name)
            self._ask.tell_error(sentence, error.strerror or str(error))

    def _everything(self) -> Project:
        project = self._document.project
        return fragments.extract(project, [layer.id for layer in project.layers])

    def _place(self) -> None:
        item = getattr(self.sender(), "data", lambda: None)()
        if isinstance(item, PaletteItem):
            self._acts.add(item)
