"""The recursive way to the gradient of the lens: the same number from the δ that are there."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mlp_studio.ui.counting import count_text
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.labels import RoleLabel
from mlp_studio.ui.panels.lens.subject import Subject
from mlp_studio.ui.panels.lens.telling import Telling
from mlp_studio.ui.panels.panel import SPACING

_WRITTEN_OUT = 2
"""Products of a sum that are written; of more there is an ellipsis."""


class Recursion(QWidget):
    """δ·a in symbols and numbers, and what is saved by reusing δ."""

    def __init__(self, numbers: NumberFormat) -> None:
        super().__init__()
        self._numbers = numbers
        self.title = RoleLabel("title")
        self.product = RoleLabel()
        self.saved = RoleLabel("muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        for label in (self.title, self.product, self.saved):
            column.addWidget(label)

    def retranslate(self) -> None:
        self.title.setText(self.tr("The recursive way: the same number"))

    def show_subject(self, subject: Subject, telling: Telling) -> None:
        self.product.setText("\n".join(self._lines(subject, telling)))
        counted = subject.costs
        self.saved.setText(
            self.tr(
                "Every δ is there already, worked out once for all paths that run through its "
                "unit. From here: {paths} multiplications path by path, {reused} with δ. For all "
                "gradients: {all_paths} against {backpropagation}."
            ).format(
                paths=count_text(self._numbers, subject.multiplications),
                reused=count_text(self._numbers, subject.multiplications_reused),
                all_paths=count_text(self._numbers, counted.paths),
                backpropagation=count_text(self._numbers, counted.backpropagation),
            )
        )

    def _lines(self, subject: Subject, telling: Telling) -> list[str]:
        reused, gradient = subject.found.reused, telling.signed(subject.found.gradient)
        if not reused:
            return ["0"]
        written = reused[:_WRITTEN_OUT]
        more = " + …" if len(reused) > _WRITTEN_OUT else ""
        symbols = " + ".join(telling.symbols(product) for product in written)
        worked = " + ".join(
            telling.numbers(product, leading=not at) for at, product in enumerate(written)
        )
        lines = [symbols + more, f"= {worked}{more}"]
        # A bias's δ is its gradient: there is nothing to multiply.
        return [*lines, f"= {gradient}"] if "·" in worked else lines
