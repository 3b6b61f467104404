"""Two lines to be dragged, and a third unit that combines them: XOR solved by hand."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from mlp_studio.ui.labs.perceptron import pair_sight
from mlp_studio.ui.labs.perceptron.ground import Weights
from mlp_studio.ui.labs.perceptron.pair import COMBINING, SOLVED, Pair
from mlp_studio.ui.labs.perceptron.plane import Plane
from mlp_studio.ui.labs.perceptron.rule_sight import LOW, SPAN
from mlp_studio.ui.labs.perceptron.truth_table import TruthTable
from mlp_studio.ui.labs.perceptron.weight_fields import WeightFields
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.choice import Choice
from mlp_studio.ui.panels.labels import Message, RoleLabel
from mlp_studio.ui.panels.panel import CONTROL_HEIGHT, MARGIN, SPACING, Panel
from mlp_studio.ui.panels.wrap import Wrap
from mlp_studio.ui.theme import ThemeModel

_SIDE = 330


class PairPage(QWidget):
    """Left the plane of the inputs, right that of the hidden units; beside them the truth table."""

    open_wanted = Signal(object)
    """The Project that the three units are."""

    def __init__(self, theme: ThemeModel, numbers: NumberFormat) -> None:
        super().__init__()
        self._theme = theme
        self.pair = Pair()
        self.inputs = Plane(theme, LOW, SPAN)
        self.hidden = Plane(theme, LOW, SPAN)
        self.table = TruthTable()
        self.solved = Message("ok")
        self.combining = Choice((*COMBINING, "own"), self._combining_text)
        self.first = WeightFields(numbers, ("w11", "w12", "b1"))
        self.second = WeightFields(numbers, ("w21", "w22", "b2"))
        self.third = WeightFields(numbers, ("v1", "v2", "c"))
        self.captions = tuple(RoleLabel("title") for _ in range(3))
        self.above = tuple(RoleLabel("muted") for _ in range(2))
        self.show_one = QPushButton()
        self.open = QPushButton()
        self._arrange()
        self._connect()
        theme.changed.connect(self._show)

    def retranslate(self) -> None:
        self.combining.retranslate()
        self.combining.setAccessibleName(self.tr("What the third unit is"))
        for label, text in zip(
            self.captions,
            (self.tr("First line, h1"), self.tr("Second line, h2"), self.tr("Third unit, y")),
            strict=True,
        ):
            label.setText(text)
        self.above[0].setText(self.tr("The inputs: drag both lines and their arrows"))
        self.above[1].setText(self.tr("The same samples after the first layer"))
        self.inputs.setAccessibleName(self.tr("The plane of the inputs"))
        self.hidden.setAccessibleName(self.tr("The plane of the hidden units"))
        self.show_one.setText(self.tr("Show a solution"))
        self.open.setText(self.tr("Open on the canvas"))
        self.open.setToolTip(self.tr("Open these three units as a network, with the data of XOR"))
        self._show()

    def show_pair(self, pair: Pair) -> None:
        self.pair = pair
        self._show()

    def _show(self) -> None:
        pair, theme = self.pair, self._theme.theme
        colours = self._colours()
        self.inputs.show_sight(pair_sight.inputs(pair, colours, self.inputs.ground, self._legend()))
        self.hidden.show_sight(
            pair_sight.hidden(pair, theme.ink, self.hidden.ground, self._legend_of_hidden())
        )
        self.table.show_pair(pair)
        self.first.show_weights(pair.first)
        self.second.show_weights(pair.second)
        self.third.show_weights(pair.third)
        self.combining.show_name(pair.combining)
        self.solved.set_role("ok" if pair.is_solved else "muted")
        self.solved.say(self._said())

    def _said(self) -> str:
        right = sum(self.pair.right)
        if self.pair.is_solved:
            return self.tr(
                "Solved: after the first layer one line separates the classes, and that line is "
                "the third unit."
            )
        return self.tr("{right} of 4 samples are right.").format(right=right)

    def _legend(self) -> tuple[tuple[str, str], ...]:
        return (
            ("0", "t = 0"),
            ("1", "t = 1"),
            ("wrong", self.tr("open: answered wrong")),
            ("tint", self.tr("y = 0, y = 1")),
        )

    def _legend_of_hidden(self) -> tuple[tuple[str, str], ...]:
        return (
            ("tint", self.tr("y = 0, y = 1")),
            ("1", self.tr("×2: two samples in the same place")),
        )

    def _colours(self) -> tuple[QColor, QColor]:
        colours = self._theme.theme.layer_colours
        return colours["green"], colours["purple"]

    def _connect(self) -> None:
        self.inputs.line_dragged.connect(self._move)
        self.hidden.line_dragged.connect(self._move_third)
        self.first.entered.connect(self._enter_first)
        self.second.entered.connect(self._enter_second)
        self.third.entered.connect(self._enter_third)
        self.combining.chosen.connect(self._combine)
        self.show_one.clicked.connect(self._solve)
        self.open.clicked.connect(self._open)

    def _move(self, number: int, weights: Weights) -> None:
        self.show_pair(self.pair.with_line(number, weights))

    def _move_third(self, _: int, weights: Weights) -> None:
        self._enter_third(weights)

    def _enter_first(self, weights: Weights) -> None:
        self._move(0, weights)

    def _enter_second(self, weights: Weights) -> None:
        self._move(1, weights)

    def _enter_third(self, weights: Weights) -> None:
        self.show_pair(replace(self.pair, third=weights))

    def _combine(self, name: str) -> None:
        self._enter_third(COMBINING.get(name, self.pair.third))

    def _solve(self) -> None:
        self.show_pair(SOLVED)

    def _open(self) -> None:
        self.open_wanted.emit(self.pair.project())

    def _arrange(self) -> None:
        beside = Panel()
        beside.setMinimumWidth(_SIDE)
        beside.column.setContentsMargins(0, 0, 0, 0)
        self.combining.setMinimumHeight(CONTROL_HEIGHT)
        self.combining.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        buttons, unit = Wrap(), Wrap()
        buttons.add(self.show_one)
        buttons.add(self.open)
        unit.add(self.combining)
        for part in (
            self.captions[0],
            self.first,
            self.captions[1],
            self.second,
            self.captions[2],
            unit,
            self.third,
            self.table,
            self.solved,
            buttons,
        ):
            beside.column.addWidget(part)
        beside.column.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, SPACING, 0, 0)
        row.setSpacing(MARGIN)
        for label, plane in zip(self.above, (self.inputs, self.hidden), strict=True):
            column = QVBoxLayout()
            column.addWidget(label)
            column.addWidget(plane, 1)
            row.addLayout(column, 5)
        row.addWidget(beside, 4)

    def _combining_text(self, name: str) -> str:
        return {"and": "AND", "or": "OR", "own": self.tr("own weights")}[name]
