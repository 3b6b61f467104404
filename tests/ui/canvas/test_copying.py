"""Copy, cut, paste and duplicate: weights go along, and nothing comes to stand on anything."""

import numpy as np
import pytest
from PySide6.QtGui import QGuiApplication

from mlp_studio.document.selection import Selected
from mlp_studio.project import edits, fragments
from mlp_studio.project.model import Project


@pytest.fixture(autouse=True)
def empty_clipboard(qapp):
    QGuiApplication.clipboard().clear()
    yield
    QGuiApplication.clipboard().clear()


def weights(studio, link: str) -> list[list[float]]:
    return edits.materialised_weights(studio.project, link).values.tolist()


def test_pasted_layers_have_the_weights_of_those_copied(xor) -> None:
    xor.selection.set(Selected(layers=frozenset({"x", "h1"})))
    xor.view.acts.copy()
    xor.view.acts.paste()
    (copy,) = {link.id for link in xor.project.links} - {"x->h1", "h1->o"}
    assert weights(xor, copy) == weights(xor, "x->h1")
    source, target = copy.split("->")
    assert xor.project.layer(target).biases.tolist() == [0.1, 0.0]
    assert xor.selection.current.layers == {source, target}
    assert xor.document.undo_stack.count() == 1


def test_a_paste_covers_nothing_however_often(xor) -> None:
    xor.selection.set(Selected(layers=frozenset({"x", "h1", "o"})))
    xor.view.acts.copy()
    for _ in range(3):
        xor.view.acts.paste()
    xor.figure.ensure_fresh()
    boxes = [item.column.bounds.translated(item.pos()) for item in xor.figure.layers.values()]
    assert len(boxes) == 12
    assert not any(a.intersects(b) for n, a in enumerate(boxes) for b in boxes[n + 1 :])


def test_the_clipboard_is_plain_json_that_other_programs_can_read(xor) -> None:
    xor.selection.set(Selected(layers=frozenset({"h1"})))
    xor.view.acts.copy()
    read = fragments.from_text(QGuiApplication.clipboard().text())
    assert [layer.id for layer in read.layers] == ["h1"]


def test_units_are_copied_as_layers_of_only_those_units(xor) -> None:
    xor.selection.set(Selected(units=frozenset({("x", 0), ("x", 1), ("h1", 1)})))
    xor.view.acts.copy()
    read = fragments.from_text(QGuiApplication.clipboard().text())
    assert [layer.units for layer in read.layers] == [2, 1]
    assert read.links[0].weights.tolist() == [[-1.0, 0.75]]


def test_cut_copies_and_deletes(xor) -> None:
    xor.selection.set(Selected(layers=frozenset({"h1"})))
    xor.view.acts.cut()
    assert not xor.project.has_layer("h1")
    xor.view.acts.paste()
    assert xor.project.has_layer("h1")


@pytest.mark.parametrize("text", ["", "a poem", "{", '{"format": "mlp-studio"}', "[1, 2]"])
def test_what_is_no_network_is_not_pasted(xor, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    before = xor.project
    xor.view.acts.paste()
    assert xor.project is before
    (sentence,) = xor.refusals
    assert "clipboard" in sentence


def test_an_empty_clipboard_is_refused_too(xor, monkeypatch) -> None:
    monkeypatch.setattr(type(QGuiApplication.clipboard()), "mimeData", lambda *_: None)
    xor.view.acts.paste()
    assert len(xor.refusals) == 1


def test_a_duplicated_unit_stands_below_and_answers_alike(xor) -> None:
    xor.selection.set(Selected(units=frozenset({("h1", 0)})))
    xor.view.acts.duplicate()
    assert weights(xor, "x->h1") == [[0.5, -0.25], [0.5, -0.25], [-1.0, 0.75]]
    assert weights(xor, "h1->o") == [[1.0, 1.0, -0.5]]
    assert xor.selection.current.units == {("h1", 1)}


def test_duplicated_layers_compute_what_the_old_ones_compute(xor) -> None:
    xor.selection.set(Selected(layers=frozenset({"x", "h1", "o"})))
    xor.view.acts.duplicate()
    new = sorted(xor.selection.current.layers)
    only = fragments.extract(xor.project, new)
    assert len(only.links) == 2
    assert np.array_equal(
        only.links[0].weights.values, edits.materialised_weights(xor.project, "x->h1").values
    )


def test_with_nothing_selected_there_is_nothing_to_copy(xor) -> None:
    xor.view.acts.copy()
    assert QGuiApplication.clipboard().text() == ""
    assert len(xor.refusals) == 1


def test_pasting_into_an_empty_project_works(empty) -> None:
    fragment = edits.add_layer(Project(), "dense", 3)
    QGuiApplication.clipboard().setText(fragments.to_text(fragment))
    empty.view.acts.paste()
    assert [layer.units for layer in empty.project.layers] == [3]
