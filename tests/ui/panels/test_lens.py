"""The path lens: the engine's paths in words, and a sum that ends at the gradient."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from mlp_studio.document.document import Document
from mlp_studio.document.selection import Selected, Selection
from mlp_studio.document.stepper import StepCursor
from mlp_studio.engine.paths import Origin, Paths
from mlp_studio.project import edits
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.lens import LensPanel
from mlp_studio.ui.panels.lens.subject import MOST
from mlp_studio.ui.panels.rows import FACE, RowFace
from mlp_studio.ui.theme import ThemeModel
from tests.project.projects import chain, dataset, numbered

SAMPLES = dataset([[0.5, -0.25], [1.0, 0.75]], [[1.0], [0.0]])


@pytest.fixture
def document(qapp: object) -> Document:
    """2-2-3-1, sigmoid: six paths from a weight of the first link."""
    project = chain(2, 2, 3, 1, data=SAMPLES)
    return Document(edits.redraw_parameters(project, 5))


@pytest.fixture
def lens(
    document: Document,
    selection: Selection,
    theme: ThemeModel,
    numbers: NumberFormat,
    qtbot: QtBot,
) -> LensPanel:
    cursor = StepCursor(document)
    panel = LensPanel(
        document=document, cursor=cursor, selection=selection, theme=theme, numbers=numbers
    )
    panel.cursor = cursor
    qtbot.addWidget(panel)
    panel.resize(320, 700)
    panel.show()
    return panel


def select_edge(selection: Selection, link: str, j: int, k: int) -> None:
    selection.set(Selected(edges=frozenset({(link, j, k)})))


def faces(lens: LensPanel) -> list[RowFace]:
    return [lens.model.index(row).data(FACE) for row in range(lens.model.rowCount())]


def test_without_a_selection_it_says_what_to_do(lens: LensPanel) -> None:
    assert lens.hint.isVisible()
    assert "Select an edge" in lens.hint.text()
    assert not lens.rows.isVisible()


def test_a_selected_edge_has_the_engines_paths_the_strongest_first(
    lens: LensPanel, selection: Selection
) -> None:
    select_edge(selection, "x->h1", 1, 0)
    assert lens.heading.text() == "∂L/∂w of x₁ → h¹₂, sample 1"
    trace = lens.cursor.trace
    layout = trace.network.layout
    origin = Origin(layout.block("x", "h1").start + 3)
    expected = Paths(trace).strongest(origin, MOST)
    assert expected.count == 3
    assert "3 paths" in lens.total.text()
    numbers = NumberFormat(4)
    shown = [face.value.lstrip("+") for face in faces(lens)]
    assert shown == [numbers.text(path.product) for path in expected.paths]
    assert faces(lens)[0].share == 1.0
    assert faces(lens)[0].name.startswith("x₁ → h¹₂ → h²")
    assert faces(lens)[0].name.endswith("→ o₁ → L")


def test_the_factors_in_a_row_multiply_to_its_value(
    lens: LensPanel, selection: Selection, numbers: NumberFormat
) -> None:
    numbers.set_digits(6)
    select_edge(selection, "x->h1", 0, 1)
    for face in faces(lens):
        factors = [numbers.parse(each.strip("\u00a0 ()")) for each in face.working.split("·")]
        assert len(factors) == 7  # a · f′ · w · f′ · w · f′ · ∂L/∂a
        assert np.prod(factors) == pytest.approx(numbers.parse(face.value), abs=2e-6)


def test_the_sum_grows_path_by_path_until_it_is_the_gradient(
    lens: LensPanel, selection: Selection, numbers: NumberFormat
) -> None:
    select_edge(selection, "x->h1", 1, 0)
    trace = lens.cursor.trace
    parameter = trace.network.layout.block("x", "h1").start + 3
    subject = lens.subject
    assert subject is not None
    lens.set_stage(0)
    assert subject.growing[0] == 0.0
    for stage in range(1, subject.stages + 1):
        lens.more.click()
        assert lens.stage == stage
        if stage < subject.stages:
            assert subject.growing[stage] == subject.found.sums[stage - 1]
            assert lens.so_far.text().startswith(f"first {stage} of 3 paths: ")
    # Exactly the engine's number, and the products really add up to it.
    assert subject.growing[-1] == trace.gradient[parameter]
    assert subject.found.sums[-1] == pytest.approx(trace.gradient[parameter], rel=1e-12)
    gradient = numbers.text(float(trace.gradient[parameter])).lstrip("+")
    assert lens.so_far.text().endswith(gradient)
    assert lens.so_far.text().startswith("all 3 paths: ")
    assert not lens.more.isEnabled()


def test_rows_that_are_not_in_the_sum_step_back(lens: LensPanel, selection: Selection) -> None:
    select_edge(selection, "x->h1", 1, 0)
    lens.set_stage(1)
    assert [face.counted for face in faces(lens)] == [True, False, False]


def test_the_recursive_way_has_the_same_number_and_says_what_it_saves(
    lens: LensPanel, selection: Selection, numbers: NumberFormat
) -> None:
    select_edge(selection, "x->h1", 1, 0)
    trace = lens.cursor.trace
    layout = trace.network.layout
    delta = float(trace.delta[layout.rows["h1"].start + 1, 0])
    assert f"= {numbers.text(delta)}" in lens.recursion.product.text()
    gradient = float(trace.gradient[layout.block("x", "h1").start + 3])
    assert lens.recursion.product.text().endswith(numbers.text(gradient))
    # 3 paths of 7 factors against one product.
    assert "18 multiplications path by path, 1 with δ" in lens.recursion.saved.text()
    assert "For all gradients" in lens.recursion.saved.text()


def test_a_unit_stands_for_its_bias_and_an_input_for_itself(
    lens: LensPanel, selection: Selection
) -> None:
    layout = lens.cursor.trace.network.layout
    selection.set(Selected(units=frozenset({("h1", 1)})))
    assert lens.heading.text() == "∂L/∂b of h¹₂, sample 1"
    assert lens.subject is not None
    assert lens.subject.origin == Origin(layout.block("x", "h1").start + 5)
    # A bias's 1 is no factor: 3 paths of 6 numbers.
    assert lens.subject.multiplications == 3 * 5
    assert lens.subject.multiplications_reused == 0
    selection.set(Selected(units=frozenset({("x", 1)})))
    assert lens.heading.text() == "∂L/∂a of x₂, sample 1"
    assert lens.subject.origin == Origin(row=1)
    assert lens.subject.found.count == 6
    assert lens.subject.multiplications == 6 * 6
    assert lens.subject.multiplications_reused == 2


def test_several_things_selected_are_none(lens: LensPanel, selection: Selection) -> None:
    selection.set(Selected(edges=frozenset({("x->h1", 0, 0), ("x->h1", 1, 0)})))
    assert lens.subject is None
    assert lens.hint.isVisible()


def test_what_is_in_the_sum_is_lit_and_a_selected_row_alone(
    lens: LensPanel, selection: Selection
) -> None:
    lit = QSignalSpy(lens.paths_shown)
    select_edge(selection, "x->h1", 1, 0)
    assert lens.subject is not None
    paths = lens.subject.paths
    assert lit.at(lit.count() - 1)[0] == paths
    lens.set_stage(2)
    assert lit.at(lit.count() - 1)[0] == paths[:2]
    lens.rows.setCurrentIndex(lens.model.index(2))
    assert lit.at(lit.count() - 1)[0] == paths[2:]
    lens.hide()
    assert lit.at(lit.count() - 1)[0] == ()


def test_a_large_network_lists_the_strongest_and_adds_up_the_rest(
    selection: Selection, theme: ThemeModel, numbers: NumberFormat, qtbot: QtBot
) -> None:
    document = Document(chain(2, 12, 12, 1, data=SAMPLES))
    cursor = StepCursor(document)
    lens = LensPanel(
        document=document, cursor=cursor, selection=selection, theme=theme, numbers=numbers
    )
    qtbot.addWidget(lens)
    lens.show()
    selection.set(Selected(units=frozenset({("x", 0)})))
    assert lens.subject is not None
    found = lens.subject.found
    assert found.count == 144
    assert lens.model.rowCount() == MOST + 1
    last = lens.model.index(MOST).data(FACE)
    assert last.name.startswith("… 94 more add up to ")
    assert last.name.endswith(numbers.text(found.rest))
    assert lens.subject.growing[-1] == found.gradient
    assert lens.stage == MOST + 1


def test_every_change_is_looked_at_again(
    lens: LensPanel, document: Document, selection: Selection
) -> None:
    select_edge(selection, "x->h1", 1, 0)
    before = lens.subject
    document.apply("Weight", edits.set_weight, "h1->h2", 0, 1, 2.0)
    changed = lens.subject
    assert changed is not None
    assert before is not None
    assert changed.found.gradient == lens.cursor.trace.gradient[3]
    assert changed.found.gradient != before.found.gradient
    document.undo()
    assert lens.subject is not None
    assert lens.subject.found.gradient == before.found.gradient
    lens.cursor.set_sample(1)
    assert lens.heading.text().endswith("sample 2")
    assert lens.subject.found.gradient == lens.cursor.trace.gradient[3]
    document.new(numbered(chain(1, 1)))
    assert lens.subject is None
    assert "As soon as" in lens.hint.text()


def test_a_renamed_layer_is_called_by_its_new_name(
    lens: LensPanel, document: Document, selection: Selection
) -> None:
    select_edge(selection, "x->h1", 1, 0)
    document.apply("Name", edits.set_unit_name, "h1", 1, "edge")
    assert lens.heading.text() == "∂L/∂w of x₁ → edge, sample 1"
    assert "edge" in faces(lens)[0].name


def test_a_hidden_lens_looks_nothing_up(lens: LensPanel, selection: Selection) -> None:
    lens.hide()
    select_edge(selection, "x->h1", 1, 0)
    assert lens.subject is None
    lens.show()
    assert lens.subject is not None
