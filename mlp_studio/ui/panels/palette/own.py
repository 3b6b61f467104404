"""The section of the person's own templates."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mlp_studio.ui.mime import PaletteItem
from mlp_studio.ui.own_templates import OwnTemplate, OwnTemplates, TemplateNameError
from mlp_studio.ui.panels.labels import Message, RoleLabel
from mlp_studio.ui.panels.palette.drawing import BROKEN
from mlp_studio.ui.panels.palette.own_tiles import OwnTiles
from mlp_studio.ui.panels.palette.sketch import sketch_of
from mlp_studio.ui.theme import ThemeModel


class OwnSection(QWidget):
    """The tiles, what to do while there are none, and why a name was not taken.

    `removal_wanted` carries the name of a template; whoever asks the person removes it.
    `listed` is emitted when the tiles are others, `told` carries the part that says something new.
    """

    removal_wanted = Signal(str)
    listed = Signal()
    told = Signal(QWidget)

    def __init__(self, templates: OwnTemplates, theme: ThemeModel) -> None:
        super().__init__()
        self._templates = templates
        self.tiles = OwnTiles(theme)
        self.empty = RoleLabel("muted")
        self.message = Message()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self.tiles, self.empty, self.message):
            column.addWidget(part)
        # Later: the tiles are made anew, and must not be while one of them is being edited.
        self.tiles.renamed.connect(self._rename, Qt.ConnectionType.QueuedConnection)
        self.tiles.removal_wanted.connect(self.removal_wanted)
        templates.changed.connect(self._show)
        self.retranslate()

    def retranslate(self) -> None:
        self.tiles.setAccessibleName(self.tr("My templates"))
        self.tiles.retranslate()
        self.empty.setText(self.tr("Layers you save as a template stand here."))
        self._show()

    def type_name(self, name: str) -> None:
        """Let another name be typed for a template, where it stands."""
        rows = [row for row in range(self.tiles.count()) if self.tiles.item(row).text() == name]
        for row in rows[:1]:
            self.tiles.setFocus()
            self.tiles.setCurrentRow(row)
            self.tiles.rename_current()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _show(self) -> None:
        """Show what there is now; the current tile stays the current one."""
        found = self._templates.all
        row = self.tiles.currentRow()
        self.message.say("")
        self.tiles.clear()
        for template in found:
            self._add(template)
        self.tiles.setCurrentRow(min(max(row, 0), len(found) - 1))
        self.tiles.mark_armed()
        self.tiles.setVisible(bool(found))
        self.empty.setVisible(not found)
        self.tiles.updateGeometry()
        self.listed.emit()

    def _add(self, template: OwnTemplate) -> None:
        row = self.tiles.count()
        if template.fragment is None:
            item = self.tiles.add(None, "warning")
            item.setData(BROKEN, True)
            tip = self.tr("{file} cannot be read as a template: {reason}")
            tip = tip.format(file=template.file.name, reason=template.reason)
            self.tiles.describe(row, template.name, self.tr("cannot be read"), tip)
        else:
            sketch = sketch_of(template.fragment)
            item = self.tiles.add(PaletteItem("own_template", template.name), sketch)
            self.tiles.describe(row, template.name, sketch.sizes)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)

    def _rename(self, old: str, new: str) -> None:
        try:
            kept = self._templates.rename(old, new)
        except TemplateNameError as error:
            self._refuse(str(error))
        except OSError as error:
            text = self.tr("The template cannot be renamed: {reason}")
            self._refuse(text.format(reason=error.strerror or str(error)))
        else:
            rows = range(self.tiles.count())
            self.tiles.setCurrentRow(next(at for at in rows if self.tiles.item(at).text() == kept))

    def _refuse(self, sentence: str) -> None:
        self.message.say(sentence)
        self.told.emit(self.message)
