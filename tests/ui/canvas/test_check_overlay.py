"""The check over the figure: colours and dashes are those of the findings, and never stale."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mlp_studio.document.checking import Findings, GradientCheck, Verdict
from mlp_studio.project import edits
from tests.project.projects import chain, dataset
from tests.ui.canvas.conftest import Show, Studio, xor_project


def found_in(studio: Studio, qtbot: QtBot, **wrong: Verdict) -> Findings:
    """The engine's findings, with the verdicts of some parameters (p3=…) spoilt."""
    job = GradientCheck(studio.document)
    with qtbot.waitSignal(job.finished, timeout=5000):
        job.start(0)
    assert job.result is not None
    verdicts = job.result.verdicts.copy()
    for name, verdict in wrong.items():
        verdicts[int(name[1:])] = verdict
    return replace(job.result, verdicts=verdicts)


def test_every_edge_has_the_verdict_of_its_parameter(xor: Studio, qtbot: QtBot) -> None:
    overlay, table = xor.view.check_overlay, xor.figure.table
    overlay.show_findings(found_in(xor, qtbot, p0=Verdict.DIFFERS, p5=Verdict.KINK))
    by_parameter = {int(table.parameter[row]): overlay.verdict(row) for row in range(len(table))}
    assert by_parameter == {
        **dict.fromkeys(range(9), Verdict.AGREES),
        0: Verdict.DIFFERS,
        5: Verdict.KINK,
    }
    drawn = {each.verdict: len(each.lines) for each in overlay.lines.marked}
    assert drawn == {Verdict.AGREES: 7, Verdict.KINK: 1, Verdict.DIFFERS: 1}


def test_colours_are_roles_and_what_differs_is_dashed_too(xor: Studio, qtbot: QtBot) -> None:
    overlay, theme = xor.view.check_overlay, xor.theme.theme
    overlay.show_findings(found_in(xor, qtbot, p0=Verdict.DIFFERS))
    pens = {verdict: overlay.lines.pen(verdict) for verdict in list(Verdict)[1:]}
    assert [pen.color() for pen in pens.values()] == [theme.ok, theme.warning, theme.error]
    assert pens[Verdict.AGREES].style() == Qt.PenStyle.SolidLine
    assert pens[Verdict.DIFFERS].dashPattern() != pens[Verdict.KINK].dashPattern()
    # What is wrong is drawn over what is right.
    assert overlay.lines.marked[-1].verdict is Verdict.DIFFERS
    xor.theme.set("dark")
    xor.figure.ensure_fresh()
    assert overlay.lines.pen(Verdict.DIFFERS).color() == xor.theme.theme.error
    xor.theme.set("light")


def test_the_tooltip_has_the_figures(xor: Studio, qtbot: QtBot) -> None:
    findings = found_in(xor, qtbot)
    row = xor.figure.table.find("h1->o", 0, 1)
    assert xor.view.check_overlay.explain(row) == ""
    xor.view.check_overlay.show_findings(findings)
    place = findings.place(int(xor.figure.table.parameter[row]))
    text = xor.numbers.text
    assert place is not None
    explained = xor.view.check_overlay.explain(row)
    assert text(float(findings.analytic[place])) in explained
    assert text(float(findings.numeric[place])) in explained
    assert text(float(findings.relative_error[place])) in explained
    assert "✓" in explained


@pytest.mark.parametrize("change", ["edit", "undo", "replaced"])
def test_it_is_cleared_on_any_change(xor: Studio, qtbot: QtBot, change: str) -> None:
    xor.document.apply("Weight", edits.set_weight, "x->h1", 0, 0, 2.0)
    overlay = xor.view.check_overlay
    overlay.show_findings(found_in(xor, qtbot))
    assert overlay.findings is not None
    if change == "edit":
        xor.document.apply("Weight", edits.set_weight, "x->h1", 0, 0, 1.0)
    elif change == "undo":
        xor.document.undo()
    else:
        xor.document.new(xor_project())
    xor.figure.ensure_fresh()
    assert overlay.findings is None
    assert not overlay.lines.isVisible()
    assert overlay.verdict(0) is Verdict.NONE


def test_it_steps_aside_while_a_run_shows_other_weights(xor: Studio, qtbot: QtBot) -> None:
    overlay = xor.view.check_overlay
    overlay.show_findings(found_in(xor, qtbot))
    xor.view.show_parameters(np.asarray(xor.document.compiled.parameters) + 1.0)
    assert overlay.findings is None
    xor.view.show_parameters(None)
    xor.figure.ensure_fresh()
    assert overlay.findings is not None


def test_a_folded_link_says_how_all_its_edges_came_out(show: Show, qtbot: QtBot) -> None:
    studio = show(chain(2, 20, 1, data=dataset([[0.5, 1.0]], [[1.0]])))
    studio.view.check_overlay.show_findings(found_in(studio, qtbot, p31=Verdict.DIFFERS))
    plates = studio.view.check_overlay.counts.plates
    assert [[line.text for line in plate.label.lines] for plate in plates] == [
        ["✗ 1", "✓ 59"],
        ["✓ 21"],
    ]
