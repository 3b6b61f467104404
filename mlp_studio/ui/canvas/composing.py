"""From the project, the step and the selection to what edges, layers and the loss show."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject

from mlp_studio.document.selection import Selected
from mlp_studio.ui.canvas.annotations import moment_of, read
from mlp_studio.ui.canvas.attention import Attention, Showing, attend
from mlp_studio.ui.canvas.edge_table import EdgeTable
from mlp_studio.ui.canvas.edges_item import EdgesItem
from mlp_studio.ui.canvas.faces import Faces
from mlp_studio.ui.canvas.labels import Plate
from mlp_studio.ui.canvas.layer_face import Picture
from mlp_studio.ui.canvas.layer_item import LayerItem
from mlp_studio.ui.canvas.lettering import enlargement
from mlp_studio.ui.canvas.loss_item import LossItem
from mlp_studio.ui.canvas.observed import Observed
from mlp_studio.ui.canvas.plating import plates
from mlp_studio.ui.canvas.routes import Routes
from mlp_studio.ui.canvas.wording import Wording, flow_colour


class Composer(QObject):
    """Holds what is said now, and where to look, and dresses the items with it."""

    wording: Wording
    attention: Attention

    def __init__(self, observed: Observed, parent: QObject) -> None:
        super().__init__(parent)
        self._observed = observed
        self._faces = Faces(observed.numbers, self)

    def compose(
        self,
        table: EdgeTable,
        live: NDArray[np.floating] | None,
        aimed: frozenset[str],
        showing: Showing,
    ) -> None:
        """Read the model anew; `live` are the parameters of a snapshot that is shown instead.

        `aimed` are links that a gesture lights instead of the selection.
        """
        observed = self._observed
        # Numbers of a pass belong to the document's weights, not to a snapshot's.
        hidden = live is not None or observed.cursor.is_stale
        reading = None if hidden else read(moment_of(observed.cursor))
        chosen = Selected(links=aimed) if aimed else observed.selection.current
        self.attention = attend(table, reading, chosen, showing)
        self.wording = Wording(
            table=table,
            values=table.value if live is None else table.values_in(live),
            emphasis=self.attention.edges,
            reading=reading,
            numbers=observed.numbers,
            theme=observed.theme.theme,
            only_lit=showing == "on_click",
        )

    def light(self, edges: EdgesItem) -> None:
        """Show the weights, and which edges are at work with how much."""
        wording, attention = self.wording, self.attention
        edges.set_values(wording.values)
        edges.set_emphasis(
            attention.edges,
            attention.direction,
            flow_colour(wording.theme, wording.reading),
            None if wording.reading is None else wording.carried,
        )

    def label(
        self, routes: Routes, layers: Mapping[str, LayerItem], loss: LossItem, zoom: float
    ) -> list[Plate]:
        """The numbers of edges that find a place among the items as they are dressed now."""
        scale = enlargement(zoom)
        return plates(self.wording, self.attention, routes, layers.values(), loss, scale)

    def dress(
        self, layers: Mapping[str, LayerItem], loss: LossItem, output: str | None, picture: Picture
    ) -> None:
        """Give the layers and the loss, which is joined to `output`, their texts."""
        document, wording = self._observed.document, self.wording
        project = document.project
        lit = flow_colour(wording.theme, wording.reading)
        for layer in project.layers:
            item = layers[layer.id]
            face = self._faces.of_layer(
                project,
                layer,
                item.column,
                wording,
                self.attention,
                self._observed.selection.current,
                document.problems,
                picture,
            )
            item.set_face(face, lit)
        if output is not None:
            shown = layers[output].column.shown.tolist()
            loss.set_face(self._faces.of_loss(project, wording.reading, shown), lit)
