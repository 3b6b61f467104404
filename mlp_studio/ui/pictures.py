"""Copy and export a picture: of the canvas, or of anything else that can be drawn."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtGui import QGuiApplication

from mlp_studio.document.document import Document
from mlp_studio.ui import drawing as drawings
from mlp_studio.ui.dialogs import Ask
from mlp_studio.ui.drawing import Drawing
from mlp_studio.ui.examples import in_language

_UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
"""What one system or another does not allow in the name of a file."""


class Pictures(QObject):
    """What the commands for pictures do. `said` tells in a sentence what came of it."""

    said = Signal(str)

    def __init__(
        self,
        *,
        draw: Callable[[], Drawing | None],
        document: Document,
        ask: Ask,
        parent: QObject | None = None,
    ) -> None:
        """`draw` gives what is seen at that moment, None if there is nothing."""
        super().__init__(parent)
        self._draw = draw
        self._document = document
        self._ask = ask

    def copy(self) -> None:
        """Put the picture on the clipboard, in twice the resolution of a screen."""
        drawing = self._drawing()
        if drawing is not None:
            QGuiApplication.clipboard().setImage(drawings.image(drawing))
            self.said.emit(self.tr("The picture is on the clipboard."))

    def export(self) -> None:
        """Ask for a file and write the picture there."""
        drawing = self._drawing()
        if drawing is None:
            return
        chosen = self._ask.picture_to_save(self._folder() / f"{self._name()}.png")
        if chosen is None:
            return
        path = chosen.absolute()
        try:
            drawings.save(drawing, path)
        except OSError as error:
            sentence = self.tr("“{name}” cannot be written.").format(name=path.name)
            self._ask.tell_error(sentence, error.strerror or str(error))
        else:
            self.said.emit(self.tr("The picture is in “{name}”.").format(name=path.name))

    def _drawing(self) -> Drawing | None:
        drawing = self._draw()
        if drawing is None:
            self.said.emit(self.tr("There is nothing to make a picture of yet."))
        return drawing

    def _name(self) -> str:
        """The project's name, as a file may be called."""
        path = self._document.path
        title = path.stem if path else in_language(self._document.project.title)
        fit = " ".join(_UNFIT.sub(" ", title).split()).strip(" .")
        return fit or self.tr("Network")

    def _folder(self) -> Path:
        """Where the dialog opens: beside the project, else among the person's pictures."""
        path = self._document.path
        if path is not None and path.parent.is_dir():
            return path.parent
        place = QStandardPaths.StandardLocation.PicturesLocation
        return Path(QStandardPaths.writableLocation(place))
