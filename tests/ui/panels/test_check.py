"""The check panel: what the engine found, in words, and away with it after any change."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from mlp_studio.commands.demo import build_xor
from mlp_studio.document.checking import Findings, Verdict
from mlp_studio.document.document import Document
from mlp_studio.document.selection import Selected, Selection
from mlp_studio.document.stepper import StepCursor
from mlp_studio.project import edits
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.check import CheckPanel
from mlp_studio.ui.panels.rows import FACE
from mlp_studio.ui.theme import ThemeModel


@pytest.fixture
def document(qapp: object) -> Document:
    return Document(build_xor())


@pytest.fixture
def cursor(document: Document) -> StepCursor:
    return StepCursor(document)


@pytest.fixture
def panel(
    document: Document,
    cursor: StepCursor,
    selection: Selection,
    theme: ThemeModel,
    numbers: NumberFormat,
    qtbot: QtBot,
) -> CheckPanel:
    panel = CheckPanel(
        document=document, cursor=cursor, selection=selection, theme=theme, numbers=numbers
    )
    qtbot.addWidget(panel)
    panel.resize(320, 700)
    panel.show()
    return panel


def run(panel: CheckPanel, qtbot: QtBot) -> Findings:
    with qtbot.waitSignal(panel.check.finished, timeout=5000):
        panel.job_row.start.click()
    assert panel.check.result is not None
    return panel.check.result


def spoil(findings: Findings, wrong: int, kink: int) -> Findings:
    """As if one gradient were wrong and another stood at a kink."""
    error, verdicts = findings.relative_error.copy(), findings.verdicts.copy()
    error[wrong], error[kink] = 0.5, 0.25
    verdicts[wrong], verdicts[kink] = Verdict.DIFFERS, Verdict.KINK
    return replace(findings, relative_error=error, verdicts=verdicts)


def test_it_says_that_all_agree_and_where_the_largest_error_is(
    panel: CheckPanel, numbers: NumberFormat, qtbot: QtBot
) -> None:
    found = run(panel, qtbot)
    assert panel.verdict.text() == "All 9 gradients agree."
    assert numbers.text(float(found.relative_error.max())) in panel.largest.text()
    assert panel.counts[Verdict.AGREES].text().startswith("✓ 9 agree")
    assert not panel.counts[Verdict.DIFFERS].isVisible()
    assert panel.model.rowCount() == 9
    errors = [panel.model.index(row).data(FACE).value for row in range(9)]
    assert errors == [
        numbers.text(float(each)) for each in np.sort(found.relative_error)[::-1].tolist()
    ]


def test_a_wrong_gradient_stands_first_and_a_click_selects_its_edge(
    panel: CheckPanel, selection: Selection, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = run(panel, qtbot)
    monkeypatch.setattr(panel.check, "_result", spoil(found, wrong=3, kink=5))
    panel.retranslate()
    assert panel.verdict.text() == "1 of 9 gradients differ."
    assert panel.counts[Verdict.KINK].text().startswith("∧ 1 at a kink")
    first, second = (panel.model.index(row).data(FACE) for row in range(2))
    assert first.name == "✗ x₁ → h₂"
    assert first.colour == "error"
    assert second.name == "∧ bias of h₂"
    panel.rows.clicked.emit(panel.model.index(0))
    assert selection.current == Selected(edges=frozenset({("x->h", 1, 0)}))
    panel.rows.clicked.emit(panel.model.index(1))
    assert selection.current == Selected(units=frozenset({("h", 1)}))


def test_all_samples_can_be_checked_together(
    panel: CheckPanel, document: Document, qtbot: QtBot
) -> None:
    panel.of.setCurrentIndex(1)
    assert panel.of.currentText() == "The mean loss of all 4 samples"
    found = run(panel, qtbot)
    compiled = document.compiled
    assert compiled is not None
    _, gradient = compiled.network.gradient(compiled.parameters, compiled.inputs, compiled.targets)
    np.testing.assert_allclose(found.analytic, gradient, rtol=1e-12)


@pytest.mark.parametrize("change", ["edit", "undo", "replaced", "sample"])
def test_nothing_stale_stays(
    panel: CheckPanel, document: Document, cursor: StepCursor, qtbot: QtBot, change: str
) -> None:
    document.apply("Weight", edits.set_weight, "x->h", 0, 0, 1.0)
    run(panel, qtbot)
    shown = QSignalSpy(panel.findings_shown)
    if change == "edit":
        document.apply("Weight", edits.set_weight, "x->h", 0, 0, 3.0)
    elif change == "undo":
        document.undo()
    elif change == "replaced":
        document.new(build_xor())
    else:
        cursor.set_sample(2)
    assert panel.check.result is None
    assert not panel.rows.isVisible()
    assert shown.at(shown.count() - 1)[0] is None
    if change != "sample":
        assert panel.message.text().startswith("The network changed")


def test_the_figure_is_coloured_only_while_the_panel_is_in_sight(
    panel: CheckPanel, qtbot: QtBot
) -> None:
    found = run(panel, qtbot)
    shown = QSignalSpy(panel.findings_shown)
    panel.hide()
    assert shown.at(shown.count() - 1)[0] is None
    panel.show()
    assert shown.at(shown.count() - 1)[0] is found


def test_shutting_down_twice_is_no_harm(panel: CheckPanel) -> None:
    panel.job_row.start.click()
    panel.shutdown()
    panel.shutdown()
    assert not panel.check.running
