"""The picture of the edges: quick while something moves, whole and exact once it is still."""

from __future__ import annotations

import gc
import re
import weakref
from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QBuffer, QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QTransform
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QGraphicsScene, QGraphicsView
from shiboken6 import Shiboken

from mlp_studio.ui.canvas.edge_pens import HALO, EdgePens, buckets, is_dashed, pen_numbers
from mlp_studio.ui.canvas.edge_picture import BUDGET, SMOOTH_AT_REST, SMOOTH_MOVING, EdgePicture
from mlp_studio.ui.canvas.edge_sheet import MARGIN, Pane
from mlp_studio.ui.canvas.edge_strokes import NO_ARROWS, Strokes
from mlp_studio.ui.canvas.edges_item import EdgesItem
from mlp_studio.ui.canvas.emphasis import Emphasis
from mlp_studio.ui.canvas.lettering import Lettering
from mlp_studio.ui.canvas.routes import Routes
from mlp_studio.ui.theme import Theme, load

WIDTH, HEIGHT = 400, 300
LARGE = 64
"""Units on each side of a network that is drawn in slices."""
Board = Callable[[Routes, np.ndarray], "Shown"]


class Shown:
    """Edges alone in a view, with the middle of the scene in its middle."""

    def __init__(self, routes: Routes, weights: np.ndarray) -> None:
        self.theme = load("light")
        self.routes = routes
        self.edges = EdgesItem(self.theme, Lettering.of(QFont()))
        self.scene = QGraphicsScene(-4000.0, -40_000.0, 8000.0, 80_000.0)
        self.scene.setBackgroundBrush(self.theme.canvas)
        self.scene.addItem(self.edges)
        self.view = QGraphicsView(self.scene)
        self.view.setFrameShape(QGraphicsView.Shape.NoFrame)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorViewCenter)
        self.view.resize(WIDTH, HEIGHT)
        self.view.show()
        self.view.centerOn(0.0, 0.0)
        self.edges.set_routes(routes, weights, np.zeros(len(weights), dtype=np.bool_))

    def look(self) -> QImage:
        """What the view shows at this moment."""
        return self.view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)

    def look_at_rest(self) -> QImage:
        """What the view shows once everything has come to rest."""
        self.edges.set_at_rest(True)
        self.look()
        self.edges.finish()
        return self.look()

    def light(self, *rows: int, direction: int = 0) -> None:
        emphasis = np.full(len(self.edges.buckets), Emphasis.BACK, dtype=np.int8)
        flow = np.zeros(len(emphasis), dtype=np.int8)
        emphasis[[*rows]], flow[[*rows]] = Emphasis.LIT, direction
        self.edges.set_emphasis(emphasis, flow, self.theme.forward)


@pytest.fixture
def board(qtbot) -> Board:
    def showing(routes: Routes, weights: np.ndarray) -> Shown:
        shown = Shown(routes, weights)
        qtbot.addWidget(shown.view)
        return shown

    return showing


@pytest.fixture
def large(board) -> Shown:
    """64 · 64 edges across the view."""
    return board(dense(LARGE), np.random.default_rng(0).normal(size=LARGE * LARGE))


@pytest.fixture
def cross(board) -> Shown:
    """A weak edge upward and a strong one downward, which meet in the middle."""
    lines = np.array([[-100.0, 60.0, 100.0, -60.0], [-100.0, -60.0, 100.0, 60.0]])
    return board(straight(lines), np.array([0.1, -1.0]))


def straight(lines: np.ndarray) -> Routes:
    return Routes(lines, np.arange(len(lines) + 1))


def dense(units: int, height: float = 260.0) -> Routes:
    """Edges between two columns of units, 300 apart."""
    heights = np.linspace(-height / 2, height / 2, units)
    targets, sources = (axis.ravel() for axis in np.meshgrid(heights, heights, indexing="ij"))
    left, right = np.full_like(sources, -150.0), np.full_like(targets, 150.0)
    return straight(np.column_stack([left, sources, right, targets]))


def pixels(image: QImage) -> np.ndarray:
    """(height, width, 4) as bytes."""
    flat = np.frombuffer(image.constBits(), dtype=np.uint8)
    return flat.reshape(image.height(), image.bytesPerLine() // 4, 4)[:, : image.width()].copy()


def most_different(one: QImage, other: QImage) -> int:
    """The largest difference of a channel anywhere."""
    return int(np.abs(pixels(one).astype(int) - pixels(other)).max())


def inked(image: QImage, theme: Theme) -> int:
    """How many pixels are not the canvas's colour."""
    canvas = QColor(theme.canvas).rgb()
    return int((pixels(image).view(np.uint32)[..., 0] != canvas).sum())


def thickness(image: QImage, theme: Theme, x: int) -> float:
    """How much ink a column of pixels holds, in pixels of full ink."""
    column = pixels(image)[:, x, :3].astype(float)
    away = np.abs(column - pixels_of(theme.canvas)).sum(axis=1)
    return float(away.sum() / away.max())


def pixels_of(colour: QColor) -> np.ndarray:
    return np.array([colour.blue(), colour.green(), colour.red()], dtype=float)


def has_strongest(image: QImage, theme: Theme) -> bool:
    """Whether the strongest weight's colour is in it, whatever its sign."""
    flat = pixels(image)[..., :3].reshape(-1, 3)
    return any(
        (flat == pixels_of(ink)).all(axis=1).any() for ink in (theme.positive, theme.negative)
    )


def drift(shown: Shown, frames: int, size: float) -> np.ndarray:
    """Weights that move a little in each frame, as in training; the last ones."""
    rng = np.random.default_rng(1)
    weights = rng.normal(size=len(shown.edges.buckets))
    shown.edges.set_values(weights)
    shown.look_at_rest()
    shown.edges.set_at_rest(False)
    for _ in range(frames):
        weights = weights + rng.normal(0.0, size, len(weights))
        shown.edges.set_values(weights)
        shown.look()
    return weights


def test_a_lit_edge_is_drawn_over_stronger_ones(cross) -> None:
    assert cross.look().pixelColor(WIDTH // 2, HEIGHT // 2) == cross.theme.negative
    cross.light(0)
    above = cross.look().pixelColor(WIDTH // 2, HEIGHT // 2)
    assert abs(above.hue() - cross.theme.positive.hue()) < 8


@pytest.mark.parametrize("size", [0.002, 0.05, 1.0])
def test_what_drifted_is_drawn_as_if_anew_once_at_rest(large, board, size) -> None:
    weights = drift(large, frames=12, size=size)
    anew = board(large.routes, weights)
    assert most_different(large.look(), anew.look_at_rest()) > 0
    assert most_different(large.look_at_rest(), anew.look_at_rest()) == 0


def test_the_full_picture_is_smooth(large) -> None:
    quick, full = large.look(), large.look_at_rest()
    assert most_different(quick, full) > 0
    colours = [len(np.unique(pixels(image).view(np.uint32))) for image in (quick, full)]
    assert colours[1] > 5 * colours[0]


def test_a_few_edges_are_exact_at_once(board) -> None:
    shown = board(dense(17), np.linspace(-1.0, 1.0, 17 * 17))
    assert SMOOTH_MOVING >= 17 * 17
    shown.edges.set_at_rest(False)
    shown.edges.set_values(np.linspace(1.0, -1.0, 17 * 17))
    shown.view.scale(1.3, 1.3)
    moving = shown.look()
    assert shown.edges.unlit.is_full
    assert most_different(moving, shown.look_at_rest()) == 0


def test_while_weights_drift_what_changed_shows_at_once(board) -> None:
    lines = np.column_stack([np.full(2000, -150.0), np.linspace(-140, 0, 2000)] * 2)
    lines[:, 2] = 150.0
    lines = np.concatenate([lines, [[-150.0, 100.0, 150.0, 100.0]]])
    weights = np.full(2001, 0.5)
    shown = board(straight(lines), weights)
    shown.look_at_rest()
    shown.edges.set_at_rest(False)
    weights[-1] = -0.5
    shown.edges.set_values(weights)
    image = shown.look()
    blue = load("light").negative
    alone = image.pixelColor(WIDTH // 2, HEIGHT // 2 + 100)
    assert abs(alone.hue() - blue.hue()) < 8
    assert not shown.edges.unlit.is_full


def test_while_everything_changes_only_the_strongest_are_drawn(board) -> None:
    side = 80
    assert side * side > BUDGET
    weights = np.linspace(0.02, 1.0, side * side)
    shown = board(dense(side), weights)
    whole = inked(shown.look_at_rest(), shown.theme)
    shown.edges.set_at_rest(False)
    shown.edges.set_values(-weights)
    image = shown.look()
    assert inked(image, shown.theme) < 0.9 * whole
    strongest = image.pixelColor(WIDTH // 2 + 149, HEIGHT // 2 + 130)
    assert abs(strongest.hue() - shown.theme.negative.hue()) < 8
    assert inked(shown.look_at_rest(), shown.theme) == pytest.approx(whole, rel=0.01)


def test_a_zoom_stretches_the_old_picture_until_it_catches_up(board) -> None:
    many = np.tile([[-150.0, 0.0, 150.0, 0.0]], (SMOOTH_AT_REST + 1, 1))
    shown = board(straight(many), np.ones(len(many)))
    at = WIDTH // 2
    assert thickness(shown.look_at_rest(), shown.theme, at) == pytest.approx(4.0, abs=0.1)
    shown.view.scale(3.0, 3.0)
    assert thickness(shown.look(), shown.theme, at) == pytest.approx(12.0, abs=1.5)
    assert shown.edges.unlit.catching_up.isActive()
    shown.edges.unlit.catch_up()
    assert thickness(shown.look(), shown.theme, at) == pytest.approx(4.0, abs=0.1)
    assert not shown.edges.unlit.catching_up.isActive()


def test_after_a_zoom_it_is_the_picture_of_a_view_opened_there(large, board) -> None:
    large.look_at_rest()
    large.view.scale(1.7, 1.7)
    large.look()
    large.edges.unlit.catch_up()
    there = board(large.routes, np.random.default_rng(0).normal(size=LARGE * LARGE))
    there.view.scale(1.7, 1.7)
    assert most_different(large.look_at_rest(), there.look_at_rest()) == 0


def test_a_pan_within_the_margin_draws_nothing_anew(large) -> None:
    before = pixels(large.look_at_rest())
    bar = large.view.horizontalScrollBar()
    bar.setValue(bar.value() + MARGIN // 2)
    after = pixels(large.look())
    assert large.edges.unlit.is_full
    assert (after[:, : -MARGIN // 2] == before[:, MARGIN // 2 :]).all()
    bar.setValue(bar.value() + MARGIN)
    large.look()
    assert large.edges.unlit.catching_up.isActive()


def test_another_theme_is_drawn_at_once(large) -> None:
    large.look_at_rest()
    dark = load("dark")
    large.scene.setBackgroundBrush(dark.canvas)
    large.edges.set_style(dark, Lettering.of(QFont()))
    shown = large.look()
    assert has_strongest(shown, dark)
    assert not has_strongest(shown, load("light"))


def test_the_next_step_leaves_the_large_picture_alone(large) -> None:
    large.light(0, 1, 2, direction=1)
    large.look_at_rest()
    large.light(3, 4, 5, direction=1)
    assert large.edges.unlit.is_full
    x1, y1, x2, y2 = large.routes.segments[5].tolist()
    middle = large.view.mapFromScene(QPointF((x1 + x2) / 2, (y1 + y2) / 2))
    lit = large.theme.positive if large.edges.buckets[5] % 2 == 0 else large.theme.negative
    assert large.look().pixelColor(middle) == lit


def test_any_change_gives_up_the_picture_in_the_making(large) -> None:
    large.look()
    assert large.edges.unlit.slices.isActive()
    large.edges.unlit.draw_slice()
    large.edges.set_at_rest(False)
    assert not large.edges.unlit.slices.isActive()
    large.look()
    assert not large.edges.unlit.slices.isActive()


def test_nothing_is_drawn_for_a_scene_that_is_gone(large, qtbot) -> None:
    large.look()
    picture = large.edges.unlit
    assert picture.slices.isActive()
    large.view.setScene(None)
    Shiboken.delete(large.scene)
    assert not Shiboken.isValid(picture)
    QCoreApplication.processEvents()


def test_an_item_that_was_taken_away_is_let_go() -> None:
    item = EdgesItem(load("light"), Lettering.of(QFont()))
    gone = weakref.ref(item)
    del item
    gc.collect()
    assert gone() is None


def test_a_device_that_is_no_screen_gets_every_edge_as_a_line(large) -> None:
    large.edges.set_at_rest(False)
    buffer = QBuffer()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(QSize(WIDTH, HEIGHT))
    painter = QPainter(generator)
    large.scene.render(painter, QRectF(), QRectF(-200.0, -150.0, 400.0, 300.0))
    painter.end()
    text = bytes(buffer.data()).decode()
    assert "<image" not in text
    assert len(re.findall(r"<(?:polyline|path|line)\b", text)) >= LARGE * LARGE


def test_a_figure_as_tall_as_a_tower_takes_a_picture_as_large_as_the_view(board) -> None:
    shown = board(dense(120, height=70_000.0), np.ones(120 * 120))
    shown.view.centerOn(0.0, -34_000.0)
    image = shown.look_at_rest()
    sheet = shown.edges.unlit._sheet
    assert sheet.pixmap.size() == QSize(WIDTH + 2 * MARGIN, HEIGHT + 2 * MARGIN)
    assert 0 < len(sheet.seen) < 120 * 120 / 10
    assert inked(image, shown.theme) > 0


def test_on_a_fine_screen_a_line_is_as_thick_in_twice_as_many_pixels() -> None:
    theme = load("light")
    measured = []
    for ratio in (1.0, 2.0):
        image = QImage(QSize(WIDTH, HEIGHT) * ratio, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        image.fill(theme.canvas)
        numbers = pen_numbers(
            buckets(np.ones(1)), np.array([Emphasis.REST], np.int8), np.zeros(1, np.bool_)
        )
        line = np.array([[0.0, 150.0, 400.0, 150.0]])
        picture = EdgePicture()
        picture.set_strokes(Strokes(line, numbers, EdgePens(theme, theme.accent), NO_ARROWS))
        painter = QPainter(image)
        picture.paint(painter, Pane(QTransform(), QSize(WIDTH, HEIGHT), ratio))
        painter.end()
        measured.append(thickness(image, theme, int(200 * ratio)))
    assert measured == pytest.approx([4.0, 8.0])


def test_pens_are_numbered_in_the_order_to_draw_in() -> None:
    emphasis = np.array([Emphasis.BACK, Emphasis.REST, Emphasis.LIT, Emphasis.LIT], np.int8)
    bucket = buckets(np.array([1.0, 0.1, 0.1, 1.0]))
    frozen = np.array([False, True, True, False])
    numbers = pen_numbers(bucket, emphasis, frozen)
    assert (np.diff(numbers) > 0).all()
    assert numbers[1] < HALO < numbers[2]
    assert is_dashed(numbers).tolist() == frozen.tolist()
    pens = EdgePens(load("light"), QColor("orange")).vector
    dashed = [pens[number].style() == Qt.PenStyle.CustomDashLine for number in numbers.tolist()]
    assert dashed == frozen.tolist()


def test_strokes_are_taken_by_strength_and_dashes_cost_more() -> None:
    theme = load("light")
    weights = np.linspace(0.1, 1.0, 10)
    rest = np.full(10, Emphasis.REST, dtype=np.int8)
    for frozen, kept in ((False, 8), (True, 2)):
        numbers = pen_numbers(buckets(weights), rest, np.full(10, frozen))
        strokes = Strokes(np.zeros((10, 4)), numbers, EdgePens(theme, theme.accent), NO_ARROWS)
        assert strokes.strongest(np.arange(10), 8).tolist() == [*range(10 - kept, 10)]


def test_an_arrowhead_stands_at_the_end_the_computation_runs_to(cross) -> None:
    for direction, x in ((1, 100), (-1, -100)):
        cross.light(1, direction=direction)
        image = cross.look()
        inside = QPointF(x - 5 * direction, 60 * x / 100 - 3 * direction)
        at = cross.view.mapFromScene(inside)
        assert image.pixelColor(at) == cross.theme.forward
