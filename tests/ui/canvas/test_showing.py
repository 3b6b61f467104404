"""How much is shown of what is not selected: everything, the selection, numbers on a click."""

from mlp_studio.document.selection import Selected
from mlp_studio.ui.canvas.emphasis import Emphasis

UNIT = Selected(units=frozenset({("h1", 0)}))


def test_everything_lets_nothing_step_back(xor) -> None:
    xor.figure.set_showing("everything")
    xor.selection.set(UNIT)
    xor.figure.ensure_fresh()
    assert set(xor.figure.edges.emphasis) == {Emphasis.REST, Emphasis.LIT}
    assert len(xor.figure.labels.plates) == 6


def test_focus_lets_the_rest_step_back(xor) -> None:
    xor.selection.set(UNIT)
    xor.figure.ensure_fresh()
    assert set(xor.figure.edges.emphasis) == {Emphasis.BACK, Emphasis.LIT}


def test_on_click_only_what_is_selected_has_numbers(xor) -> None:
    xor.figure.set_showing("on_click")
    xor.figure.ensure_fresh()
    assert not xor.figure.labels.plates
    xor.selection.set(UNIT)
    xor.figure.ensure_fresh()
    assert set(xor.texts()) == {("x->h1", 0, 0), ("x->h1", 0, 1), ("h1->o", 0, 0)}
    xor.figure.set_showing("focus")
    xor.figure.ensure_fresh()
    assert len(xor.figure.labels.plates) == 6
