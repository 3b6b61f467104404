"""Stepping through Mazur's network with a real mouse: forward, back, in time, along paths."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRect
from PySide6.QtWidgets import QApplication, QMenu, QTabBar
from pytestqt.qtbot import QtBot

from mlp_studio.document.checking import Verdict
from mlp_studio.project import edits
from mlp_studio.ui.app import Studio
from mlp_studio.ui.examples import examples
from tests.e2e.mouse import Mouse, middle, on_canvas

MAZUR_GRADIENT = 0.082167041
"""∂L/∂w of h1 → o1 as the article prints it."""


@pytest.fixture
def mazur(studio: Studio, qtbot: QtBot) -> Studio:
    """The worked example in the Step perspective, nothing in motion so that places are final."""
    studio.canvas.motion.wanted = studio.canvas.flow.wanted = False
    path, title = next(each for each in examples() if each[0].stem == "mazur")
    studio.files.open_example(path, title)
    studio.actions["step"].trigger()
    studio.canvas.fit()
    qtbot.waitUntil(lambda: studio.stepping.calculation.view.loading.is_ready, timeout=10_000)
    qtbot.wait(200)
    return studio


def button(studio: Studio, name: str) -> QPoint:
    return middle(studio.stepping.bar.button(name))


def unit(studio: Studio, layer: str, number: int) -> QPoint:
    item = studio.canvas.figure.layers[layer]
    centre = item.column.centre(number)
    assert centre is not None
    return on_canvas(studio.canvas, item.pos() + centre)


def edge(studio: Studio, link: str, j: int, k: int) -> QPoint:
    """A point of the edge, away from where edges cross."""
    figure = studio.canvas.figure
    row = figure.table.find(link, j, k)
    assert row is not None
    x, y = figure.routes.points(row, np.array([0.2]))[0].tolist()
    return on_canvas(studio.canvas, QPointF(x, y))


def tab(studio: Studio, title: str) -> QPoint:
    for bar in studio.window.findChildren(QTabBar):
        for number in range(bar.count()):
            if bar.isVisible() and bar.tabText(number) == title:
                return middle(bar, bar.tabRect(number))
    raise AssertionError(f"no tab {title!r}")


def at_moment(studio: Studio, moment: int) -> QPoint:
    """Where on the scrubber a moment stands."""
    slider = studio.stepping.bar.slider
    return slider.mapToGlobal(QPoint(round(slider.place_of(moment)), slider.height() // 2))


def choose_granularity(studio: Studio, mouse: Mouse, qtbot: QtBot, number: int) -> None:
    """With the mouse, from the list in the time machine."""
    choice = studio.stepping.bar.granularity
    mouse.click(middle(choice))
    view = choice.view()
    qtbot.waitUntil(view.isVisible)
    mouse.click(middle(view.viewport(), view.visualRect(choice.model().index(number, 0))))


def parameters(studio: Studio) -> bytes:
    compiled = studio.document.compiled
    assert compiled is not None
    return compiled.parameters.tobytes()


def test_every_button_of_the_time_machine_goes_where_it_says(
    mazur: Studio, mouse: Mouse, qtbot: QtBot
) -> None:
    cursor = mazur.cursor
    choose_granularity(mazur, mouse, qtbot, 0)
    assert cursor.granularity == "term"
    mouse.click(button(mazur, "forward"))
    assert cursor.step is not None
    assert (cursor.step.phase, cursor.step.layer, cursor.step.unit) == ("forward", "h", 0)
    mouse.click(button(mazur, "finish-layer"))
    assert cursor.steps[cursor.index + 1].layer == "o"
    mouse.click(button(mazur, "finish-phase"))
    assert cursor.steps[cursor.index + 1].phase == "loss"
    mouse.click(button(mazur, "to-end"))
    assert cursor.index == len(cursor.steps) - 1
    for _ in range(3):
        mouse.click(button(mazur, "back"))
    assert cursor.index == len(cursor.steps) - 4
    mouse.click(button(mazur, "to-start"))
    assert cursor.index == -1
    mouse.click(button(mazur, "play"))
    qtbot.waitUntil(lambda: cursor.index >= 1, timeout=5_000)
    mouse.click(button(mazur, "play"))
    assert not cursor.player.is_playing


def test_a_pass_is_run_to_the_unit_that_was_clicked(mazur: Studio, mouse: Mouse) -> None:
    mouse.click(unit(mazur, "o", 1), button=3)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    action = mazur.actions["run_to_unit"]
    mouse.click(menu.mapToGlobal(menu.actionGeometry(action).center()))
    step = mazur.cursor.step
    assert step is not None
    assert (step.phase, step.layer, step.unit) == ("forward", "o", 1)


def test_two_updates_are_made_and_the_scrubber_goes_back_to_the_initial_weights(
    mazur: Studio, mouse: Mouse, qtbot: QtBot
) -> None:
    cursor, start = mazur.cursor, parameters(mazur)
    states = [start]
    for _ in range(2):
        mouse.click(button(mazur, "to-end"))
        mouse.click(button(mazur, "forward"))
        states.append(parameters(mazur))
    assert len(set(states)) == 3
    assert cursor.pass_number == 2

    mouse.drag(at_moment(mazur, cursor.moment), at_moment(mazur, 0) - QPoint(20, 0))
    qtbot.waitUntil(lambda: cursor.moment == 0)
    assert parameters(mazur) == start
    mouse.drag(at_moment(mazur, 0), at_moment(mazur, cursor.moments - 1) + QPoint(20, 0))
    qtbot.waitUntil(lambda: cursor.pass_number == 2)
    assert parameters(mazur) == states[2]

    # A change in the past begins a branch; undoing it brings back the old future.
    cursor.go_to_moment(0)
    link = mazur.document.project.links[0].id
    mazur.document.apply("Set a weight", edits.set_weight, link, 0, 0, 1.0)
    assert parameters(mazur) not in states
    while parameters(mazur) != states[2]:
        assert mazur.document.undo_stack.can_undo()
        mouse.press_key("ctrl+z")


def test_the_step_list_is_gone_through_by_click_and_by_key(
    mazur: Studio, mouse: Mouse, qtbot: QtBot
) -> None:
    mouse.click(tab(mazur, "Steps"))
    rows = mazur.stepping.steps.rows
    index = rows.model().index(3, 0)
    mouse.click(middle(rows.viewport(), rows.visualRect(index)))
    assert mazur.cursor.index == 3
    mouse.press_key("Down")
    mouse.press_key("Return")
    assert mazur.cursor.index == 4
    mouse.press_key("Home")
    mouse.press_key("Return")
    assert mazur.cursor.index == 0


def test_a_number_of_the_calculation_lights_its_place_and_leads_to_its_step(
    mazur: Studio, mouse: Mouse
) -> None:
    cursor, calculation = mazur.cursor, mazur.stepping.calculation
    mouse.click(tab(mazur, "Calculation"))
    mouse.click(button(mazur, "to-end"))
    backward = [n for n, step in enumerate(cursor.steps) if step.phase == "backward"]
    cursor.go_to(backward[-1])
    view = calculation.view
    area, leaf = next(
        (area, leaf)
        for area, leaf in view.setting.areas
        if leaf.can_be_followed and leaf.place is not None and leaf.quantity == "a"
    )
    at = view.mapToGlobal(area.center().toPoint())
    mouse.point(at)
    assert mazur.canvas.figure.halo.places == {leaf.place}
    mouse.click(at)
    assert cursor.step is not None
    assert cursor.step.phase == "forward"


def test_the_paths_of_a_clicked_weight_add_up_to_its_gradient(
    mazur: Studio, mouse: Mouse, qtbot: QtBot
) -> None:
    mouse.click(tab(mazur, "Paths"))
    link = mazur.document.project.links[0].id
    mouse.click(edge(mazur, link, 0, 0))
    lens = mazur.stepping.lens
    qtbot.waitUntil(lambda: lens.subject is not None)
    subject = lens.subject
    assert subject is not None
    assert subject.found.count == 2
    trace = mazur.cursor.trace
    assert trace is not None
    assert sum(path.product for path in subject.paths) == pytest.approx(
        trace.gradient[0], rel=1e-12
    )
    assert len(mazur.canvas.path_overlay.paths) == 2
    mouse.click(middle(lens.fewer))
    assert lens.stage == 1
    assert len(mazur.canvas.path_overlay.paths) == 1
    mouse.click(tab(mazur, "Calculation"))
    assert len(mazur.canvas.path_overlay.paths) == 0


def test_the_gradients_are_checked_and_the_costs_measured_on_demand(
    mazur: Studio, mouse: Mouse, qtbot: QtBot
) -> None:
    mouse.click(tab(mazur, "Check"))
    check = mazur.stepping.check
    mouse.click(middle(check.job_row.start))
    qtbot.waitUntil(lambda: check.check.result is not None, timeout=10_000)
    findings = check.check.result
    assert findings.count(Verdict.AGREES) == 12
    mouse.click(tab(mazur, "Costs"))
    costs = mazur.stepping.costs
    assert costs.counted is not None
    mouse.click(middle(costs.job_row.start))
    qtbot.waitUntil(lambda: costs.measurement.result is not None, timeout=20_000)


def test_the_guides_figure_leads_to_the_step_that_makes_it(mazur: Studio, mouse: Mouse) -> None:
    mouse.click(tab(mazur, "Guide"))
    browser = mazur.stepping.guide.browser
    place = browser.document().find("neth1")
    place.setPosition(place.selectionStart() + 1)
    area: QRect = browser.cursorRect(place)
    mouse.click(middle(browser.viewport(), area))
    step = mazur.cursor.step
    assert step is not None
    assert (step.phase, step.layer, step.unit) == ("forward", "h", 0)
    trace = mazur.cursor.trace
    assert trace is not None
    block = trace.network.layout.block("h", "o")
    assert trace.gradient[block.start] == pytest.approx(MAZUR_GRADIENT, abs=5e-10)
