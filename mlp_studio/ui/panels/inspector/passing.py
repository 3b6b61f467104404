"""The numbers of the current sample's pass, as far as the current step has computed them."""

from __future__ import annotations

from typing import Any, Literal

from numpy.typing import NDArray

from mlp_studio.document.selection import Unit
from mlp_studio.document.stepper import StepCursor
from mlp_studio.engine.scaling import Scaler
from mlp_studio.engine.steps import Quantity, StepList
from mlp_studio.engine.trace import Trace
from mlp_studio.project.feature_values import input_values
from mlp_studio.project.model import Link, Project
from mlp_studio.ui.numbers import NumberFormat

NOT_YET = "–"
UnitQuantity = Literal["z", "a", "delta"]
EdgeQuantity = Literal["term", "gradient", "message"]


class PassNumbers:
    """Reads a cursor's trace. Before the first step the whole pass is open to be read."""

    def __init__(self, cursor: StepCursor | None, numbers: NumberFormat) -> None:
        self._cursor = cursor
        self._numbers = numbers

    @property
    def sample(self) -> int | None:
        """The number of the sample, from 1; None while there is no pass."""
        return None if self._trace is None or self._cursor is None else self._cursor.sample + 1

    def z(self, unit: Unit) -> float | None:
        """A unit's pre-activation, known or not; None for inputs and without a pass."""
        row, trace = self._row(unit), self._trace
        return None if row is None or trace is None else self._of_sample(trace.z, row)

    def of_unit(self, quantity: UnitQuantity, unit: Unit) -> str:
        """z, a or δ as text; a dash while it is not known, nothing where it does not exist."""
        row, trace = self._row(unit), self._trace
        if trace is None or row is None:
            return ""
        is_input = row < trace.network.layout.input_rows
        if is_input and quantity != "a":
            return ""
        values = {"z": trace.z, "a": trace.a, "delta": trace.delta}
        known = is_input or self._is_known(quantity, row)
        return self._numbers.text(self._of_sample(values[quantity], row)) if known else NOT_YET

    def raw(self, project: Project, unit: Unit) -> str:
        """What an input unit's value is before it is scaled; nothing where nothing is scaled."""
        row, trace, cursor, data = self._row(unit), self._trace, self._cursor, project.data
        if row is None or trace is None or cursor is None:
            return ""
        inputs = trace.network.layout.input_rows
        if data is None or data.scaling == "none" or row >= inputs:
            return ""
        sample = data.inputs.values[[cursor.sample]]
        raw = input_values(project, data.columns, sample, Scaler.identity(inputs))
        return self._numbers.text(float(raw[0, row]))

    def of_edge(self, quantity: EdgeQuantity, link: Link, j: int, k: int) -> str:
        """w·a, ∂L/∂w or w·δ as text; a dash while it is not known."""
        trace = self._trace
        if trace is None:
            return ""
        block = trace.network.layout.block(link.source, link.target)
        at = block.start + j * block.shape[1] + k
        if not self._is_known(quantity, at):
            return NOT_YET
        if quantity == "gradient":
            gradient = None if self._cursor is None else self._cursor.gradient
            return "" if gradient is None else self._numbers.text(float(gradient[at]))
        carried = trace.terms if quantity == "term" else trace.messages
        return self._numbers.text(self._of_sample(carried, at))

    def _of_sample(self, values: NDArray[Any], row: int) -> float:
        """The shown sample's value of that row; `values` has a column for each of the pass."""
        assert self._cursor is not None
        return float(values[row] if values.ndim == 1 else values[row, self._cursor.column])

    @property
    def _trace(self) -> Trace | None:
        """The pass; None also while the network is another already than the one traced."""
        cursor = self._cursor
        return None if cursor is None or cursor.is_stale else cursor.trace

    def _row(self, unit: Unit) -> int | None:
        """The unit's node row; None if the network that was traced has no such unit."""
        if self._trace is None:
            return None
        rows = self._trace.network.layout.rows.get(unit[0])
        if rows is None or rows.start + unit[1] >= rows.stop:
            return None
        return int(rows.start) + unit[1]

    def _is_known(self, quantity: Quantity, place: int) -> bool:
        cursor = self._cursor
        assert cursor is not None
        if cursor.index < 0 or not isinstance(cursor.steps, StepList):
            return True
        return bool(cursor.steps.when(quantity)[place] <= cursor.index)
