"""What the plot says: at the crosshair, of changed settings, of scores, where the window is."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mlp_studio.document.run_log import SettingChange
from mlp_studio.engine.tasks import Task
from mlp_studio.ui.plots.loss import LossPlot
from mlp_studio.ui.plots.loss.curves import Curves
from tests.ui.plots.loss.conftest import WrittenRun

NAN = float("nan")


def curves_of(plot: LossPlot) -> Curves:
    curves = plot.curves
    assert curves is not None
    return curves


def place_of(plot: LossPlot, epoch: float) -> QPoint:
    """Of an epoch, among the losses, in the viewport."""
    curves = curves_of(plot)
    rect = next(curves.panes.rects())
    return QPointF(curves.panes.pixel(epoch), rect.center().y()).toPoint()


def press(plot: LossPlot, *keys: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    for key in keys:
        QTest.keyClick(curves_of(plot), key, modifier or Qt.KeyboardModifier.NoModifier)


def test_the_mouse_reads_the_nearest_epoch(shown: LossPlot, written: WrittenRun) -> None:
    written.write(101)
    written.readable.emit()
    assert shown.epoch.text() == "epoch 100"
    QTest.mouseMove(curves_of(shown).viewport(), place_of(shown, 30.3))
    assert shown.epoch.text() == "at epoch 30"
    assert shown.train.value.text() == "0.0323"
    assert shown.test.value.text() == "0.0161"
    QTest.mouseMove(curves_of(shown).viewport(), QPoint(5, 20))
    assert shown.epoch.text() == "epoch 100"
    assert shown.train.value.text() == "0.0099"


def test_the_crosshair_stays_with_its_epoch_while_the_run_goes_on(
    shown: LossPlot, written: WrittenRun
) -> None:
    written.write(50)
    written.readable.emit()
    curves_of(shown).point_at(10)
    written.write(400)
    written.readable.emit()
    assert shown.epoch.text() == "at epoch 10"
    written.write(5)
    written.readable.emit()
    assert shown.epoch.text() == "at epoch 4", "the run has another history, which ends there"


def test_keys_move_the_crosshair(shown: LossPlot, written: WrittenRun) -> None:
    written.write(101)
    written.readable.emit()
    press(shown, Qt.Key.Key_Left)
    assert shown.epoch.text() == "at epoch 100", "it comes from the end"
    press(shown, Qt.Key.Key_Left, Qt.Key.Key_Left)
    assert shown.epoch.text() == "at epoch 98"
    press(shown, Qt.Key.Key_PageDown)
    assert shown.epoch.text() == "at epoch 88"
    press(shown, Qt.Key.Key_PageUp, Qt.Key.Key_Right)
    assert shown.epoch.text() == "at epoch 99"
    press(shown, Qt.Key.Key_Home, Qt.Key.Key_Left)
    assert shown.epoch.text() == "at epoch 0"
    press(shown, Qt.Key.Key_Escape)
    assert shown.epoch.text() == "epoch 100"


def test_a_double_click_or_enter_chooses_an_epoch(
    shown: LossPlot, written: WrittenRun, qtbot: QtBot
) -> None:
    written.write(101)
    written.readable.emit()
    with qtbot.waitSignal(shown.epoch_chosen) as chosen:
        QTest.mouseDClick(
            curves_of(shown).viewport(), Qt.MouseButton.LeftButton, pos=place_of(shown, 40.0)
        )
    assert chosen.args == [40]
    press(shown, Qt.Key.Key_Right)
    with qtbot.waitSignal(shown.epoch_chosen) as chosen:
        press(shown, Qt.Key.Key_Return)
    assert chosen.args == [41]


def test_keys_zoom_and_pan_and_the_fit_button_leads_back(
    shown: LossPlot, written: WrittenRun
) -> None:
    written.write(101)
    written.readable.emit()
    assert not shown.head.fit.isVisible()
    everything = curves_of(shown).panes.across()
    press(shown, Qt.Key.Key_Plus)
    low, high = curves_of(shown).panes.across()
    assert high - low == pytest.approx((everything[1] - everything[0]) / 1.25)
    press(shown, Qt.Key.Key_Right, modifier=Qt.KeyboardModifier.ShiftModifier)
    assert curves_of(shown).panes.across()[0] == pytest.approx(low + 0.1 * (high - low))
    assert shown.head.fit.isVisible()
    written.write(201)
    written.readable.emit()
    assert curves_of(shown).panes.across()[0] == pytest.approx(low + 0.1 * (high - low))
    shown.head.fit.click()
    assert not shown.head.fit.isVisible()
    assert curves_of(shown).panes.across() == pytest.approx((-2.0, 200.0))


def test_an_epoch_out_of_view_is_panned_to(shown: LossPlot, written: WrittenRun) -> None:
    written.write(101)
    written.readable.emit()
    curves_of(shown).look_at(0.0, 20.0)
    press(shown, Qt.Key.Key_End)
    low, high = curves_of(shown).panes.across()
    assert low < 100.0 < high
    assert high - low == pytest.approx(20.0)


def test_the_smoothed_value_stands_beside_the_loss(shown: LossPlot, written: WrittenRun) -> None:
    written.write(3)
    written.readable.emit()
    assert shown.train.aside.isHidden()
    shown.head.smoothing.setValue(50)
    expected = (0.25 * 1.0 + 0.5 / 2 + 1.0 / 3) / 1.75
    assert shown.train.value.text() == "0.3333"
    assert shown.train.aside.text() == f"smoothed {expected:.4f}"
    curves = curves_of(shown)
    assert curves.lines.train.average.points[1][-1] == pytest.approx(expected)
    assert curves.lines.train.loss.points[1][-1] == pytest.approx(1 / 3), "the loss stays behind"
    shown.head.smoothing.setValue(0)
    assert shown.train.aside.isHidden()
    assert not len(curves.lines.train.average.points[1])


def test_epochs_can_be_shown_on_a_logarithmic_scale(shown: LossPlot, written: WrittenRun) -> None:
    written.write(1001)
    written.readable.emit()
    shown.head.logarithmic_epochs.click()
    across, up = curves_of(shown).lines.train.loss.points
    assert across[0] == 0.0
    assert up[0] == pytest.approx(0.5), "epoch 1 is the first that such a scale has"
    assert across[-1] == pytest.approx(3.0)
    QTest.mouseMove(curves_of(shown).viewport(), place_of(shown, 100.0))
    assert shown.epoch.text() == "at epoch 100"
    press(shown, Qt.Key.Key_Home)
    assert shown.epoch.text() == "at epoch 1"


def test_on_a_logarithmic_scale_a_loss_of_0_falls_out_of_the_picture(
    shown: LossPlot, written: WrittenRun
) -> None:
    written.write(10, tested=False)
    written.history.train[5] = 0.0
    shown.logarithmic.click()
    written.readable.emit()
    curves = curves_of(shown)
    low, high = curves.getViewBox().viewRange()[1]
    assert (low, high) == (-1.0, 0.0)
    assert curves.lines.train.loss.points[1][5] < -300.0


def test_changes_of_settings_are_marked_and_said_in_full_by_their_tool_tip(
    shown: LossPlot, written: WrittenRun
) -> None:
    written.write(101)
    texts = ("η 0.1 → 0.03", "a batch of 32 samples after one of 10, which is a long text")
    written.changes = (SettingChange(20, texts[0]), SettingChange(90, texts[1]))
    written.readable.emit()
    markers = curves_of(shown).markers
    labels = markers.labels()
    assert texts[0] in [text for text, _ in labels]
    long, rect = next(label for label in labels if label[0] != texts[0])
    assert long.endswith("…")
    assert markers.text_at(rect.center().x(), rect.center().y()) == texts[1]
    on_line = place_of(shown, 20.0)
    assert markers.text_at(on_line.x(), on_line.y()) == texts[0]
    assert markers.text_at(on_line.x() + 30, on_line.y()) == ""


def test_where_the_window_stands_is_marked_and_its_values_are_read(
    shown: LossPlot, written: WrittenRun
) -> None:
    written.write(101)
    written.readable.emit()
    written.shown_epoch = 9
    written.place_changed.emit()
    assert [(each.epoch, each.is_here) for each in curves_of(shown).markers.markers] == [(9, True)]
    assert shown.epoch.text() == "at epoch 9"
    assert shown.train.value.text() == "0.1000"
    written.shown_epoch = None
    written.place_changed.emit()
    assert curves_of(shown).markers.markers == ()
    assert shown.epoch.text() == "epoch 100"


def test_accuracy_stands_beneath_with_the_same_epochs(shown: LossPlot, written: WrittenRun) -> None:
    written.write(101)
    written.write_scores([0.0, 50.0, 100.0], [0.5, 0.75, 0.982], [0.5, 0.5, 0.9])
    written.readable.emit()
    curves = curves_of(shown)
    assert curves.is_scored
    assert shown.train_score.value.text() == "98.2 %"
    assert shown.test_score.value.text() == "90 %"
    assert shown.train_score.name.text() == "training accuracy"
    assert curves.lines.train.score.points[1].tolist() == [0.5, 0.75, 0.982]
    curves.look_at(20.0, 60.0)
    assert curves.panes.score.getViewBox().viewRange()[0] == pytest.approx([20.0, 60.0])
    curves.point_at(70)
    assert shown.train_score.value.text() == "75 %"
    assert shown.train_score.aside.text() == "epoch 50", "of which epoch it is"


def test_a_regression_has_r2_beneath(shown: LossPlot, written: WrittenRun) -> None:
    written.write(11, tested=False)
    written.task = Task("regression")
    written.write_scores([0.0, 10.0], [-0.4, 0.5], [NAN, NAN])
    written.readable.emit()
    assert shown.train_score.name.text() == "training R²"
    assert shown.train_score.value.text() == "0.5000"
    assert not shown.test_score.isVisible()
    curves = curves_of(shown)
    low, high = curves.panes.score.getViewBox().viewRange()[1]
    assert low < -0.4 < 1.0 < high
    assert "%" not in "".join(curves.panes.score_axis.tickStrings([0.0, 1.0], 1.0, 1.0))


@pytest.mark.parametrize("known", [False, True])
def test_without_scores_or_room_the_losses_have_it_all(
    shown: LossPlot, written: WrittenRun, known: bool, qtbot: QtBot
) -> None:
    written.write(101)
    written.write_scores([0.0, 100.0], [0.5, 0.9] if known else [NAN, NAN], [NAN, NAN])
    written.readable.emit()
    curves = curves_of(shown)
    assert curves.is_scored == known
    shown.resize(900, 160)
    assert not curves.is_scored
    qtbot.waitUntil(lambda: next(curves.panes.rects()).height() > 60.0)
    assert shown.train_score.isVisible() == known, "the newest is said all the same"


def test_when_the_history_is_dropped_nothing_of_it_is_said_any_more(
    shown: LossPlot, written: WrittenRun
) -> None:
    written.write(101)
    written.write_scores([0.0, 100.0], [0.5, 0.9], [0.5, 0.9])
    written.changes = (SettingChange(20, "η"),)
    written.readable.emit()
    curves_of(shown).point_at(10)
    written.write(0)
    written.write_scores([], [], [])
    written.changes = ()
    written.cleared.emit()
    curves = curves_of(shown)
    assert shown.empty.isVisible()
    assert not shown.head.isVisible()
    assert (curves.crosshair, curves.markers.markers, curves.is_scored) == (None, (), False)
    written.write(3)
    written.readable.emit()
    assert curves.record.train.values.tolist() == [1.0, 0.5, 1 / 3]
    assert shown.epoch.text() == "epoch 2"


@pytest.mark.parametrize("width", [480, 700, 1200])
def test_the_legend_has_room_at_any_width(
    shown: LossPlot, written: WrittenRun, width: int, qtbot: QtBot
) -> None:
    written.write(101)
    written.write_scores([0.0, 100.0], [0.5, 0.9], [0.5, 0.9])
    written.readable.emit()
    shown.resize(width, 300)
    shown.head.smoothing.setValue(90)
    entries = [entry for entry in shown.head.entries if not entry.isHidden()]
    assert len(entries) == 4

    def settled() -> None:
        assert shown.width() == width
        for entry in entries:
            assert entry.width() >= entry.sizeHint().width()
            assert entry.geometry().right() < shown.head.width()
        assert shown.head.export.geometry().right() < shown.head.width()

    qtbot.waitUntil(settled)


def test_out_of_sight_nothing_is_drawn_until_it_is_seen_again(
    shown: LossPlot, written: WrittenRun
) -> None:
    written.write(10)
    written.readable.emit()
    shown.hide()
    written.write(20)
    written.readable.emit()
    assert len(curves_of(shown).record) == 10
    shown.show()
    assert np.array_equal(curves_of(shown).record.epochs, written.history.epochs)
