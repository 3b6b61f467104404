"""The commands of the canvas: what they do, when they are possible, what is remembered."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit

from mlp_studio.document.selection import Selected
from mlp_studio.ui.app import Studio
from mlp_studio.ui.mime import PaletteItem
from mlp_studio.ui.settings import Settings


@pytest.fixture
def xor(window: Studio) -> Studio:
    window.canvas.acts.add(PaletteItem("template", "xor"))
    window.selection.clear()
    return window


def select(studio: Studio, **chosen: set) -> None:
    studio.selection.set(Selected(**{key: frozenset(value) for key, value in chosen.items()}))


def test_what_cannot_be_done_is_greyed_out(xor: Studio) -> None:
    for name in ("cut", "copy", "duplicate", "delete", "align_left", "freeze", "fold", "unfold"):
        assert not xor.actions[name].isEnabled(), name
    select(xor, layers={"h1", "o"})
    for name in ("cut", "copy", "duplicate", "delete", "align_left", "freeze"):
        assert xor.actions[name].isEnabled(), name
    assert not xor.actions["align_across"].isEnabled(), "two layers have one gap"


def test_freezing_holds_all_that_leads_in_and_unfreezing_lets_it_go(xor: Studio) -> None:
    select(xor, layers={"h1"})
    xor.actions["freeze"].trigger()
    assert xor.document.project.link("x->h1").frozen
    assert xor.document.project.layer("h1").freeze_biases
    assert not xor.document.project.link("h1->o").frozen
    xor.actions["unfreeze"].trigger()
    assert not xor.document.project.link("x->h1").frozen


def test_one_edge_is_frozen_alone(xor: Studio) -> None:
    select(xor, edges={("x->h1", 0, 1)})
    xor.actions["freeze"].trigger()
    flags = xor.document.project.link("x->h1").frozen_edges
    assert flags is not None
    assert flags.tolist() == [[False, True], [False, False]]


def test_linking_selected_layers_needs_no_mouse(xor: Studio) -> None:
    select(xor, layers={"x", "o"})
    xor.actions["link_selected"].trigger()
    assert xor.document.project.has_link("x->o")


def test_linking_selected_units_makes_single_edges(xor: Studio) -> None:
    select(xor, units={("x", 1), ("o", 0)})
    xor.actions["link_selected"].trigger()
    mask = xor.document.project.link("x->o").mask
    assert mask is not None
    assert mask.tolist() == [[False, True]]


def test_the_pattern_of_new_links_is_chosen_in_the_menu(xor: Studio) -> None:
    xor.actions["pattern_one_to_one"].trigger()
    assert xor.canvas.acts.building.pattern == "one_to_one"
    xor.canvas.acts.building.set_pattern("sparse")
    assert xor.actions["pattern_sparse"].isChecked()


def test_large_layers_unfold_by_command(window: Studio) -> None:
    window.canvas.acts.add(PaletteItem("template", "digits"))
    window.selection.clear()
    window.canvas.figure.ensure_fresh()
    layers = window.canvas.figure.layers

    def folded() -> list[int]:
        return [layers[layer].column.folded for layer in ("x", "h1", "o")]

    assert folded() == [56, 24, 0]
    window.actions["unfold"].trigger()
    assert folded() == [0, 0, 0]
    assert not window.actions["unfold"].isEnabled()
    select(window, layers={"h1"})
    window.actions["fold"].trigger()
    assert folded() == [0, 24, 0]


def test_how_it_is_shown_is_remembered(xor: Studio, settings: Settings) -> None:
    xor.actions["showing_on_click"].trigger()
    xor.actions["pictures_bar"].trigger()
    xor.actions["overview"].trigger()
    assert settings.showing == "on_click"
    assert settings.unit_pictures == "bar"
    assert not settings.is_on("overview")
    assert settings.is_on("heat_maps")
    assert xor.canvas.figure.pictures.mode == "bar"
    assert not xor.canvas.overview.wanted


def test_copying_in_a_text_field_copies_text_and_not_layers(xor: Studio, qtbot) -> None:
    select(xor, layers={"h1"})
    field = xor.inspector.layers.name.line
    assert isinstance(field, QLineEdit)
    xor.window.activateWindow()
    field.setFocus()
    field.setText("hidden")
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "hidden"
    QGuiApplication.clipboard().clear()


def test_the_menu_offers_what_fits_the_selection(xor: Studio) -> None:
    def names() -> set[str]:
        return {action.objectName() for action in xor.builder.menu.build().actions()} - {""}

    nothing = names()
    assert {"add_dense", "paste", "arrange"} <= nothing
    assert "delete" not in nothing
    select(xor, layers={"h1"})
    assert {"duplicate", "delete", "freeze", "add_neuron"} <= names()
    select(xor, edges={("x->h1", 0, 0)})
    assert {"edit_weight", "freeze", "delete"} <= names()
    assert "add_dense" not in names()


def test_the_menu_sets_the_activation_of_what_is_selected(xor: Studio) -> None:
    select(xor, layers={"h1"})
    menu = xor.builder.menu.build()
    submenu = menu.actions()[0].menu()
    tanh = next(each for each in submenu.actions() if each.text().startswith("tanh"))
    tanh.trigger()
    assert xor.document.project.layer("h1").activation == "tanh"
    assert xor.document.undo_stack.undo_text() == "Set activation of Hidden to tanh"


def test_the_menu_keeps_half_of_a_links_edges(xor: Studio) -> None:
    select(xor, links={"x->h1"})
    menu = xor.builder.menu.build()
    menu.actions()[1].trigger()
    mask = xor.document.project.link("x->h1").mask
    assert mask is not None
    assert mask.tolist() == [[True, False], [False, True]]
