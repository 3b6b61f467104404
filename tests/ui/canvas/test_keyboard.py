"""The canvas without a mouse."""

from PySide6.QtCore import QPointF, Qt

from mlp_studio.document.selection import Selected


def test_tab_walks_the_layers_from_left_to_right_and_then_leaves(qtbot, xor) -> None:
    seen = []
    for _ in range(3):
        qtbot.keyClick(xor.view, Qt.Key.Key_Tab)
        seen.append(set(xor.selection.current.layers))
    assert seen == [{"x"}, {"h1"}, {"o"}]
    qtbot.keyClick(xor.view, Qt.Key.Key_Backtab)
    assert xor.selection.current.layers == {"h1"}


def test_control_a_selects_every_layer(qtbot, xor) -> None:
    qtbot.keyClick(xor.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert xor.selection.current.layers == {"x", "h1", "o"}


def test_arrows_nudge_the_selected_layers_as_one_entry(qtbot, xor) -> None:
    start = xor.figure.project_places["h1"]
    xor.selection.set(Selected(layers=frozenset({"h1"})))
    for _ in range(3):
        qtbot.keyPress(xor.view, Qt.Key.Key_Right)
    assert xor.figure.project_places["h1"] == start + QPointF(12, 0)
    assert xor.document.undo_stack.count() == 1
    xor.document.undo()
    assert xor.figure.project_places["h1"] == start


def test_letting_the_key_go_ends_the_entry(qtbot, xor) -> None:
    xor.selection.set(Selected(layers=frozenset({"h1"})))
    for _ in range(2):
        qtbot.keyClick(xor.view, Qt.Key.Key_Down)
    assert xor.document.undo_stack.count() == 2


def test_arrows_go_from_unit_to_unit(qtbot, xor) -> None:
    xor.selection.set(Selected(units=frozenset({("x", 0)})))
    qtbot.keyClick(xor.view, Qt.Key.Key_Down)
    assert xor.selection.current.units == {("x", 1)}
    qtbot.keyClick(xor.view, Qt.Key.Key_Right)
    assert xor.selection.current.units == {("h1", 1)}
    qtbot.keyClick(xor.view, Qt.Key.Key_Right)
    assert xor.selection.current.units == {("o", 0)}
    qtbot.keyClick(xor.view, Qt.Key.Key_Right)
    assert xor.selection.current.units == {("o", 0)}


def test_esc_clears_the_selection(qtbot, xor) -> None:
    xor.selection.set(Selected(layers=frozenset({"h1"})))
    qtbot.keyClick(xor.view, Qt.Key.Key_Escape)
    assert not xor.selection.current


def test_the_canvas_has_a_name_for_screen_readers(xor) -> None:
    assert xor.view.accessibleName() == "Canvas"
    assert "outline" in xor.view.accessibleDescription()
