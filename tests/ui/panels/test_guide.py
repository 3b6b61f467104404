"""The guide beside a worked example: its figures, the way to their steps, and the list of all."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTranslator, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mlp_studio.document.document import Document
from mlp_studio.document.stepper import StepCursor
from mlp_studio.engine.steps import Step
from mlp_studio.project import edits, worked
from mlp_studio.project.model import Project
from mlp_studio.project.worked import recognising
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.guide import GuidePanel
from mlp_studio.ui.style import Style
from mlp_studio.ui.theme import ThemeModel


class Guided:
    """A guide with what it looks at."""

    def __init__(self, project: Project, numbers: NumberFormat, theme: ThemeModel) -> None:
        self.document = Document(project)
        self.cursor = StepCursor(self.document, self.document)
        self.guide = GuidePanel(
            document=self.document, cursor=self.cursor, numbers=numbers, theme=theme
        )

    @property
    def text(self) -> str:
        return self.guide.browser.toPlainText()

    def click(self, what: str) -> None:
        """Click the name of a figure."""
        check = self.guide.check
        assert check is not None
        number = [figure.what for figure in check.example.figures].index(what)
        self.guide.browser.anchorClicked.emit(QUrl(f"figure:{number}"))

    @property
    def step(self) -> Step:
        step = self.cursor.step
        assert step is not None
        return step


@pytest.fixture
def guided(qtbot: QtBot, numbers: NumberFormat, theme: ThemeModel) -> Guided:
    """Mazur's example, opened."""
    made = Guided(worked.shipped("mazur"), numbers, theme)
    qtbot.addWidget(made.guide)
    made.guide.resize(320, 700)
    return made


def opened(name: str, qtbot: QtBot, numbers: NumberFormat, theme: ThemeModel) -> Guided:
    made = Guided(worked.shipped(name), numbers, theme)
    qtbot.addWidget(made.guide)
    made.guide.resize(320, 700)
    return made


def test_a_worked_example_is_checked_as_soon_as_it_is_there(guided: Guided) -> None:
    assert len(guided.guide.results) >= 27  # all but what comes after 10,000 updates
    assert {each.verdict for each in guided.guide.results} <= {
        "agrees",
        "last digit",
        "explained",
    }
    assert "A Step by Step Backpropagation Example" in guided.text
    assert "0.593269992\n0.59326999211" in guided.text.replace("\u2028", "\n")


def test_the_rest_is_computed_while_the_guide_is_on_screen(guided: Guided, qtbot: QtBot) -> None:
    assert "being computed" in guided.text
    qtbot.wait(30)
    assert len(guided.guide.results) < 30

    guided.guide.show()
    qtbot.waitUntil(lambda: len(guided.guide.results) == 30, timeout=30_000)

    assert "being computed" not in guided.text
    assert "✓ 25 of 30 figures agree to the last printed digit." in guided.text
    assert "≠ misprinted, see remark 4" in guided.text
    assert "0.0000351019" in guided.text


@pytest.mark.parametrize(("name", "count"), [("cs231n", 10), ("micrograd", 11), ("goodfellow", 20)])
def test_the_others_agree_at_once(
    name: str, count: int, qtbot: QtBot, numbers: NumberFormat, theme: ThemeModel
) -> None:
    made = opened(name, qtbot, numbers, theme)
    assert f"✓ {count} of {count} figures agree to the last printed digit." in made.text


def test_the_wrong_order_of_updates_stands_beside_the_right_one(guided: Guided) -> None:
    text = guided.text.replace("\u2028", "\n")
    assert "If the output weights are updated first" in text
    assert "0.149780716 ✓\n0.149817639 ✗" in text
    assert "0.291027774 ✓\n0.291027924 ✗" in text


def test_a_click_on_a_figure_goes_to_the_step_that_makes_it(guided: Guided) -> None:
    guided.click("net_h1")
    assert (guided.step.phase, guided.step.layer, guided.step.unit) == ("forward", "h", 0)
    guided.click("E_total")
    assert guided.step.phase == "loss"
    guided.click("∂E/∂w_1")
    assert (guided.step.phase, guided.step.layer, guided.step.unit) == ("backward", "h", 0)
    guided.click("w_8^+")
    assert (guided.step.phase, guided.step.layer, guided.step.unit) == ("update", "o", 1)

    guided.cursor.set_granularity("term")
    guided.click("∂E_o2/∂out_h1")
    assert (guided.step.part, guided.step.layer, guided.step.unit) == ("message", "h", 0)


def test_the_figure_of_the_current_step_is_marked(guided: Guided, qtbot: QtBot) -> None:
    guided.click("∂E/∂net_o1")
    assert "▸" not in guided.text
    guided.guide.show()
    assert "▸ ∂E/∂neto1" in guided.text
    guided.click("E_total")
    qtbot.waitUntil(lambda: "▸ Etotal" in guided.text)
    assert "▸ ∂E/∂neto1" not in guided.text
    guided.cursor.to_start()
    qtbot.waitUntil(lambda: "▸" not in guided.text)


def test_after_an_update_a_figure_is_found_in_the_past(guided: Guided) -> None:
    guided.cursor.to_end()
    guided.cursor.forward()
    learned = guided.document.project
    assert guided.guide.check is not None, "what was learned makes it no other example"

    guided.click("E_total after one round")
    assert guided.document.project == learned
    assert guided.step.phase == "loss"

    guided.click("net_h1")
    assert guided.document.project == worked.shipped("mazur")
    assert guided.step.phase == "forward"
    assert not guided.guide.message.isVisibleTo(guided.guide)


def test_a_figure_that_is_still_to_come_says_so(guided: Guided) -> None:
    guided.click("E_total after one round")
    assert guided.guide.message.text().startswith("That comes after update 1:")
    assert guided.cursor.index == -1
    assert not guided.document.is_modified


def test_weights_that_were_trained_away_are_said_to_be_others(guided: Guided) -> None:
    compiled = guided.document.compiled
    assert compiled is not None
    moved = compiled.parameters - 0.25 * compiled.network.layout.trainable
    guided.document.apply("Train", edits.set_parameters, compiled.network.layout, moved)
    assert guided.guide.check is not None

    guided.click("net_h1")
    assert "reset them" in guided.guide.message.text()

    guided.document.apply("Reset", edits.reset_parameters)
    guided.click("net_h1")
    assert guided.guide.message.text() == ""
    assert guided.step.phase == "forward"


def test_a_figure_of_another_sample_takes_one_there(
    qtbot: QtBot, numbers: NumberFormat, theme: ThemeModel
) -> None:
    made = opened("goodfellow", qtbot, numbers, theme)
    made.guide.show()
    made.click("h_4,2")
    assert made.cursor.sample == 3
    assert (made.step.layer, made.step.unit) == ("h", 1)
    qtbot.waitUntil(lambda: "▸ h4,2" in made.text)


def test_a_changed_example_is_no_longer_checked_and_undo_brings_it_back(guided: Guided) -> None:
    guided.document.apply("Weight", edits.set_weight, "x->h", 0, 0, 0.2)
    assert guided.guide.check is None
    assert guided.guide.results == ()
    assert "no published figures" in guided.text
    assert guided.guide.copy.isHidden()

    guided.document.undo()
    assert guided.guide.check is not None
    assert "0.593269992" in guided.text


def test_a_regression_is_said_plainly(
    qtbot: QtBot, numbers: NumberFormat, theme: ThemeModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = edits.set_optimizer(worked.shipped("mazur"), learning_rate=0.6)
    ships = {each.name: worked.shipped(each.name) for each in worked.EXAMPLES}
    monkeypatch.setattr(recognising, "shipped", {**ships, "mazur": wrong}.get)
    made = Guided(wrong, numbers, theme)
    qtbot.addWidget(made.guide)
    assert "✗ 9 of 30 figures are not what was published." in made.text
    assert "✗ not as published" in made.text


def test_for_any_other_project_an_example_can_be_opened(
    qtbot: QtBot, numbers: NumberFormat, theme: ThemeModel
) -> None:
    made = Guided(Project(), numbers, theme)
    qtbot.addWidget(made.guide)
    assert "The neuron of micrograd" in made.text
    with qtbot.waitSignal(made.guide.open_example) as asked:
        made.guide.browser.anchorClicked.emit(QUrl("example:micrograd"))
    path, title = asked.args
    assert path.name == "micrograd.json"
    assert title == "The neuron of micrograd"

    made.document.open(path)
    assert made.guide.check is not None
    assert made.guide.check.example.name == "micrograd"


def test_every_step_of_the_way_can_be_gone_with_the_keyboard(guided: Guided, qtbot: QtBot) -> None:
    guided.guide.show()
    qtbot.waitExposed(guided.guide)
    browser = guided.guide.browser
    browser.setFocus()
    qtbot.keyClick(browser, Qt.Key.Key_Tab)
    qtbot.keyClick(browser, Qt.Key.Key_Return)
    assert (guided.step.phase, guided.step.layer, guided.step.unit) == ("forward", "h", 0)


def test_the_figures_are_copied_as_a_table(guided: Guided, numbers: NumberFormat) -> None:
    guided.guide.copy.click()
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0] == "figure\tpublished\tcomputed\tverdict"
    assert lines[1].split("\t") == ["neth1", "0.3775", "0.3775", "✓ agrees"]
    assert len(lines) == 1 + len(guided.guide.results)

    numbers.set_decimal_sign(",")
    guided.guide.copy.click()
    assert "\t0,593269992\t0,59326999" in QGuiApplication.clipboard().text()


def test_numbers_take_the_decimal_sign_that_is_set(guided: Guided, numbers: NumberFormat) -> None:
    numbers.set_decimal_sign(",")
    assert "0,593269992" in guided.text
    assert "0.593269992" not in guided.text


def test_a_new_text_keeps_the_place_one_reads_at(guided: Guided, qtbot: QtBot) -> None:
    guided.guide.show()
    qtbot.waitExposed(guided.guide)
    bar = guided.guide.browser.verticalScrollBar()
    bar.setValue(200)
    guided.click("w_8^+")
    qtbot.waitUntil(lambda: "▸" in guided.text)
    assert bar.value() == 200


@pytest.fixture(params=[1.0, 1.5])
def styled(request: pytest.FixtureRequest, qapp: QApplication, theme: ThemeModel) -> Iterator[None]:
    """As the window looks, in plain and in large text."""
    font, colours, name = qapp.font(), qapp.palette(), qapp.style().objectName()
    style = Style(qapp, theme, request.param)
    yield
    del style
    qapp.setStyleSheet("")
    qapp.setFont(font)
    qapp.setPalette(colours)
    qapp.setStyle(name)


@pytest.mark.parametrize("name", [each.name for each in worked.EXAMPLES])
def test_nothing_is_cut_off_at_300_pixels(
    styled: None, name: str, qtbot: QtBot, numbers: NumberFormat, theme: ThemeModel
) -> None:
    made = opened(name, qtbot, numbers, theme)
    made.guide.resize(300, 700)
    made.guide.show()
    QApplication.processEvents()
    browser = made.guide.browser
    assert browser.document().idealWidth() <= browser.viewport().width()
    assert browser.horizontalScrollBar().maximum() == 0


class Marked(QTranslator):
    """Stands in for a translation: every text is marked, its places are kept."""

    def isEmpty(self) -> bool:
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        return f"한{source}"


@pytest.fixture
def marked(qapp: QApplication) -> Iterator[None]:
    translator = Marked()
    qapp.installTranslator(translator)
    QCoreApplication.processEvents()
    yield
    qapp.removeTranslator(translator)
    QCoreApplication.processEvents()


def test_every_sentence_changes_with_the_language(guided: Guided, marked: None) -> None:
    assert guided.guide.check is not None
    example = guided.guide.check.example
    assert guided.text.count("한") >= 30 + len(example.notes) + len(example.errata)
    for sentence in ("한His", "한Published figures", "한✓ agrees", "한Forward", "한Remarks"):
        assert sentence in guided.text
    assert guided.guide.copy.text() == "한Copy the figures"
    assert guided.guide.browser.accessibleName().startswith("한")


def test_both_themes_are_painted_and_differ(guided: Guided, theme: ThemeModel) -> None:
    pictures = []
    for name in ("light", "dark"):
        theme.set(name)
        QApplication.processEvents()
        pictures.append(guided.guide.grab().toImage())
    assert pictures[0] != pictures[1]
