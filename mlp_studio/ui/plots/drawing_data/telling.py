"""What the panel says in words: the line under the plane, the note, the entries of the history."""

from __future__ import annotations

from PySide6.QtCore import QObject

from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.plots.drawing_data.board import Board
from mlp_studio.ui.plots.drawing_data.gestures import Tool
from mlp_studio.ui.plots.drawing_data.marks import MOST

_COLUMNS_SHOWN = 2


class Telling(QObject):
    """Sentences in the language of now."""

    def __init__(self, numbers: NumberFormat, parent: QObject) -> None:
        super().__init__(parent)
        self._numbers = numbers

    def note(self, board: Board) -> str:
        """What the picture does not show."""
        sentences = []
        if board.data is not None and len(board.data.columns) > _COLUMNS_SHOWN:
            sentences.append(self.tr("In the other columns, new samples take the mean."))
        if board.samples > MOST:
            sentences.append(
                self.tr("{shown} of {count} samples are drawn.").format(
                    shown=f"{MOST:,}", count=f"{board.samples:,}"
                )
            )
        return " ".join(sentences)

    def up_name(self, board: Board) -> str:
        return board.names[1] or self.tr("class")

    def place(self, board: Board, place: tuple[float, float]) -> str:
        """Where the pointer or the cross is."""
        x, y = (self._numbers.text(value) for value in place)
        across = board.names[0]
        if board.up is None and not board.is_curve:
            return f"{across} = {x}"
        return f"{across} = {x}, {self.up_name(board)} = {y}"

    def hint(self, tool: Tool) -> str:
        return {
            "point": self.tr("Click to place a sample, drag for a row of them."),
            "spray": self.tr("Hold the button to scatter samples."),
            "erase": self.tr("Drag over the samples to erase."),
            "move": self.tr("Drag a sample to another place."),
        }[tool]

    def done(self, tool: Tool) -> str:
        """What a gesture is called in the history."""
        return {
            "point": self.tr("Paint samples"),
            "spray": self.tr("Spray samples"),
            "erase": self.tr("Erase samples"),
            "move": self.tr("Move a sample"),
        }[tool]
