"""How a table is read: a control for each choice, set to what was detected."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QPushButton, QVBoxLayout, QWidget

from mlp_studio.project import importing
from mlp_studio.project.importing.sniffing import MOST_ONE_HOT
from mlp_studio.project.recipe import DELIMITERS, ENCODINGS, Missing, Recipe, TaskChoice
from mlp_studio.ui.importing.preview import ROLES, Role, role_of
from mlp_studio.ui.importing.reading import Format
from mlp_studio.ui.panels.labels import RoleLabel, silent
from mlp_studio.ui.panels.panel import CONTROL_HEIGHT, SPACING, Form

_MISSING: tuple[Missing, ...] = ("drop", "mean", "mode")
_TASKS: tuple[TaskChoice, ...] = ("classification", "regression")


class Choices(QWidget):
    """`form_chosen` carries a Format, `recipe_chosen` a Recipe: what a person wants instead."""

    form_chosen = Signal(object)
    recipe_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._form = Format()
        self._recipe = Recipe()
        self._preview: importing.Preview | None = None
        self._column = 0
        self.encoding, self.delimiter, self.decimal = QComboBox(), QComboBox(), QComboBox()
        self.header = QCheckBox()
        self.missing, self.task = QComboBox(), QComboBox()
        self.origin = RoleLabel("muted")
        self.detect = QPushButton()
        self.column_title = RoleLabel("title")
        self.column_facts = RoleLabel("muted")
        self.role = QComboBox()
        self.one_hot = QCheckBox()
        self._table, self._per_column = Form(), Form()
        self._column_part = QWidget()
        self._column_part.hide()
        self._arrange()
        self._connect()
        self.retranslate()

    def _arrange(self) -> None:
        self._table.add_all(self.encoding, self.delimiter, self.decimal)
        self._table.add_wide(self.header)
        self._table.add_all(self.missing, self.task)
        self._per_column.add(self.role)
        self._per_column.add_wide(self.one_hot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(self.origin)
        column.addLayout(self._table)
        column.addWidget(self.detect)
        column.addSpacing(SPACING)
        column.addWidget(self._column_part)
        column.addStretch()
        part = QVBoxLayout(self._column_part)
        part.setContentsMargins(0, 0, 0, 0)
        part.setSpacing(SPACING)
        part.addWidget(self.column_title)
        part.addWidget(self.column_facts)
        part.addLayout(self._per_column)

    def _connect(self) -> None:
        self.detect.hide()
        self.detect.setAutoDefault(False)
        self.detect.setMinimumHeight(CONTROL_HEIGHT)
        self.detect.clicked.connect(lambda: self._take_form(Format()))
        self.encoding.activated.connect(self._choose_encoding)
        self.delimiter.activated.connect(self._choose_delimiter)
        self.decimal.activated.connect(self._choose_decimal)
        self.header.clicked.connect(self._choose_header)
        for box in (self.missing, self.task):
            box.activated.connect(self._choose_recipe)
        self.role.activated.connect(lambda at: self.set_role(self._column, ROLES[at]))
        self.one_hot.clicked.connect(self._choose_one_hot)

    def retranslate(self) -> None:
        caption = self._table.caption
        caption(self.encoding, self.tr("Encoding"))
        caption(self.delimiter, self.tr("Between cells"))
        caption(self.decimal, self.tr("Decimal sign"))
        self.header.setText(self.tr("The first row has the names"))
        self.detect.setText(self.tr("Detect again"))
        caption(self.missing, self.tr("Empty cells"))
        caption(self.task, self.tr("To learn"))
        self._per_column.caption(self.role, self.tr("Use as"))
        self.one_hot.setText(self.tr("One column for each word"))
        with silent(
            self.encoding, self.delimiter, self.decimal, self.missing, self.task, self.role
        ):
            self._fill(self.encoding, dict(zip(ENCODINGS, _ENCODING_NAMES, strict=True)))
            self._fill(self.delimiter, dict(zip(DELIMITERS, self._delimiter_names(), strict=True)))
            self._fill(self.decimal, {False: self.tr("point: 0.5"), True: self.tr("comma: 0,5")})
            self._fill(
                self.missing,
                {
                    "drop": self.tr("drop the row"),
                    "mean": self.tr("column's mean"),
                    "mode": self.tr("most frequent"),
                },
            )
            self._fill(
                self.task,
                {"classification": self.tr("classes"), "regression": self.tr("numbers")},
            )
            roles = (self.tr("input"), self.tr("target"), self.tr("nothing"))
            self._fill(self.role, dict(zip(ROLES, roles, strict=True)))
        if self._preview is not None:
            self.show_choices(self._form, self._preview, self._recipe)

    def _delimiter_names(self) -> tuple[str, ...]:
        return (
            self.tr("comma"),
            self.tr("semicolon"),
            self.tr("tab"),
            self.tr("bar"),
            self.tr("space"),
        )

    def _fill(self, box: QComboBox, entries: dict[object, str]) -> None:
        box.clear()
        for key, text in entries.items():
            box.addItem(text, key)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def show_choices(self, form: Format, preview: importing.Preview, recipe: Recipe) -> None:
        """What is chosen, or was found where nobody chose."""
        self._form, self._preview, self._recipe = form, preview, recipe
        boxes = (self.encoding, self.delimiter, self.decimal, self.missing, self.task)
        values = (
            recipe.encoding,
            recipe.delimiter,
            recipe.decimal_comma,
            recipe.missing,
            recipe.task,
        )
        with silent(*boxes, self.header):
            for box, value in zip(boxes, values, strict=True):
                box.setCurrentIndex(box.findData(value))
            self.header.setChecked(recipe.header)
        self.origin.setText(self._origin())
        self.detect.setVisible(form != Format())
        self.show_column(min(self._column, len(preview.names) - 1))

    def show_nothing(self) -> None:
        """The table cannot be read as chosen: there are no columns, and nothing was detected."""
        self._preview = None
        self.origin.setText("")
        self.detect.setVisible(self._form != Format())
        self._column_part.hide()

    def _origin(self) -> str:
        form = self._form
        has_names = self.tr("with names") if self.header.isChecked() else self.tr("without names")
        found = [
            text
            for chosen, text in (
                (form.encoding, self.encoding.currentText()),
                (form.delimiter, self.delimiter.currentText()),
                (form.decimal_comma, self.decimal.currentText()),
                (form.header, has_names),
            )
            if chosen is None
        ]
        if not found:
            return self.tr("All as you chose.")
        return self.tr("Detected: {what}").format(what=" · ".join(found))

    def show_column(self, column: int) -> None:
        """The column whose use can be chosen."""
        preview = self._preview
        if preview is None or not 0 <= column < len(preview.names):
            return
        self._column = column
        self._column_part.show()
        self.column_title.setText(preview.names[column])
        self.column_facts.setText(self._facts(preview, column))
        is_words = preview.kinds[column] == "words"
        role = role_of(self._recipe, column)
        with silent(self.role, self.one_hot):
            self.role.setCurrentIndex(ROLES.index(role))
            self.one_hot.setChecked(column in self._recipe.one_hot)
        self.one_hot.setVisible(is_words and role == "input")

    def _facts(self, preview: importing.Preview, column: int) -> str:
        kind, words = preview.kinds[column], preview.words[column]
        if kind == "number":
            return self.tr("numbers")
        if kind == "empty":
            return self.tr("nothing but empty cells")
        more = "…" if len(words) > 4 else ""
        return self.tr("words: {words}").format(words=", ".join(words[:4]) + more)

    def set_role(self, column: int, role: Role) -> None:
        """Use a column as this; its place among the others stays."""
        recipe = self._recipe
        inputs = set(recipe.inputs) - {column} | ({column} if role == "input" else set())
        targets = set(recipe.targets) - {column} | ({column} if role == "target" else set())
        is_new = role == "input" and column not in recipe.inputs
        one_hot = {*recipe.one_hot, *({column} if is_new and self._has_few_words(column) else ())}
        self._take(
            replace(
                recipe,
                inputs=tuple(sorted(inputs)),
                targets=tuple(sorted(targets)),
                one_hot=tuple(sorted(one_hot & inputs)),
            )
        )

    def _has_few_words(self, column: int) -> bool:
        preview = self._preview
        is_words = preview is not None and preview.kinds[column] == "words"
        return is_words and preview is not None and len(preview.words[column]) <= MOST_ONE_HOT

    def _choose_encoding(self) -> None:
        self._take_form(replace(self._form, encoding=self.encoding.currentData()))

    def _choose_delimiter(self) -> None:
        self._take_form(replace(self._form, delimiter=self.delimiter.currentData()))

    def _choose_decimal(self) -> None:
        self._take_form(replace(self._form, decimal_comma=self.decimal.currentData()))

    def _choose_header(self) -> None:
        self._take_form(replace(self._form, header=self.header.isChecked()))

    def _take_form(self, form: Format) -> None:
        self._form = form
        self.form_chosen.emit(form)

    def _choose_recipe(self) -> None:
        self._take(
            replace(
                self._recipe,
                missing=_MISSING[self.missing.currentIndex()],
                task=_TASKS[self.task.currentIndex()],
            )
        )

    def _choose_one_hot(self) -> None:
        others = set(self._recipe.one_hot) - {self._column}
        mine = {self._column} if self.one_hot.isChecked() else set()
        self._take(replace(self._recipe, one_hot=tuple(sorted(others | mine))))

    def _take(self, recipe: Recipe) -> None:
        self._recipe = recipe
        self.show_column(self._column)
        self.recipe_chosen.emit(recipe)


_ENCODING_NAMES = ("UTF-8", "UTF-8 (BOM)", "UTF-16", "CP949 (한국어)", "Windows-1252")
