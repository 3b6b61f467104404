"""The gradient check over the figure: every edge in the colour, and dash, of its verdict."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QLineF, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from mlp_studio.document.checking import Findings, Verdict
from mlp_studio.project.compile import Compiled
from mlp_studio.ui.canvas.canvas_item import CanvasItem
from mlp_studio.ui.canvas.edge_table import NONE
from mlp_studio.ui.canvas.labels import Label, Line, Plate, draw_plate, size_of
from mlp_studio.ui.canvas.lettering import Lettering, signed
from mlp_studio.ui.canvas.scene import NetworkScene
from mlp_studio.ui.counting import count_text
from mlp_studio.ui.theme import Theme

_OVER_EDGES, _OVER_UNITS = 0.5, 2.6
_HALO = 3.0
_MANY = 1500
"""From so many lines on they are drawn without smoothing, as edges are."""
_LEGIBLE = 0.3
MARKS = {Verdict.AGREES: "✓", Verdict.KINK: "∧", Verdict.DIFFERS: "✗"}
"""What stands for a verdict beside its colour."""
_ROLES = {Verdict.AGREES: "ok", Verdict.KINK: "warning", Verdict.DIFFERS: "error"}
_WIDTHS = {Verdict.AGREES: 2.5, Verdict.KINK: 3.5, Verdict.DIFFERS: 4.5}
_DASHES: dict[Verdict, list[float]] = {Verdict.KINK: [3.0, 1.2, 0.8, 1.2], Verdict.DIFFERS: [2, 1]}


@dataclass(frozen=True, eq=False)
class Marked:
    """The lines of all edges with one verdict."""

    verdict: Verdict
    lines: list[QLineF]


class VerdictsItem(CanvasItem):
    """Lines over the edges, those that agree first, so that a mistake is never hidden."""

    def __init__(self, theme: Theme, lettering: Lettering) -> None:
        super().__init__(theme, lettering, height=_OVER_EDGES)
        self.keep_picture()
        self.marked: tuple[Marked, ...] = ()
        self._bounds = QRectF()

    def set_marked(self, marked: Sequence[Marked], bounds: QRectF) -> None:
        self.redraw()
        self.marked, self._bounds = tuple(marked), bounds.adjusted(-6.0, -6.0, 6.0, 6.0)

    def boundingRect(self) -> QRectF:
        return self._bounds

    def pen(self, verdict: Verdict) -> QPen:
        """As wide at every zoom."""
        pen = QPen(getattr(self.theme, _ROLES[verdict]), _WIDTHS[verdict])
        if verdict in _DASHES:
            pen.setDashPattern(_DASHES[verdict])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setCosmetic(True)
        return pen

    def draw(self, painter: QPainter, _zoom: float) -> None:
        many = sum(len(each.lines) for each in self.marked) > _MANY
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, not many)
        for each in self.marked:
            halo = QPen(self.theme.canvas, _WIDTHS[each.verdict] + _HALO)
            halo.setCosmetic(True)
            painter.setPen(halo)
            painter.drawLines(each.lines)
            painter.setPen(self.pen(each.verdict))
            painter.drawLines(each.lines)


class CountsItem(CanvasItem):
    """How the whole of a folded link came out: of its edges only some are drawn."""

    def __init__(self, theme: Theme, lettering: Lettering) -> None:
        super().__init__(theme, lettering, height=_OVER_UNITS)
        self.plates: tuple[Plate, ...] = ()

    def set_plates(self, plates: Sequence[Plate]) -> None:
        self.redraw()
        self.plates = tuple(plates)

    def boundingRect(self) -> QRectF:
        bounds = QRectF()
        for plate in self.plates:
            bounds |= plate.box.adjusted(-2.0, -2.0, 2.0, 2.0)
        return bounds

    def draw(self, painter: QPainter, zoom: float) -> None:
        if zoom < _LEGIBLE:
            return
        painter.setFont(self.lettering.text)
        for plate in self.plates:
            draw_plate(painter, plate, self.theme)


class CheckOverlay(QObject):
    """Shows the findings until the network changes, or a training run shows other weights."""

    def __init__(self, scene: NetworkScene) -> None:
        super().__init__(scene)
        self._scene = scene
        self._findings: Findings | None = None
        self._of: Compiled | None = None
        theme = scene.observed.theme.theme
        self.lines = VerdictsItem(theme, scene.lettering)
        self.counts = CountsItem(theme, scene.lettering)
        for item in (self.lines, self.counts):
            item.setVisible(False)
            scene.addItem(item)
        scene.refreshed.connect(self._draw)

    @property
    def findings(self) -> Findings | None:
        """Those on show."""
        return self._findings if self.lines.isVisible() else None

    def show_findings(self, findings: Findings | None) -> None:
        """Colour the edges by these; None to clear."""
        self._findings = findings
        self._of = self._scene.observed.document.compiled
        self._scene.ensure_fresh()
        self._draw()

    def clear(self) -> None:
        self.show_findings(None)

    def verdict(self, row: int) -> Verdict:
        """What is shown of an edge, by its row in the figure's table."""
        parameter = int(self._scene.table.parameter[row])
        if self.findings is None or parameter == NONE:
            return Verdict.NONE
        return Verdict(int(self.findings.by_parameter[parameter]))

    def explain(self, row: int) -> str:
        """The figures of an edge, for its tooltip; empty while nothing is shown."""
        findings, numbers = self.findings, self._scene.observed.numbers
        parameter = int(self._scene.table.parameter[row])
        place = None if findings is None else findings.place(parameter)
        if findings is None or place is None:
            return ""
        error = numbers.text(float(findings.relative_error[place]))
        return "\n".join(
            [
                self.tr("Backpropagation: {value}").format(
                    value=signed(numbers, float(findings.analytic[place]))
                ),
                self.tr("Finite differences: {value}").format(
                    value=signed(numbers, float(findings.numeric[place]))
                ),
                f"{MARKS[self.verdict(row)]} "
                + self.tr("relative error {error}").format(error=error),
            ]
        )

    def _draw(self) -> None:
        scene = self._scene
        compiled = scene.observed.document.compiled
        if compiled is None or compiled is not self._of:
            self._findings = None
        is_live = compiled is None or scene.parameters is not compiled.parameters
        is_seen = self._findings is not None and not is_live
        for item in (self.lines, self.counts):
            item.setVisible(is_seen)
        if self._findings is None or not is_seen:
            return
        theme = scene.observed.theme.theme
        for item in (self.lines, self.counts):
            if item.theme is not theme or item.lettering is not scene.lettering:
                item.set_style(theme, scene.lettering)
        self.lines.set_marked(self._marked(self._findings), scene.edges.boundingRect())
        self.counts.set_plates(self._plates(self._findings))

    def _marked(self, findings: Findings) -> list[Marked]:
        table, routes = self._scene.table, self._scene.routes
        verdicts = np.where(
            table.parameter == NONE, Verdict.NONE, findings.by_parameter[table.parameter]
        )
        of_segment = verdicts[routes.owner]
        marked = []
        for verdict in (Verdict.AGREES, Verdict.KINK, Verdict.DIFFERS):
            segments = routes.segments[of_segment == verdict].tolist()
            if segments:
                marked.append(Marked(verdict, [QLineF(*each) for each in segments]))
        return marked

    def _plates(self, findings: Findings) -> list[Plate]:
        scene = self._scene
        theme, numbers = scene.observed.theme.theme, scene.observed.numbers
        plates = []
        for link in scene.observed.document.project.links:
            source, target = scene.layers[link.source], scene.layers[link.target]
            if not (source.column.folded or target.column.folded):
                continue
            block = findings.layout.block(link.source, link.target)
            verdicts = findings.by_parameter[block.start : block.stop]
            lines = []
            for verdict in (Verdict.DIFFERS, Verdict.KINK, Verdict.AGREES):
                count = int(np.count_nonzero(verdicts == verdict))
                if count:
                    text = f"{MARKS[verdict]} {count_text(numbers, count)}"
                    lines.append(Line(text, getattr(theme, _ROLES[verdict])))
            if lines:
                label = Label(-1, tuple(lines), border=theme.line)
                header = min(item.pos().y() + item.column.header.top() for item in (source, target))
                middle = (source.pos().x() + target.pos().x()) / 2
                plates.append(_plate(label, QPointF(middle, header), scene.lettering))
        return plates


def _plate(label: Label, top: QPointF, lettering: Lettering) -> Plate:
    width, height = size_of(label, lettering)
    return Plate(label, QRectF(top.x() - width / 2 - 4.0, top.y(), width + 8.0, height))
