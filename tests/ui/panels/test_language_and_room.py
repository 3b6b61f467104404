"""All panels: another language everywhere at once, nothing cut off at 320 pixels, both themes."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from mlp_studio.document.document import Document
from mlp_studio.document.selection import Selected, Selection
from mlp_studio.document.stepper import StepCursor
from mlp_studio.document.training import TrainingRun
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.data import DataPanel
from mlp_studio.ui.panels.inspector import Inspector
from mlp_studio.ui.panels.outline import Outline
from mlp_studio.ui.panels.palette import Palette
from mlp_studio.ui.panels.training import TrainingPanel
from mlp_studio.ui.stepping import Stepping
from mlp_studio.ui.style import Style
from mlp_studio.ui.theme import ThemeModel
from mlp_studio.ui.training_room import TrainingRoom
from tests.ui.panels.conftest import moons_project

Make = Callable[[ThemeModel, NumberFormat], QWidget]
MARK = "한"


def inspector_of(chosen: Selected) -> Make:
    def make(theme: ThemeModel, numbers: NumberFormat) -> QWidget:
        document = Document(moons_project())
        selection = Selection(document)
        selection.set(chosen)
        return Inspector(
            document=document,
            selection=selection,
            theme=theme,
            numbers=numbers,
            cursor=StepCursor(document, document),
        )

    return make


def training(theme: ThemeModel, numbers: NumberFormat) -> QWidget:
    document = Document(moons_project())
    return TrainingPanel(document=document, run=TrainingRun(document, document), numbers=numbers)


def data(theme: ThemeModel, numbers: NumberFormat) -> QWidget:
    return DataPanel(document=Document(moons_project()), theme=theme, numbers=numbers)


def stepping(name: str) -> Make:
    def make(theme: ThemeModel, numbers: NumberFormat) -> QWidget:
        document = Document(moons_project())
        cursor = StepCursor(document, document)
        selection = Selection(document)
        stepping = Stepping(
            document=document,
            cursor=cursor,
            selection=selection,
            theme=theme,
            numbers=numbers,
            parent=document,
        )
        cursor.go_to(7)
        selection.set(Selected(edges=frozenset({("x->h1", 0, 0)})))
        panels = stepping.panels
        shown = panels.pop(name)
        for other in panels.values():
            other.setParent(shown)
            other.hide()
        return shown

    return make


def room(name: str) -> Make:
    def make(theme: ThemeModel, numbers: NumberFormat) -> QWidget:
        document = Document(moons_project())
        selection = Selection(document)
        room = TrainingRoom(
            document=document,
            run=TrainingRun(document, document),
            cursor=StepCursor(document, document),
            selection=selection,
            theme=theme,
            numbers=numbers,
            parent=document,
        )
        selection.set(Selected(units=frozenset({("h1", 0)})))
        panels = room.panels
        shown = panels.pop(name)
        for other in panels.values():
            other.setParent(shown)
            other.hide()
        return shown

    return make


def palette(theme: ThemeModel, numbers: NumberFormat) -> QWidget:
    return Palette(theme=theme)


def outline(theme: ThemeModel, numbers: NumberFormat) -> QWidget:
    document = Document(moons_project())
    return Outline(document=document, selection=Selection(document))


PANELS = {
    "palette": palette,
    "outline": outline,
    "network": inspector_of(Selected()),
    "layer": inspector_of(Selected(layers=frozenset({"h1"}))),
    "unit": inspector_of(Selected(units=frozenset({("h1", 0)}))),
    "link": inspector_of(Selected(links=frozenset({"x->h1"}))),
    "edge": inspector_of(Selected(edges=frozenset({("x->h1", 0, 0)}))),
    "mixed": inspector_of(Selected(layers=frozenset({"o"}), units=frozenset({("h1", 0)}))),
    "training": training,
    "data": data,
    **{
        name: stepping(name)
        for name in ("stepper", "calculation", "steps", "lens", "costs", "check", "guide")
    },
    **{name: room(name) for name in ("decision", "hidden", "unit", "metrics", "loss")},
}


@pytest.fixture(params=PANELS)
def panel(
    request: pytest.FixtureRequest, theme: ThemeModel, numbers: NumberFormat, qtbot: QtBot
) -> QWidget:
    widget = PANELS[request.param](theme, numbers)
    qtbot.addWidget(widget)
    widget.resize(320, 800)
    widget.show()
    return widget


class Korean(QTranslator):
    """Stands in for a translation: every text is marked, and about as wide as Korean is."""

    def isEmpty(self) -> bool:
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        words = [word if "{" in word else "가" * ((len(word) + 1) // 2) for word in source.split()]
        return MARK + " ".join(words)


@pytest.fixture
def korean(qapp: QApplication) -> Iterator[None]:
    translator = Korean()
    qapp.installTranslator(translator)
    qapp.processEvents()
    yield
    qapp.removeTranslator(translator)
    qapp.processEvents()


def visible(panel: QWidget, kind: type[QWidget]) -> list[QWidget]:
    return [child for child in panel.findChildren(kind) if child.isVisible()]


def test_every_button_and_caption_changes_with_the_language(panel: QWidget, korean: None) -> None:
    for button in visible(panel, QAbstractButton):
        assert isinstance(button, QAbstractButton)
        words = button.text() or button.accessibleName() or button.toolTip()
        assert words.startswith(MARK), words
    for field in panel.findChildren(QWidget):
        if field.isVisible() and field.accessibleName():
            assert field.accessibleName().startswith(MARK), field.accessibleName()


def test_every_field_is_named_for_a_screen_reader(panel: QWidget) -> None:
    for field in panel.findChildren(QWidget):
        tabbed = field.focusPolicy() & Qt.FocusPolicy.TabFocus
        if field.isVisible() and tabbed and not isinstance(field, QAbstractButton):
            inner = field.objectName().startswith("qt_")
            assert field.accessibleName() or inner, repr(field)


def assert_nothing_is_cut_off(panel: QWidget) -> None:
    if isinstance(panel, QScrollArea):
        contents = panel.widget()
        assert contents.minimumSizeHint().width() <= panel.viewport().width()
    for label in visible(panel, QLabel):
        assert isinstance(label, QLabel)
        if label.wordWrap():
            assert label.heightForWidth(label.width()) <= label.height(), label.text()
        else:
            assert label.sizeHint().width() <= label.width(), label.text()
    for button in visible(panel, QAbstractButton):
        assert button.minimumSizeHint().width() <= button.width()
        right = button.mapTo(panel, button.rect().topRight()).x()
        assert right < 320, repr(button)


@pytest.fixture
def styled(qapp: QApplication, theme: ThemeModel) -> Iterator[None]:
    """As the window looks: its fonts and its style sheet."""
    font, colours, name = qapp.font(), qapp.palette(), qapp.style().objectName()
    style = Style(qapp, theme)
    yield
    del style
    qapp.setStyleSheet("")
    qapp.setFont(font)
    qapp.setPalette(colours)
    qapp.setStyle(name)


def test_nothing_is_cut_off_at_320_pixels(styled: None, panel: QWidget, qtbot: QtBot) -> None:
    QApplication.processEvents()
    assert_nothing_is_cut_off(panel)


def test_nothing_is_cut_off_in_korean(
    styled: None, panel: QWidget, korean: None, qtbot: QtBot
) -> None:
    QApplication.processEvents()
    assert_nothing_is_cut_off(panel)


def test_both_themes_are_painted_and_differ(
    styled: None, panel: QWidget, theme: ThemeModel
) -> None:
    pictures: list[QImage] = []
    for name in ("light", "dark"):
        theme.set(name)
        QApplication.processEvents()
        pictures.append(panel.grab().toImage())
    assert pictures[0] != pictures[1]
