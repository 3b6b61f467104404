"""The costs panel: counted by hand for a small network, measured by the engine."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mlp_studio.commands.demo import build_xor
from mlp_studio.document.document import Document
from mlp_studio.document.stepper import StepCursor
from mlp_studio.project import edits
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.costs import CostsPanel
from tests.project.projects import chain, dataset


@pytest.fixture
def document(qapp: object) -> Document:
    """2-2-1 with squared error, which ends in ∂L/∂a."""
    return Document(edits.set_loss(build_xor(), "half_sse"))


@pytest.fixture
def panel(document: Document, numbers: NumberFormat, qtbot: QtBot) -> CostsPanel:
    panel = CostsPanel(
        document=document, cursor=StepCursor(document), numbers=numbers, chart=QWidget()
    )
    qtbot.addWidget(panel)
    panel.resize(320, 700)
    panel.show()
    return panel


def counts(panel: CostsPanel) -> dict[str, str]:
    return {way: row.count.text() for way, row in panel.ways.items()}


def test_a_2_2_1_network_costs_what_one_counts_by_hand(panel: CostsPanel) -> None:
    assert counts(panel) == {
        # 9 parameters, two forward passes of 6 multiplications for each.
        "finite_differences": "108",
        # x·f′·v·f′·∂L/∂a of 4 weights, one less of 2 biases, a·f′·∂L/∂a twice, f′·∂L/∂a once.
        "paths": str(4 * 4 + 2 * 3 + 2 * 2 + 1),
        # 2 messages, 3 times f′, 6 times δ·a.
        "backpropagation": "11",
    }
    assert "9 paths" in panel.ways["paths"].what.text()
    assert panel.ways["paths"].ratio.text() == "2.5 times as many"
    assert panel.ways["finite_differences"].ratio.text() == "9.8 times as many"


def test_a_number_nobody_can_read_is_a_power_with_the_exact_one_in_the_tooltip(
    panel: CostsPanel, document: Document
) -> None:
    data = dataset([[0.0, 0.0]], [[0.0]])
    document.new(chain(2, *[20] * 12, 1, data=data))
    row = panel.ways["paths"]
    assert "·10¹" in row.count.text()
    assert panel.counted is not None
    assert row.count.toolTip() == f"{panel.counted.paths:,} multiplications"


def test_a_measurement_shows_three_times_and_how_far_the_gradients_are_apart(
    panel: CostsPanel, qtbot: QtBot, numbers: NumberFormat
) -> None:
    assert not any(row.time.isVisible() for row in panel.ways.values())
    with qtbot.waitSignal(panel.measurement.finished, timeout=10_000):
        panel.job_row.start.click()
        assert panel.job_row.cancel.isVisible()
    assert all(row.time.text().endswith("s") for row in panel.ways.values())
    result = panel.measurement.result
    assert result is not None
    difference = result.differs_by(result.times.finite_differences)
    assert difference is not None
    assert numbers.text(difference) in panel.same.text()
    assert not panel.job_row.cancel.isVisible()


def test_times_of_another_network_do_not_stay(
    panel: CostsPanel, document: Document, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(panel.measurement.finished, timeout=10_000):
        panel.job_row.start.click()
    document.apply("Weight", edits.set_weight, "x->h", 0, 0, 3.0)
    assert not panel.ways["paths"].time.isVisible()
    assert "changed" in panel.message.text()
    document.undo()
    assert not panel.ways["paths"].time.isVisible()


def test_cancelling_leaves_no_worker(panel: CostsPanel, document: Document) -> None:
    data = dataset([[0.0] * 64], [[0.0] * 10])
    document.new(chain(64, 64, 64, 10, data=data))
    panel.job_row.start.click()
    panel.job_row.cancel.click()
    assert panel.measurement.result is None
    assert panel.job_row.start.isEnabled()
    panel.shutdown()
    panel.shutdown()
    assert all(each.name != "cost measurement" for each in threading.enumerate())


def test_a_half_built_network_has_no_costs(panel: CostsPanel, document: Document) -> None:
    document.new()
    assert not panel.ways["paths"].isVisible()
    assert "As soon as" in panel.message.text()
