"""Of numbers: how far outputs are from their targets, and the residuals as points."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from mlp_studio.engine.metrics import Fit, Regression
from mlp_studio.project.model import PARTS, Part
from mlp_studio.ui.counting import count_text
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.labels import silent
from mlp_studio.ui.panels.metrics.evaluation import SetFigures, Sets
from mlp_studio.ui.panels.metrics.figure_table import FigureTable, Row
from mlp_studio.ui.panels.metrics.part_names import part_names
from mlp_studio.ui.panels.metrics.percent import figure_text
from mlp_studio.ui.panels.metrics.present import PresentSample
from mlp_studio.ui.panels.metrics.residual_plot import ResidualPlot
from mlp_studio.ui.panels.metrics.residual_points import points_of
from mlp_studio.ui.panels.metrics.telling import Telling
from mlp_studio.ui.panels.panel import CONTROL_HEIGHT, SPACING
from mlp_studio.ui.theme import ThemeModel

MOST, MOST_RUNNING = 3000, 300
"""Points drawn: more are a cloud anyway, and take too long while a run goes on."""


class FitSection(QWidget):
    """One output at a time, chosen where there are several."""

    def __init__(self, theme: ThemeModel, numbers: NumberFormat, present: PresentSample) -> None:
        super().__init__()
        self._numbers = numbers
        self._present = present
        self._sets: Sets | None = None
        self._most = MOST
        self.output = QComboBox()
        self.table = FigureTable(theme)
        self.plot = ResidualPlot(theme, numbers)
        self.telling = Telling(theme)
        self._arrange()
        self.output.activated.connect(self._show)
        self.plot.looked_at.connect(self._tell)
        self.plot.chosen.connect(self._take)
        self.retranslate()

    def show_sets(self, names: tuple[str, ...], sets: Sets, *, is_running: bool) -> None:
        """Show these sets; `names` are of the outputs."""
        self._sets = sets
        self._most = MOST_RUNNING if is_running else MOST
        self._name_outputs(names)
        self._show()

    def clear(self) -> None:
        self._sets = None

    def mark(self) -> None:
        """Another sample is the current one."""
        self.plot.mark(self._present.row)

    def describe(self) -> None:
        """Let a screen reader have the figures of now."""
        self.table.describe()

    def retranslate(self) -> None:
        self.output.setAccessibleName(self.tr("Whose residuals are shown"))
        self.table.setAccessibleName(self.tr("How far the outputs are from their targets"))
        self.table.setToolTip(
            self.tr(
                "RMSE: the root of the mean squared residual. MAE: the mean size of a residual. "
                "A residual is t − a, target minus output."
            )
        )
        self.plot.setAccessibleName(self.tr("Residuals over outputs"))
        self.plot.set_captions(
            self.tr("output a"), self.tr("residual t − a"), self.tr("No finite residual to draw.")
        )
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _arrange(self) -> None:
        self.output.setMinimumHeight(CONTROL_HEIGHT)
        self.output.setMinimumWidth(0)
        self.output.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        for part in (self.output, self.table, self.plot, self.telling):
            column.addWidget(part)

    def _name_outputs(self, names: tuple[str, ...]) -> None:
        self.output.setVisible(len(names) > 1)
        if names == tuple(self.output.itemText(at) for at in range(self.output.count())):
            return
        before = max(self.output.currentIndex(), 0)
        with silent(self.output):
            self.output.clear()
            self.output.addItems(names)
            self.output.setCurrentIndex(before if before < len(names) else 0)

    def _show(self) -> None:
        if self._sets is None:
            return
        output = self.output.currentIndex()
        self._show_table(self._sets, output)
        self.plot.show_points(points_of(self._sets, output, self._most), self._present.row)
        self._tell()

    def _show_table(self, sets: Sets, output: int) -> None:
        fits = [_fit(figures, output) for _, figures in sets.each()]
        rows = [
            ("RMSE", [fit.rmse for fit in fits]),
            ("MAE", [fit.mae for fit in fits]),
            (self.tr("max |t − a|"), [fit.largest for fit in fits]),
            (self.tr("mean t − a"), [fit.mean_residual for fit in fits]),
        ]
        if self.output.count() > 1:
            rows.insert(0, ("R²", [fit.r_squared for fit in fits]))
        texts = [
            Row(name, tuple(figure_text(self._numbers, value) for value in values))
            for name, values in rows
        ]
        self.table.show_rows(part_names(sets.names()), texts)

    def _tell(self) -> None:
        """What the point under the mouse says; without one, how to read the plot."""
        points, at = self.plot.points, self.plot.looked
        if points is None:
            return
        if at is None:
            self.telling.say(self._legend(len(points.rows), points.total))
            return
        text = self._point_text(PARTS[points.parts[at]])
        residual = float(points.residuals[at])
        sign = "+" if residual > 0 else ""
        self.telling.say(
            text.format(
                number=self._present.text(int(points.rows[at])),
                target=self._numbers.text(float(points.targets[at])),
                output=self._numbers.text(float(points.outputs[at])),
                residual=f"{sign}{self._numbers.text(residual)}",
            )
        )

    def _point_text(self, part: Part) -> str:
        if part == "test":
            return self.tr(
                "Sample {number} (test): target {target}, output {output}, residual {residual}"
            )
        if part == "validation":
            return self.tr(
                "Sample {number} (validation): target {target}, output {output}, "
                "residual {residual}"
            )
        return self.tr("Sample {number}: target {target}, output {output}, residual {residual}")

    def _legend(self, drawn: int, total: int) -> str:
        parts = self._sets.names() if self._sets is not None else ()
        if "validation" in parts:
            text = self.tr(
                "Filled: train, open: set aside; ringed: the current sample. A click takes another."
            )
        elif "test" in parts:
            text = self.tr(
                "Filled: train, open: test; ringed: the current sample. A click takes another."
            )
        else:
            text = self.tr("The ring is the current sample. A click on a point takes another.")
        if drawn < total:
            thinned = self.tr("{drawn} of {total} points are drawn, the worst among them.").format(
                drawn=count_text(self._numbers, drawn), total=count_text(self._numbers, total)
            )
            return f"{text} {thinned}"
        return text

    def _take(self, row: int) -> None:
        self.telling.say(self._present.take(row))


def _fit(figures: SetFigures, output: int) -> Fit:
    assert isinstance(figures.metrics, Regression)
    return figures.metrics.outputs[output]
