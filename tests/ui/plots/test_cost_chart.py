"""The cost chart: the engine's counts on a logarithmic axis, told apart without colour."""

from __future__ import annotations

import math
import subprocess
import sys

import pytest
from pytestqt.qtbot import QtBot

from mlp_studio.commands.demo import build_xor
from mlp_studio.document.document import Document
from mlp_studio.engine.costs import dense_costs
from mlp_studio.project import edits
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.plots.cost_chart import CostChart
from mlp_studio.ui.theme import ThemeModel

WAYS = ("finite_differences", "paths", "backpropagation")


@pytest.fixture
def document(qapp: object) -> Document:
    return Document(edits.set_loss(build_xor(), "half_sse"))


@pytest.fixture
def chart(document: Document, theme: ThemeModel, numbers: NumberFormat, qtbot: QtBot) -> CostChart:
    chart = CostChart(document=document, theme=theme, numbers=numbers)
    qtbot.addWidget(chart)
    chart.resize(320, 300)
    chart.show()
    return chart


def test_lines_by_depth_are_the_logarithms_of_the_engines_counts(chart: CostChart) -> None:
    assert chart.curves is not None
    assert chart.shown is not None
    assert chart.shown.places == tuple(range(9))
    for way in WAYS:
        expected = [
            math.log10(getattr(dense_costs((2, *[2] * depth, 1)), way)) for depth in range(9)
        ]
        assert chart.curves.heights(way) == pytest.approx(expected)
    # 2-2-1 is itself one of them.
    assert chart.curves.here("backpropagation") == pytest.approx(math.log10(11))
    assert chart.curves.here("paths") == pytest.approx(math.log10(27))


def test_the_switch_shows_the_growth_with_width(chart: CostChart) -> None:
    chart.by_width.click()
    assert chart.curves is not None
    assert chart.shown is not None
    assert chart.shown.places == (1, 2, 4, 8, 16, 32, 64)
    expected = [math.log10(dense_costs((2, width, 1)).paths) for width in chart.shown.places]
    assert chart.curves.heights("paths") == pytest.approx(expected)


def test_an_edit_is_drawn_at_once(chart: CostChart, document: Document) -> None:
    document.apply("Units", edits.set_units, "h", 8)
    assert chart.shown is not None
    assert chart.curves is not None
    assert chart.shown.width == 8
    assert chart.curves.here("paths") == pytest.approx(math.log10(dense_costs((2, 8, 1)).paths))


def test_each_way_has_its_own_dash_and_marker(chart: CostChart) -> None:
    assert chart.curves is not None
    styles = [chart.curves.style_of(way) for way in WAYS]
    assert len({dash for dash, _ in styles}) == 3
    assert len({marker for _, marker in styles}) == 3


def test_the_plotting_library_is_not_loaded_before_the_chart_is_seen() -> None:
    code = (
        "import sys\n"
        "import mlp_studio.ui.plots.cost_chart, mlp_studio.ui.panels.costs\n"
        "sys.exit('pyqtgraph' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
