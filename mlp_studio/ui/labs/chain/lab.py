"""The chain-rule lab: formulas on the left, their graph and its steps on the right."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from mlp_studio.document.walk import Walk
from mlp_studio.engine.chain import Derivatives, differentiate
from mlp_studio.engine.chain_steps import WAYS, Step, Way, standing, steps
from mlp_studio.engine.expressions import ExpressionError
from mlp_studio.engine.formula_graph import Graph, parse
from mlp_studio.ui.labs.chain.editor import FormulaEditor
from mlp_studio.ui.labs.chain.examples import EXAMPLES
from mlp_studio.ui.labs.chain.telling import Teller
from mlp_studio.ui.labs.chain.values import InputValues
from mlp_studio.ui.labs.chain.view import GraphView
from mlp_studio.ui.labs.lab import Lab
from mlp_studio.ui.labs.step_row import StepRow
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.labels import RoleLabel
from mlp_studio.ui.panels.panel import CONTROL_HEIGHT, MARGIN, SPACING
from mlp_studio.ui.panels.wrap import Wrap
from mlp_studio.ui.theme import ThemeModel

MAX_DRAWN = 120
"""Variables of a graph that can be drawn."""
_MOST_PATHS = 400
"""Paths that are walked one by one, of all inputs together."""
_SIDE = 19.0
"""Width of the column with the formulas, in heights of its text."""
_TELLING_LINES = 3.6
_COUNTS = 14.0
_FIRST = EXAMPLES[2]


class ChainLab(Lab):
    """A graph that follows its formulas, with the same parser and numbers as `chain`."""

    name = "chain"

    def __init__(
        self, theme: ThemeModel, numbers: NumberFormat, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, numbers, parent)
        self.editor = FormulaEditor(theme)
        self.inputs = InputValues(numbers)
        self.examples = QComboBox()
        self.graph = GraphView(theme, numbers)
        self.walk = Walk(parent=self)
        self.steps_row = StepRow(self.walk, theme)
        self.fit = QPushButton()
        self.ways: dict[Way, QPushButton] = {way: QPushButton() for way in WAYS}
        self.counts = RoleLabel("muted")
        self.telling = RoleLabel()
        self.legend = RoleLabel("muted")
        self._side = QWidget()
        self._captions = (RoleLabel("muted"), RoleLabel("muted"), RoleLabel("muted"))
        self._teller = Teller(numbers, self)
        self._found: Derivatives | None = None
        self._steps: tuple[Step, ...] = ()
        self._arrange()
        self._keep_room()
        self._connect()
        self.retranslate()
        self.show_formulas(_FIRST.text, _FIRST.values)

    @property
    def way(self) -> Way:
        return "reuse" if self.ways["reuse"].isChecked() else "paths"

    @property
    def found(self) -> Derivatives | None:
        """The numbers shown; None while the formulas have none."""
        return self._found

    def title(self) -> str:
        return self.tr("Chain-rule lab")

    def opening(self) -> str:
        return self.tr(
            "Type formulas or take an example and step: values run forward, then gradients come "
            "back, path by path or by reuse."
        )

    def question(self) -> str:
        return self.tr("When does reuse from the back save multiplications, and why?")

    def answer(self) -> str:
        general = self.tr(
            "As soon as paths share edges: from the back each edge is multiplied once, however "
            "many paths lead over it."
        )
        if self._found is None:
            return general
        made = self._found.multiplications
        here = self.tr("Here {paths} along the paths, {reuse} from the back.").format(
            paths=made.paths, reuse=made.backprop
        )
        return f"{general} {here}"

    def show_formulas(self, text: str, values: Mapping[str, float]) -> None:
        """Other formulas, from the start; as `project/formulas.py` writes a network."""
        self.inputs.give(values)
        self.editor.show_text("\n".join(part.strip() for part in text.split(";")))
        self._read(self.editor.text)
        self.walk.to_start()
        self.graph.fit()

    def rest(self) -> None:
        self.walk.player.pause()

    def retranslate(self) -> None:
        for label, text in zip(
            self._captions,
            (self.tr("Examples"), self.tr("Formulas"), self.tr("Values of the inputs")),
            strict=True,
        ):
            label.setText(text)
        self.examples.setAccessibleName(self.tr("Examples"))
        self.examples.setPlaceholderText(self.tr("Formulas of your own"))
        for at, example in enumerate(EXAMPLES):
            self.examples.setItemText(
                at, QCoreApplication.translate("ChainExamples", example.title)
            )
        self.ways["paths"].setText(self.tr("Sum over paths"))
        self.ways["reuse"].setText(self.tr("Reuse from the back"))
        self.fit.setText(self.tr("Fit"))
        self.fit.setToolTip(self.tr("Show the whole graph"))
        self.graph.setAccessibleName(self.tr("Graph of the formulas"))
        self.graph.hint = self.tr("The graph appears here once the formulas can be read.")
        self.editor.retranslate()
        self._read(self.editor.text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._keep_room()

    def _keep_room(self) -> None:
        """What is beside and above must not move with every step."""
        height = self.fontMetrics().height()
        self._side.setFixedWidth(round(_SIDE * height))
        self.telling.setMinimumHeight(round(_TELLING_LINES * height))
        self.counts.setMinimumWidth(round(_COUNTS * height))

    def _arrange(self) -> None:
        side = self._side
        side.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        left = QVBoxLayout(side)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(4)
        for caption, part in zip(
            self._captions, (self.examples, self.editor, self.inputs), strict=True
        ):
            left.addWidget(caption)
            left.addWidget(part, 1 if part is self.inputs else 0)
        for example in EXAMPLES:
            self.examples.addItem(example.title)
        self.examples.setMinimumHeight(CONTROL_HEIGHT)
        self.examples.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.telling.setTextFormat(Qt.TextFormat.RichText)
        self.telling.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.legend.setTextFormat(Qt.TextFormat.RichText)
        right = QVBoxLayout()
        right.setSpacing(SPACING)
        right.addWidget(self._switch())
        right.addWidget(self.graph, 1)
        right.addWidget(self.legend)
        right.addWidget(self.telling)
        right.addWidget(self.steps_row)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(MARGIN)
        row.addWidget(side)
        row.addLayout(right, 1)

    def _switch(self) -> QWidget:
        wrap = Wrap()
        group = QButtonGroup(self)
        for button in self.ways.values():
            button.setCheckable(True)
            button.setAutoDefault(False)
            group.addButton(button)
            wrap.add(button)
        self.ways["paths"].setChecked(True)
        self.fit.setAutoDefault(False)
        wrap.add(self.counts, elastic=True)
        wrap.add(self.fit)
        return wrap

    def _connect(self) -> None:
        self.editor.edited.connect(self._on_edited)
        self.inputs.changed.connect(self._compute_again)
        self.examples.activated.connect(self._take_example)
        self.fit.clicked.connect(self.graph.fit)
        for button in self.ways.values():
            button.toggled.connect(self._on_way)
        self.walk.moved.connect(self._show_place)
        self.numbers.changed.connect(self._show_place)
        self.theme.changed.connect(self._show_place)

    def _take_example(self, number: int) -> None:
        self.show_formulas(EXAMPLES[number].text, EXAMPLES[number].values)

    def _on_edited(self, text: str) -> None:
        self._read(text)

    def _compute_again(self) -> None:
        self._read(self.editor.text)

    def _on_way(self, checked: bool) -> None:
        if checked:
            self._begin()

    def _read(self, text: str) -> None:
        """Take over the formulas as far as they can be read and computed."""
        graph: Graph | None = None
        found: Derivatives | None = None
        try:
            graph = self._drawable(parse(text))
            self.inputs.show_inputs(tuple(graph.inputs))
            found = differentiate(graph, self.inputs.values, _MOST_PATHS)
        except ExpressionError as error:
            self.editor.refuse(error)
        else:
            self.editor.accept()
        self._found = found
        self.graph.show_graph(graph, found)
        self._show_example(text)
        self._begin()

    def _drawable(self, graph: Graph) -> Graph:
        """The graph, if it is not too large. Raises ExpressionError."""
        count = len(graph.inputs) + len(graph.order)
        if count > MAX_DRAWN:
            message = self.tr("{count} variables are too many to draw; there may be {most}")
            raise ExpressionError(message.format(count=count, most=MAX_DRAWN), 0, graph.text)
        return graph

    def _begin(self) -> None:
        """The steps of the way chosen; one stays at the end, or as far as one was."""
        was_at_end = self.walk.is_at_end and self.walk.last > 0
        found = self._found
        self._steps = steps(found, self.way) if found else ()
        last = len(self._steps)
        self.walk.begin(last, last if was_at_end else self.walk.place)
        self._show_place()

    def _show_place(self) -> None:
        found = self._found
        self._explain()
        if found is None:
            self.graph.show_place(None)
            self.telling.setText("")
            self.counts.setText("")
            self.steps_row.say("")
            return
        place = standing(found, self._steps[: self.walk.place])
        self.graph.show_place(place)
        self.telling.setText("<br>".join(self._teller.lines(found, place)))
        self.steps_row.say(
            self.tr("Step {number} of {count}").format(number=self.walk.place, count=self.walk.last)
        )
        self._count(place.multiplications, found)

    def _count(self, made: int, found: Derivatives) -> None:
        """Both counts, and how far the one that is walked has come."""
        each = {"paths": found.multiplications.paths, "reuse": found.multiplications.backprop}
        texts = {way: str(count) for way, count in each.items()}
        texts[self.way] = self.tr("{made} of {count}").format(made=made, count=each[self.way])
        self.counts.setText(
            self.tr("Multiplications: {paths} along the paths, {reuse} from the back").format(
                **texts
            )
        )

    def _explain(self) -> None:
        """The legend, in the colours it explains."""
        theme = self.theme.theme
        reuse, paths = self.tr("δ: from the back"), self.tr("Σ: sum over paths")
        gradient = reuse if self.way == "reuse" else paths
        entries = (
            (theme.forward.name(), self.tr("value")),
            (theme.positive.name(), self.tr("local derivative, positive")),
            (theme.negative.name(), self.tr("negative")),
            (theme.backward.name(), gradient),
        )
        self.legend.setText(
            " &nbsp; ".join(
                f'<span style="color:{colour}">■ {text}</span>' for colour, text in entries
            )
        )

    def _show_example(self, text: str) -> None:
        """Name the example that this text is; none for formulas of one's own."""
        plain = _plain(text)
        texts = [_plain(example.text) for example in EXAMPLES]
        self.examples.setCurrentIndex(texts.index(plain) if plain in texts else -1)


def _plain(text: str) -> list[str]:
    """The formulas without what does not change them."""
    return ["".join(part.split()) for part in text.replace("\n", ";").split(";") if part.strip()]
