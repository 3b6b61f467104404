"""Problems in a sentence each, with a way to the place and a button that mends it."""

from __future__ import annotations

import html
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from mlp_studio.document.document import Document
from mlp_studio.document.selection import Selected, Selection
from mlp_studio.project.fixes import Fix, fix_for
from mlp_studio.project.problems import Problem
from mlp_studio.ui.conventions import problem_text
from mlp_studio.ui.panels.attempt import attempt
from mlp_studio.ui.panels.labels import RoleLabel
from mlp_studio.ui.panels.panel import CONTROL_HEIGHT, SPACING

_LEAST = 80


class FixButton(QPushButton):
    """Makes one fix. A text too long for the panel is cut, and whole in the tooltip."""

    def __init__(self, fix: Fix, label: str) -> None:
        super().__init__(label)
        self.fix = fix
        self.setToolTip(label)
        self.setAccessibleName(label)
        self.setMinimumHeight(CONTROL_HEIGHT)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        contents = QStyle.SubElement.SE_PushButtonContents
        room = self.style().subElementRect(contents, option, self).width()
        metrics = self.fontMetrics()
        option.text = metrics.elidedText(option.text, Qt.TextElideMode.ElideRight, room)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        painter.end()


class ProblemList(QWidget):
    """With `leading`, a problem of a layer or link has a link that selects it."""

    refused = Signal(str)
    """Why a fix could not be made; "" if it was."""

    def __init__(self, document: Document, selection: Selection, *, leading: bool = False) -> None:
        super().__init__()
        self._document = document
        self._selection = selection
        self._leading = leading
        self._shown: list[tuple[str, str]] = []
        self.labels: list[RoleLabel] = []
        """One for each problem, in the order given."""
        self.buttons: list[FixButton] = []
        """One for each problem that can be mended by one edit."""
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(SPACING)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """These, in the language of now; nothing at all if there are none."""
        self.setVisible(bool(problems))
        fixes = [fix_for(self._document.project, problem) for problem in problems]
        texts = [
            (self._text(problem), fix.label(QCoreApplication.translate) if fix else "")
            for problem, fix in zip(problems, fixes, strict=True)
        ]
        # What a fix does may be another thing under the same name: only the rows are kept.
        if texts != self._shown:
            self._clear()
            self._shown = texts
            for problem, (text, label), fix in zip(problems, texts, fixes, strict=True):
                self._add(problem_text(problem), text, label, fix)
        for button, fix in zip(self.buttons, filter(None, fixes), strict=True):
            button.fix = fix

    def _clear(self) -> None:
        for row in (*self.labels, *self.buttons):
            self._rows.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.labels, self.buttons = [], []

    def _add(self, plain: str, text: str, label: str, fix: Fix | None) -> None:
        sentence = RoleLabel("warning")
        sentence.setAccessibleName(plain)
        sentence.setTextFormat(Qt.TextFormat.RichText)
        sentence.setText(text)
        if self._leading:
            sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
            sentence.linkActivated.connect(self._select)
        self._rows.addWidget(sentence)
        self.labels.append(sentence)
        if fix is not None:
            button = FixButton(fix, label)
            button.clicked.connect(self._mend)
            self._rows.addWidget(button)
            self.buttons.append(button)

    def _text(self, problem: Problem) -> str:
        text = f"⚠ {html.escape(problem_text(problem))}"
        project = self._document.project
        known = project.has_layer(problem.where) or project.has_link(problem.where)
        if not (self._leading and known):
            return text
        where = html.escape(problem.where, quote=True)
        return f'{text} <a href="{where}">{html.escape(self.tr("Show"))}</a>'

    def _mend(self) -> None:
        button = self.sender()
        if isinstance(button, FixButton):
            self.refused.emit(attempt(self._document, button.text(), button.fix.edit))

    def _select(self, where: str) -> None:
        project = self._document.project
        if project.has_layer(where):
            self._selection.set(Selected(layers=frozenset({where})))
        elif project.has_link(where):
            self._selection.set(Selected(links=frozenset({where})))
