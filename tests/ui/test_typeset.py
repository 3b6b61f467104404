"""Typesetting: one tree of parts gives picture, plain text and LaTeX, at any width."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mlp_studio.engine import activations, losses
from mlp_studio.ui.panels.calculation import activation_formulas, loss_formulas, notation, templates
from mlp_studio.ui.places_of_numbers import Place
from mlp_studio.ui.theme import ThemeModel
from mlp_studio.ui.typeset import shapes
from mlp_studio.ui.typeset.boxes import Face, box
from mlp_studio.ui.typeset.breaking import lines
from mlp_studio.ui.typeset.nodes import Fence, Fraction, Leaf, Node, Root, Row, Scripts, leaves
from mlp_studio.ui.typeset.page import Formula, Heading, Note, Page, Table, latex_text, plain_text
from mlp_studio.ui.typeset.setting import set_page
from mlp_studio.ui.typeset.view import PageView

FACE = Face(16.0, "sans-serif")
PLACE = Place.of_unit("h1", 0)
A, B, C = (Leaf(sign, sign) for sign in "abc")
NUMBER = Leaf("0.5000", "0.5000", "figures", "forward", PLACE, "a", 0.5)
SUM = Row((A, notation.EQUALS, notation.added([B, C, NUMBER])), loose=True)
PAGE: Page = (
    Heading("About a & b", "forward"),
    Formula(SUM),
    Formula(Row((A, notation.EQUALS, NUMBER), loose=True), is_result=True),
    Table((notation.words("from"), A), ((notation.words("x₁"), NUMBER),)),
    Note("And more", link="more"),
)


@pytest.fixture
def view(qapp: QApplication, theme: ThemeModel, qtbot: QtBot) -> PageView:
    view = PageView(theme)
    qtbot.addWidget(view)
    view.resize(300, 400)
    view.set_page(PAGE)
    view.loading.wait()
    view.show()
    return view


def middle_of(view: PageView, leaf: Leaf, number: int = 0) -> QPoint:
    areas = [area for area, each in view.setting.areas if each == leaf]
    return areas[number].center().toPoint()


def test_one_tree_gives_the_plain_text_and_the_latex() -> None:
    node = Row((Scripts(A, Leaf("1", "1"), Leaf("h", "h")), notation.EQUALS, Fraction(B, SUM)))
    assert node.plain == "a^h_1 = b / (a = b + c + 0.5000)"
    assert node.latex == r"a_{1}^{h} = \frac{b}{a = b + c + 0.5000}"
    assert Root(Row((A, notation.PLUS, B))).plain == "√(a + b)"
    assert Fence(A).latex == r"\left( a \right)"


def test_a_page_copies_as_text_and_as_latex() -> None:
    assert plain_text(PAGE) == (
        "About a & b\na = b + c + 0.5000\na = 0.5000\nfrom\ta\nx₁\t0.5000\nAnd more"
    )
    latex = latex_text(PAGE)
    assert r"\paragraph{About a \& b}" in latex
    assert r"\[ a = b + c + 0.5000 \]" in latex
    assert "\\begin{array}{lr}\n\\text{from} & a \\\\\n\\text{x₁} & 0.5000\n\\end{array}" in latex


def test_a_minus_and_a_power_of_ten_are_latex_in_the_copy(numbers: object) -> None:
    from mlp_studio.ui.numbers import NumberFormat

    figures = notation.Figures(NumberFormat(4, ","))
    assert figures.number(-0.25).latex == "-0{,}2500"
    assert figures.number(4.3857e-6).latex == r"4{,}386 \times 10^{-6}"
    assert notation.factor(figures.number(-1.0)).plain == "(−1,0000)"


def test_shapes_are_made_once_and_have_ink(qapp: QApplication) -> None:
    delta = shapes.symbol(r"\delta")
    assert shapes.symbol(r"\delta") is delta
    assert not delta.path.isEmpty()
    assert delta.ascent > 0.5 * shapes.EM
    assert shapes.figures("0.12").width == pytest.approx(3 * shapes.FIGURE + 5.88)
    assert shapes.figures("−4.39e−4").path.elementCount() > 50


@pytest.mark.parametrize("name", activations.NAMES)
def test_every_activation_of_the_engine_is_written(qapp: QApplication, name: str) -> None:
    formula = activation_formulas.FORMULAS[name]
    parts: dict[str, Node] = {sign: Leaf(sign, sign) for sign in "zae"}
    for template in (formula.value or formula.value_cases, formula.slope or formula.slope_cases):
        node = templates.filled(template, **parts)
        assert box(node, FACE).width > 0 or name == "softmax"


@pytest.mark.parametrize("name", losses.NAMES)
@pytest.mark.parametrize("outputs", [1, 3])
def test_every_loss_of_the_engine_is_written(qapp: QApplication, name: str, outputs: int) -> None:
    formula = loss_formulas.FORMULAS[name].for_outputs(outputs)
    parts: dict[str, Node] = {sign: Leaf(sign, sign) for sign in "zatm"}
    for template in (formula.term, formula.slope, formula.fused, formula.before):
        node = templates.filled(template, **parts)
        has_m = any(leaf.plain == "m" for leaf in leaves(node))
        assert not (has_m and outputs == 1), "one output is divided by nothing"
        box(node, FACE)


def test_a_template_says_what_is_wrong_with_it() -> None:
    with pytest.raises(KeyError):
        templates.filled("{a} + {b}", a=A)
    with pytest.raises(ValueError, match="lacks its"):
        templates.filled("√[{a}", a=A)


def test_parts_stand_where_mathematics_puts_them(qapp: QApplication) -> None:
    base = box(A, FACE)
    power = box(Scripts(A, upper=B), FACE)
    assert power.ascent > base.ascent
    assert power.glyphs[1].y < 0 < power.glyphs[1].x
    index = box(Scripts(A, lower=B), FACE)
    assert index.glyphs[1].y > 0
    fraction = box(Fraction(B, C), FACE)
    over, rule, under = fraction.glyphs
    assert over.y < under.y
    assert rule.leaf is None
    assert fraction.ascent > base.ascent
    assert fraction.descent > base.descent
    tall = box(Fence(Fraction(B, C)), FACE)
    assert tall.glyphs[0].shape.ascent * tall.glyphs[0].scale >= fraction.ascent - 0.01


@pytest.mark.parametrize("room", [120.0, 200.0, 400.0])
def test_lines_keep_to_their_room_and_break_before_signs(qapp: QApplication, room: float) -> None:
    terms = [notation.product(NUMBER, NUMBER) for _ in range(9)]
    node = notation.equation(A, notation.added(terms))
    set_in = lines(node, FACE, room)
    assert all(line.width <= room + 0.01 for line in set_in)
    assert len(set_in) > 1
    for line in set_in[1:]:
        first = line.glyphs[0].leaf
        assert first is not None
        assert first.plain in (" + ", " · ")
    shown = [glyph.leaf for line in set_in for glyph in line.glyphs]
    assert shown == list(leaves(node)), "nothing is lost"


@pytest.mark.parametrize("width", [180.0, 280.0, 400.0])
@pytest.mark.parametrize("points", [10.5, 16.0])
@pytest.mark.parametrize("is_ready", [True, False])
def test_a_page_keeps_to_its_width(
    qapp: QApplication, width: float, points: float, is_ready: bool
) -> None:
    font = QFont(qapp.font())
    font.setPointSizeF(points)
    setting = set_page(PAGE, font, width, is_ready=is_ready)
    assert max(area.right() for area, _ in setting.areas) <= width + 1.0
    assert setting.height > 100
    bottoms = [ink.bottom for ink in setting.inks]
    assert max(bottoms) <= setting.height


def test_words_of_any_language_have_a_picture(qapp: QApplication) -> None:
    korean = box(notation.words("은닉층 1"), FACE)
    assert korean.width > 20


def test_the_pointer_finds_parts_and_lights_up_their_place(view: PageView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.hovered) as heard:
        qtbot.mouseMove(view, middle_of(view, NUMBER))
    assert heard.args == [PLACE]
    assert view.lit == PLACE
    before = view.grab().toImage()
    with qtbot.waitSignal(view.hovered) as heard:
        qtbot.mouseMove(view, middle_of(view, A))
    assert heard.args == [None]
    assert view.grab().toImage() != before
    view.highlight(PLACE)
    assert view.grab().toImage() == before


def test_a_click_on_a_number_or_a_link_is_told(view: PageView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.followed) as heard:
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=middle_of(view, NUMBER, 1))
    assert heard.args == [NUMBER]
    link = next(each for each in view.setting.paragraphs if each.link)
    with qtbot.waitSignal(view.linked) as heard:
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=link.area.center().toPoint())
    assert heard.args == ["more"]
    with qtbot.waitSignal(view.linked) as heard:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert heard.args == ["more"]


def test_a_page_is_copied_by_key_and_from_the_menu(view: PageView, qtbot: QtBot) -> None:
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == plain_text(PAGE)
    menu = view.menu()
    [latex] = [action for action in menu.actions() if "LaTeX" in action.text()]
    latex.trigger()
    assert QGuiApplication.clipboard().text() == latex_text(PAGE)
    menu.deleteLater()


def test_a_screen_reader_is_read_the_plain_text(view: PageView) -> None:
    assert view.accessibleDescription() == plain_text(PAGE)


def test_a_larger_font_sets_the_page_again(view: PageView) -> None:
    height = view.setting.height
    font = view.font()
    font.setPointSizeF(font.pointSizeF() * 1.5)
    view.setFont(font)
    assert view.setting.height > 1.2 * height
    assert view.setting.leaf_at(QPointF(middle_of(view, NUMBER))) == NUMBER


def test_letters_are_plain_until_the_typesetter_is_there(
    qapp: QApplication, theme: ThemeModel, qtbot: QtBot
) -> None:
    view = PageView(theme)
    qtbot.addWidget(view)
    view.resize(300, 400)
    view.set_page(PAGE)
    assert not view.loading.is_ready
    plain = view.setting
    with qtbot.waitSignal(view.loading.done):
        view.show()
    assert view.setting is not plain
    assert [leaf for _, leaf in view.setting.areas] == [leaf for _, leaf in plain.areas]


def test_the_typesetter_is_not_imported_with_the_panel() -> None:
    program = (
        "import sys; import mlp_studio.ui.panels.calculation; "
        "assert not [name for name in sys.modules if name.startswith('zia')]"
    )
    subprocess.run([sys.executable, "-c", program], check=True, timeout=60)
