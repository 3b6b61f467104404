"""A third curve where there is a validation part: told apart without colours, and named."""

from __future__ import annotations

from PySide6.QtCore import Qt

from mlp_studio.ui.plots.loss import LossPlot
from mlp_studio.ui.plots.loss.values import values_text
from tests.ui.plots.loss.conftest import WrittenRun


def test_there_is_none_without_a_validation_part(shown: LossPlot, written: WrittenRun) -> None:
    written.write(5)
    written.readable.emit()
    assert shown.curves is not None
    assert shown.curves.validation_data() == (None, None)
    assert not shown.head.validation.isVisible()


def test_the_curve_and_its_number_are_those_of_the_history(
    shown: LossPlot, written: WrittenRun
) -> None:
    written.write(5, validated=True)
    written.readable.emit()
    assert shown.curves is not None
    epochs, losses = shown.curves.validation_data()
    assert epochs is not None
    assert losses is not None
    assert epochs.tolist() == [0, 1, 2, 3, 4]
    assert losses.tolist() == written.history.validation.tolist()
    assert shown.head.validation.isVisible()
    assert shown.head.validation.name.text() == "validation loss"
    assert shown.head.validation.value.text() == "0.0667", "a third of 1 / 5"


def test_each_part_has_a_line_of_its_own_kind_as_in_the_legend(
    shown: LossPlot, written: WrittenRun
) -> None:
    written.write(5, validated=True)
    written.readable.emit()
    assert shown.curves is not None
    lines, head = shown.curves.lines, shown.head
    styles = [part.loss.style for part in (lines.train, lines.test, lines.validation)]
    assert styles == [entry.style_of_line for entry in head.losses]
    assert len(set(styles)) == 3
    assert Qt.PenStyle.NoPen not in styles


def test_a_run_that_gets_a_validation_part_is_another(shown: LossPlot, written: WrittenRun) -> None:
    written.write(5)
    written.readable.emit()
    written.write(6, validated=True)
    written.readable.emit()
    assert shown.curves is not None
    _, losses = shown.curves.validation_data()
    assert losses is not None
    assert len(losses) == 6


def test_the_table_has_the_column_only_where_there_is_such_a_part(written: WrittenRun) -> None:
    written.write(2, validated=True)
    text = values_text(written.history, written.scores, written.task)
    assert text.splitlines()[0] == "epoch,train_loss,test_loss,validation_loss"
    written.write(2)
    text = values_text(written.history, written.scores, written.task)
    assert text.splitlines()[0] == "epoch,train_loss,test_loss"
