"""The canvas with 12,000 edges, against the bare lines: what Qt itself needs to draw them once.

The peer draws the very same segments with the same pens and hints, weak ones first, from lists made
beforehand, into a pixmap of the size that the canvas keeps. Frames of the canvas are whole repaints
of a view, with whatever else that takes.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle, pairwise

import numpy as np
from PySide6.QtCore import QLineF, Qt
from PySide6.QtGui import QFont, QPainter, QPixmap, QTransform
from PySide6.QtWidgets import QApplication, QGraphicsScene, QGraphicsView

from mlp_studio.document.document import Document
from mlp_studio.document.selection import Selection
from mlp_studio.document.stepper import Granularity, StepCursor
from mlp_studio.engine import optimizers
from mlp_studio.engine.arrays import FrozenArray
from mlp_studio.engine.spec import OptimizerSpec
from mlp_studio.project import edits
from mlp_studio.project.model import Dataset, Project
from mlp_studio.ui.app import make_application
from mlp_studio.ui.canvas.column import RADIUS
from mlp_studio.ui.canvas.edge_pens import EdgePens, buckets, pen_numbers
from mlp_studio.ui.canvas.edge_sheet import MARGIN
from mlp_studio.ui.canvas.edges_item import EdgesItem
from mlp_studio.ui.canvas.emphasis import Emphasis
from mlp_studio.ui.canvas.lettering import Lettering
from mlp_studio.ui.canvas.routes import Routes, distance_to_segments
from mlp_studio.ui.canvas.view import NetworkView
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.theme import ThemeModel, load
from tests.benchmarks.harness import Row, Work, within

WIDTH, HEIGHT = 1280, 800
UNITS = 78
"""In each of three layers: 2 · 78² = 12,168 edges."""
_STEP_GOALS: dict[Granularity, float] = {"term": 2.6, "unit": 4.5}
"""What a step may take, against the smooth lines of the figure alone."""
FRAMES = 60
"""Snapshots of a training, shown back and forth."""


def segments(units: int) -> np.ndarray:
    """Edges of three layers that fill the view: (2·units², 4)."""
    heights = (np.arange(units) + 0.5) * (HEIGHT - 40.0) / units - HEIGHT / 2 + 20.0
    targets, sources = (axis.ravel() for axis in np.meshgrid(heights, heights, indexing="ij"))
    left, right = (
        np.column_stack(
            [np.full_like(sources, x + RADIUS), sources, np.full_like(targets, x + 560.0), targets]
        )
        for x in (-600.0, 0.0)
    )
    return np.concatenate([left, right])


def snapshots(edges: int, steps: int) -> np.ndarray:
    """Weights from frame to frame, (FRAMES, edges), as Adam moves them: `steps` between two.

    Gradients are noisy and point toward other weights of the same size.
    """
    rng = np.random.default_rng(0)
    weights, aim = rng.normal(0.0, 1.0 / np.sqrt(UNITS), (2, edges))
    step = optimizers.make(OptimizerSpec("adam"), edges).step
    frames = []
    for _ in range(FRAMES):
        for _ in range(steps):
            noise = rng.normal(0.0, 0.2, edges)
            step(weights, weights - aim + noise, learning_rate=0.001)
        frames.append(weights.copy())
    return np.array(frames)


class Stage:
    """A view with nothing but edges on it, the frames to measure, and the bare lines."""

    def __init__(self) -> None:
        self.theme = load("light")
        self.lettering = Lettering.of(QFont())
        self.lines = segments(UNITS)
        self.edges = len(self.lines)
        self.weights = snapshots(self.edges, 1)[0]
        self.frozen = np.zeros(self.edges, dtype=np.bool_)
        self.item = EdgesItem(self.theme, self.lettering)
        self.scene = QGraphicsScene(-5000.0, -5000.0, 10_000.0, 10_000.0)
        self.scene.setBackgroundBrush(self.theme.canvas)
        self.scene.addItem(self.item)
        self.view = QGraphicsView(self.scene)
        self.view.setFrameShape(QGraphicsView.Shape.NoFrame)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.view.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.view.resize(WIDTH, HEIGHT)
        self.view.centerOn(0.0, 0.0)
        self.view.show()
        # Until it has been exposed, a window repaints nothing.
        QApplication.processEvents()
        self.reset()

    def reset(self) -> None:
        """Everything drawn in full, as it is after a moment of rest."""
        self.item.set_at_rest(True)
        self.item.set_routes(self._routes(), self.weights, self.frozen)
        self._show()
        self.item.finish()
        self._show()

    def bare_lines(self) -> Work:
        """The same segments with the same pens, and nothing else."""
        rest = np.full(self.edges, Emphasis.REST, dtype=np.int8)
        numbers = pen_numbers(buckets(self.weights), rest, self.frozen)
        pens = EdgePens(self.theme, self.theme.accent).cosmetic(1.0)
        lines = [
            (pens[number], [QLineF(*line) for line in self.lines[numbers == number].tolist()])
            for number in np.unique(numbers).tolist()
        ]
        sheet = QPixmap(WIDTH + 2 * MARGIN, HEIGHT + 2 * MARGIN)
        to_sheet = QTransform.fromTranslate(sheet.width() / 2, sheet.height() / 2)

        def draw() -> None:
            sheet.fill(self.theme.canvas)
            painter = QPainter(sheet)
            painter.setTransform(to_sheet)
            for pen, of_pen in lines:
                painter.setPen(pen)
                painter.drawLines(of_pen)
            painter.end()

        return draw

    def full_repaint(self) -> Work:
        """Other edges at rest, as after an edit: all of them in the next frame."""
        self.reset()

        def repaint() -> None:
            self.item.set_routes(self._routes(), self.weights, self.frozen)
            self._show()

        return repaint

    def training_frame(self, steps: int) -> Work:
        """The weights of the next snapshot, `steps` further."""
        self.reset()
        self.item.set_at_rest(False)
        frames = snapshots(self.edges, steps)
        there_and_back = cycle([*frames, *frames[-2:0:-1]])

        def show_next() -> None:
            self.item.set_values(next(there_and_back))
            self._show()

        return show_next

    def zoom_frame(self) -> Work:
        """A little nearer, then farther again, without the pause in which it is drawn anew."""
        self.reset()
        factors = cycle([1.1, 1.1, 1 / 1.1, 1 / 1.1])

        def zoom() -> None:
            factor = next(factors)
            self.item.set_at_rest(False)
            self.view.scale(factor, factor)
            self._show()

        return zoom

    def step_frame(self) -> Work:
        """The next unit of a forward pass: its edges are lit, all others step back."""
        self.reset()
        units = cycle(range(2 * UNITS))

        def step() -> None:
            unit = next(units)
            into = slice(unit * UNITS, (unit + 1) * UNITS)
            emphasis = np.full(self.edges, Emphasis.BACK, dtype=np.int8)
            direction = np.zeros(self.edges, dtype=np.int8)
            emphasis[into], direction[into] = Emphasis.LIT, 1
            self.item.set_emphasis(emphasis, direction, self.theme.forward)
            self._show()

        return step

    def _routes(self) -> Routes:
        return Routes(self.lines.copy(), np.arange(self.edges + 1))

    def _show(self) -> None:
        self.view.viewport().repaint()


class StepStage:
    """A window's canvas with 64-64-64-10 on it, folded, to step through."""

    def __init__(self) -> None:
        document = Document(large_project())
        self.cursor = StepCursor(document)
        self.numbers = NumberFormat()
        self.view = NetworkView(
            document=document,
            cursor=self.cursor,
            selection=Selection(),
            theme=ThemeModel("light"),
            numbers=self.numbers,
        )
        self.view.resize(WIDTH, HEIGHT)
        self.view.show()
        QApplication.processEvents()
        self.view.fit()
        self.view.flow.wanted = False

    def step(self, granularity: Granularity) -> Work:
        """The cursor moves on, here and there in the pass, and all of it is on screen."""
        cursor = self.cursor
        cursor.set_granularity(granularity)
        count = len(cursor.steps)
        places = cycle(n for start in range(0, count, max(1, count // 24)) for n in _three(start))
        self.view.viewport().repaint()

        def step() -> None:
            cursor.go_to(min(next(places), count - 1))
            self.view.viewport().repaint()

        return step

    def bare_lines(self) -> Work:
        """The segments of the figure as they are drawn at rest, smooth, and nothing else."""
        strokes = self.view.figure.edges.unlit_strokes()
        zoom = self.view.transform().m11()
        sheet = QPixmap(WIDTH + 2 * MARGIN, HEIGHT + 2 * MARGIN)
        middle = self.view.figure.content_rect().center()
        to_sheet = QTransform.fromTranslate(sheet.width() / 2, sheet.height() / 2)
        to_sheet.scale(zoom, zoom)
        to_sheet.translate(-middle.x(), -middle.y())
        pens = strokes.pens.cosmetic(1.0)
        lines = [
            (
                pens[number],
                [QLineF(*at) for at in strokes.segments[strokes.numbers == number].tolist()],
            )
            for number in np.unique(strokes.numbers).tolist()
        ]

        def draw() -> None:
            sheet.fill(strokes.pens.theme.canvas)
            painter = QPainter(sheet)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setTransform(to_sheet)
            for pen, of_pen in lines:
                painter.setPen(pen)
                painter.drawLines(of_pen)
            painter.end()

        return draw


def _three(start: int) -> range:
    """Three steps in a row, as one takes them."""
    return range(start, start + 3)


def large_project() -> Project:
    project = Project()
    names = ("x", "h1", "h2", "o")
    for name, units in zip(names, (64, 64, 64, 10), strict=True):
        kind = "input" if name == "x" else "dense"
        project = edits.add_layer(project, kind, units, layer_id=name)
    for source, target in pairwise(names):
        project = edits.add_link(project, source, target)
    rng = np.random.default_rng(0)
    columns = tuple(f"x{number}" for number in range(64))
    data = Dataset(columns, FrozenArray(rng.random((3, 64))), FrozenArray(rng.random((3, 10))))
    return edits.set_data(project, data)


def rows() -> Iterator[Row]:
    _application = QApplication.instance() or make_application(["bench"])
    stage = Stage()
    bare = stage.bare_lines()
    yield within("12k edges: all repainted over the bare lines", stage.full_repaint(), bare, 1.5)
    for steps in (2, 20):
        name = f"12k edges: a training frame of {steps} Adam steps over them"
        yield within(name, stage.training_frame(steps), bare, 0.35)
    yield within("12k edges: a frame of zooming over them", stage.zoom_frame(), bare, 0.15)
    yield within("12k edges: the next step over them", stage.step_frame(), bare, 0.35)
    yield from _step_rows()
    far = segments(158)
    yield within(
        "50k edges: the nearest to a point over the lines of 12k",
        lambda: distance_to_segments(far, 3.0, 4.0).argmin(),
        bare,
        0.15,
    )


def _step_rows() -> Iterator[Row]:
    stage = StepStage()
    bare = stage.bare_lines()
    for granularity, goal in _STEP_GOALS.items():
        name = f"64-64-64-10: a step by {granularity} over the lines it shows"
        yield within(name, stage.step(granularity), bare, goal)
