"""How the samples are split: by shares, or by hand."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QCheckBox, QPushButton

from mlp_studio.document.document import Document
from mlp_studio.engine.tasks import task_of
from mlp_studio.project import edits
from mlp_studio.project.model import Dataset
from mlp_studio.ui.panels.attempt import attempt, attempt_merged
from mlp_studio.ui.panels.data.share import ShareField
from mlp_studio.ui.panels.labels import Message, silent
from mlp_studio.ui.panels.panel import CONTROL_HEIGHT, Form

_MOST = 90
_MOST_TOGETHER = 95
"""Percents for testing and validation: something has to be left to learn from."""
_TEST = "test_fraction"
_VALIDATION = "validation_fraction"


class SplittingFields(QObject):
    """Puts its fields into a form; while the parts are set by hand they can only be given up."""

    def __init__(self, form: Form, document: Document, message: Message) -> None:
        super().__init__(document)
        self._form = form
        self._document = document
        self._message = message
        self.test = ShareField(0, _MOST)
        self.validation = ShareField(0, _MOST)
        self.stratified = QCheckBox()
        self.by_hand = Message("muted")
        self.again = QPushButton()
        self.again.setMinimumHeight(CONTROL_HEIGHT)
        form.add_all(self.test, self.validation)
        form.add_wide(self.stratified)
        form.addRow(self.by_hand)
        form.addRow(self.again)
        self.test.moved.connect(self._slide_test)
        self.validation.moved.connect(self._slide_validation)
        for share in (self.test, self.validation):
            share.released.connect(document.end_merge)
        self.stratified.clicked.connect(self._set_stratified)
        self.again.clicked.connect(self._split_by_shares)

    def retranslate(self) -> None:
        self._form.caption(self.test, self.tr("For testing"))
        self._form.caption(self.validation, self.tr("For validation"))
        self.stratified.setText(self.tr("Same share of every class"))
        self.stratified.setToolTip(
            self.tr("Each part has every class as often as all samples together have it")
        )
        self.again.setText(self.tr("Split by shares again"))

    def show_split(self) -> None:
        """Show the settings of now."""
        project = self._document.project
        data, training = project.data, project.training
        is_by_hand = data is not None and data.parts is not None
        test, validation = (
            round(100 * each) for each in (training.test_fraction, training.validation_fraction)
        )
        for field, share, other in (
            (self.test, test, validation),
            (self.validation, validation, test),
        ):
            sentence = self.tr("{percent} % of the samples").format(percent=share)
            most = max(min(_MOST, _MOST_TOGETHER - other), share)
            field.show_share(share, sentence, most)
            field.setEnabled(not is_by_hand)
            self._form.setRowVisible(field, data is not None)
        with silent(self.stratified):
            self.stratified.setChecked(training.stratified)
        self.stratified.setEnabled(not is_by_hand)
        self._form.setRowVisible(self.stratified, data is not None and _has_classes(data))
        self.by_hand.say(
            self.tr("The parts were set by hand, sample by sample.") if is_by_hand else ""
        )
        self._form.setRowVisible(self.by_hand, is_by_hand)
        self._form.setRowVisible(self.again, is_by_hand)

    def _slide_test(self, percent: int) -> None:
        label = self.tr("Keep {percent} % for testing").format(percent=percent)
        self._set(_TEST, label, test_fraction=percent / 100)

    def _slide_validation(self, percent: int) -> None:
        label = self.tr("Keep {percent} % for validation").format(percent=percent)
        self._set(_VALIDATION, label, validation_fraction=percent / 100)

    def _set(self, merge: str, label: str, **changes: Any) -> None:
        self._message.say(
            attempt_merged(self._document, merge, label, edits.set_training, **changes)
        )

    def _set_stratified(self, on: bool) -> None:
        label = (
            self.tr("Give every part the same share of every class")
            if on
            else self.tr("Split without regard to classes")
        )
        self._message.say(attempt(self._document, label, edits.set_training, stratified=on))

    def _split_by_shares(self) -> None:
        label = self.tr("Split by shares again")
        self._message.say(attempt(self._document, label, edits.set_parts, None))


def _has_classes(data: Dataset) -> bool:
    return task_of(data.targets.values).is_classification
