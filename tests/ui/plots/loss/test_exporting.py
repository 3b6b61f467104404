"""The plot as a file: PNG, SVG, CSV."""

from __future__ import annotations

import csv
import math
import re
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot

from mlp_studio.document.run_log import SettingChange
from mlp_studio.engine.tasks import Task
from mlp_studio.ui.plots.loss import LossPlot
from mlp_studio.ui.theme import ThemeModel
from tests.ui.plots.loss.conftest import WrittenRun

NAN = float("nan")


@pytest.fixture
def learned(shown: LossPlot, written: WrittenRun) -> LossPlot:
    written.write(101)
    written.write_scores([0.0, 50.0, 100.0], [0.5, 0.75, 0.98], [0.5, NAN, 0.9])
    written.changes = (SettingChange(20, "η 0.1 → 0.03"),)
    written.readable.emit()
    return shown


@pytest.mark.parametrize("name", ["light", "dark"])
def test_a_png_is_twice_as_fine_as_the_screen_and_in_the_themes_colours(
    learned: LossPlot, theme: ThemeModel, folder: Path, name: str
) -> None:
    theme.set(name)  # type: ignore[arg-type]
    path = folder / "loss.png"
    learned.export_picture(path)
    picture = QImage(str(path))
    assert (picture.width(), picture.height()) == (1920, 1080)
    assert picture.pixelColor(1, 1) == theme.theme.panel
    seen = {
        picture.pixelColor(x, y).name()
        for x in range(0, picture.width(), 2)
        for y in range(0, picture.height(), 2)
    }
    assert {theme.theme.accent.name(), theme.theme.warning.name()} <= seen


def test_an_svg_has_titles_legend_and_labels_as_text(learned: LossPlot, folder: Path) -> None:
    path = folder / "loss.svg"
    learned.export_picture(path)
    svg = path.read_text(encoding="utf-8")
    texts = {text.strip() for text in re.findall(r"<text[^>]*>([^<]*)<", svg)}
    assert {"loss", "accuracy", "epoch", "training", "test", "η 0.1 → 0.03", "100 %"} <= texts
    assert "<image" not in svg
    assert QSvgRenderer(str(path)).isValid()


def test_a_picture_of_a_part_shows_that_part(learned: LossPlot, folder: Path) -> None:
    assert learned.curves is not None
    learned.curves.look_at(35.0, 45.0)
    path = folder / "loss.svg"
    learned.export_picture(path)
    svg = path.read_text(encoding="utf-8")
    assert ">40<" in svg
    assert ">100<" not in svg
    assert "η" not in svg


def test_the_values_read_back_exactly(learned: LossPlot, written: WrittenRun, folder: Path) -> None:
    path = folder / "loss.csv"
    learned.export_values(path)
    with path.open(newline="", encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    assert list(rows[0]) == [
        "epoch",
        "train_loss",
        "test_loss",
        "train_accuracy",
        "test_accuracy",
    ]
    assert [int(row["epoch"]) for row in rows] == list(range(101))
    assert [float(row["train_loss"]) for row in rows] == written.history.train.tolist()
    assert [float(row["test_loss"]) for row in rows] == written.history.test.tolist()
    known = {row["epoch"]: row["train_accuracy"] for row in rows if row["train_accuracy"]}
    assert known == {"0": "0.5", "50": "0.75", "100": "0.98"}
    assert rows[50]["test_accuracy"] == ""


def test_values_without_a_test_set_have_no_column_for_it(
    shown: LossPlot, written: WrittenRun, folder: Path
) -> None:
    written.write(2, tested=False)
    written.history.train[1] = math.inf
    written.task = Task("regression")
    written.write_scores([0.0], [-0.5], [NAN])
    shown.export_values(folder / "loss.csv")
    text = (folder / "loss.csv").read_text(encoding="utf-8")
    assert text.split() == ["epoch,train_loss,train_r2", "0,1.0,-0.5", "1,inf,"]


@pytest.mark.parametrize("name", ["loss.png", "loss.svg", "loss.csv"])
def test_a_file_that_cannot_be_written_is_said_in_one_sentence(
    learned: LossPlot, folder: Path, name: str
) -> None:
    write = learned.export_values if name.endswith("csv") else learned.export_picture
    with pytest.raises(OSError, match=rf"“{name}” cannot be written: .+"):
        write(folder / "missing" / name)
    assert list(folder.glob("missing*")) == []


def test_the_menu_asks_for_each_kind(learned: LossPlot, qtbot: QtBot) -> None:
    for action, kind in zip(
        learned.head.export.menu().actions(), ("png", "svg", "csv"), strict=True
    ):
        with qtbot.waitSignal(learned.export_wanted) as wanted:
            action.trigger()
        assert wanted.args == [kind]
