"""Data: which set or table, what it looks like, how it is split and scaled, whether it fits."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mlp_studio.document.document import Document
from mlp_studio.project.model import Dataset
from mlp_studio.ui.column_choice import ColumnChoice
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.data.facts import Facts
from mlp_studio.ui.panels.data.legend import Legend
from mlp_studio.ui.panels.data.recipe import RecipeFields
from mlp_studio.ui.panels.data.scaling import ScalingFields
from mlp_studio.ui.panels.data.sets import SetChoice
from mlp_studio.ui.panels.data.splitting import SplittingFields
from mlp_studio.ui.panels.data.suiting import SuitingRow
from mlp_studio.ui.panels.data.ways import Ways
from mlp_studio.ui.panels.labels import Message
from mlp_studio.ui.panels.panel import Form, Panel
from mlp_studio.ui.panels.scatter import Scatter
from mlp_studio.ui.theme import ThemeModel


class DataPanel(Panel):
    """The signals ask for what lies outside the panel: a file, the clipboard, other panels."""

    import_asked = Signal()
    paste_asked = Signal()
    table_asked = Signal()
    draw_asked = Signal()

    def __init__(
        self,
        *,
        document: Document,
        theme: ThemeModel,
        numbers: NumberFormat,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._data: Dataset | None = None
        self.name = SetChoice()
        self.ways = Ways(theme)
        self.scatter = Scatter(theme)
        self.columns = ColumnChoice(stacked=True)
        self.legend = Legend(theme, numbers)
        self.facts = Facts(document)
        self.suiting = SuitingRow(document, numbers)
        self.message = Message("error")
        self.choice, self.form = Form(), Form()
        self.recipe = RecipeFields(self.form, document, numbers, self.message)
        self.splitting = SplittingFields(self.form, document, self.message)
        self.scaling = ScalingFields(self.form, document, numbers, self.message)
        self._arrange()
        self._connect()
        self.retranslate()

    def _arrange(self) -> None:
        # What is chosen first stands first, in sight however low the panel is.
        self.choice.add(self.name)
        self.column.addLayout(self.choice)
        self.column.addWidget(self.ways)
        self.column.addWidget(self.suiting)
        self.column.addWidget(self.scatter)
        self.column.addWidget(self.columns)
        self.column.addWidget(self.legend)
        self.column.addWidget(self.facts.label)
        self.column.addLayout(self.form)
        self.column.addWidget(self.message)
        self.column.addStretch()

    def _connect(self) -> None:
        document, ways = self._document, self.ways
        self.name.chosen.connect(self._choose)
        self.columns.chosen.connect(self._show_picture)
        ways.read.clicked.connect(self.import_asked)
        ways.paste.clicked.connect(self.paste_asked)
        ways.table.clicked.connect(self.table_asked)
        ways.draw.clicked.connect(self.draw_asked)
        for signal in (
            document.data_changed,
            document.training_changed,
            document.loss_changed,
            document.compiled_changed,
            document.replaced,
        ):
            signal.connect(self._show)

    def retranslate(self) -> None:
        self.choice.caption(self.name, self.tr("Data set"))
        self.scatter.set_hint(self.tr("Choose a data set above, or import your own."))
        self.scatter.setAccessibleName(self.tr("Picture of the data"))
        self.columns.retranslate()
        self.recipe.retranslate()
        self.splitting.retranslate()
        self.scaling.retranslate()
        self._show()

    def _show(self) -> None:
        data = self._document.project.data
        generator = None if data is None else data.generator
        self.name.show_name(None if generator is None else generator.name)
        self.name.setPlaceholderText(self._without_recipe(data))
        if data is not self._data:
            self._data = data
            self.columns.show_columns(() if data is None else data.columns)
            self._show_picture()
        self.facts.show_facts()
        self.suiting.show_fit()
        self.recipe.show_recipe(data)
        self.splitting.show_split()
        self.scaling.show_scaling()
        self.message.say("")

    def _show_picture(self) -> None:
        self.scatter.show_data(self._data, self.columns.pair)
        self.legend.show_data(self._data)

    def _without_recipe(self, data: Dataset | None) -> str:
        """What the choice says where no built-in set is the current one."""
        if data is None:
            return self.tr("none")
        if data.source is not None:
            return self.tr("from a file")
        return self.tr("given values")

    def _choose(self, name: str) -> None:
        self.recipe.choose(name, self.name.currentText())
