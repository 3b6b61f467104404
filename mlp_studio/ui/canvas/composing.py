"""From the models and the weights shown to what is lit and what is written on the figure."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from mlp_studio.document.selection import Selected
from mlp_studio.ui.canvas.annotations import read
from mlp_studio.ui.canvas.attention import Attention, Showing, attend
from mlp_studio.ui.canvas.edge_table import EdgeTable
from mlp_studio.ui.canvas.observed import Observed
from mlp_studio.ui.canvas.wording import Wording


def compose(
    observed: Observed,
    table: EdgeTable,
    live: NDArray[np.floating] | None,
    aimed: frozenset[str],
    showing: Showing,
) -> tuple[Attention, Wording]:
    """`live` are the weights of a training snapshot, None for the document's own; `aimed` are
    links that a gesture lights instead of the selection.
    """
    cursor = observed.cursor
    # Numbers of a pass belong to the document's weights, not to a snapshot's.
    reading = (
        None
        if live is not None or cursor.is_stale
        else read(cursor.trace, cursor.update, cursor.steps, cursor.index)
    )
    chosen = Selected(links=aimed) if aimed else observed.selection.current
    attention = attend(table, reading, chosen, showing)
    wording = Wording(
        table=table,
        values=table.value if live is None else table.values_in(live),
        emphasis=attention.edges,
        reading=reading,
        numbers=observed.numbers,
        theme=observed.theme.theme,
        only_lit=showing == "on_click",
    )
    return attention, wording
