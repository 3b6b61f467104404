"""One unit, large: its output over the plane, and the line on which its z is 0."""

from __future__ import annotations

from contextlib import nullcontext
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtWidgets import QWidget

from mlp_studio.document.document import Document
from mlp_studio.document.live import LiveWeights, Samples
from mlp_studio.document.selection import Selection, Unit
from mlp_studio.project.compile import Compiled
from mlp_studio.project.model import Dataset
from mlp_studio.ui.naming import unit_name
from mlp_studio.ui.numbers import MINUS, NumberFormat
from mlp_studio.ui.plots.plane.chrome import Entry, Face
from mlp_studio.ui.plots.plane.content import Content
from mlp_studio.ui.plots.plane.layers import Busy, Place
from mlp_studio.ui.plots.plane.legend_marks import LegendMarks
from mlp_studio.ui.plots.plane.section import Inputs, Section
from mlp_studio.ui.plots.plane.subject import Subject
from mlp_studio.ui.plots.plane.unit_content import (
    UnitCurve,
    UnitMap,
    known_reach,
    unit_values,
)
from mlp_studio.ui.plots.plane.view import PlaneView
from mlp_studio.ui.theme import ThemeModel

Array = NDArray[Any]

_MOST_TERMS = 8
"""A formula with more numbers is not read."""


class UnitView(PlaneView):
    """Follows the selection: of several units the first, counted from the input on."""

    def __init__(
        self,
        *,
        document: Document,
        live: LiveWeights,
        selection: Selection,
        theme: ThemeModel,
        numbers: NumberFormat,
        while_painting: Busy = nullcontext,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            document=document,
            live=live,
            theme=theme,
            numbers=numbers,
            while_painting=while_painting,
            parent=parent,
        )
        self._selection = selection
        selection.changed.connect(self._renew)
        self.retranslate()

    def retranslate(self) -> None:
        self.plot.setAccessibleName(self.tr("Output of the selected unit"))
        super().retranslate()

    @property
    def unit(self) -> Unit | None:
        """The unit shown: layer id and number; None if none is selected."""
        project = self._document.project
        units = self._selection.current.within(project).units
        order = {layer.id: place for place, layer in enumerate(project.layers)}
        return min(units, key=lambda unit: (order[unit[0]], unit[1]), default=None)

    @property
    def formula(self) -> str:
        """z = Σ w x + b of the unit shown, with its numbers."""
        face = self.plot.face
        return "" if face is None else face.note

    def _particulars(self, compiled: Compiled, data: Dataset) -> tuple[object, ...]:
        return (*super()._particulars(compiled, data), self.unit)

    def _nothing_to_show(self) -> str:
        unit, compiled = self.unit, self._live.compiled
        if unit is None:
            return self.tr("Select a unit on the canvas to see its output here.")
        assert compiled is not None
        if unit[0] not in compiled.network.layout.rows:
            return self.tr("This unit is not part of the network yet.")
        return ""

    def _held(self, data: Dataset) -> Array:
        return np.asarray(data.inputs.values.mean(axis=0))

    def _places(self, samples: Samples, data: Dataset, section: Section) -> Array:
        if not section.is_line:
            return super()._places(samples, data, section)
        # The height is the unit's output, and no target: the samples lie along the axis.
        across = data.inputs.values[:, section.across]
        return np.column_stack([across, np.zeros_like(across)])

    def _content(
        self, compiled: Compiled, _samples: Samples, inputs: Inputs, section: Section
    ) -> Content:
        assert self.unit is not None
        layer, unit = self.unit
        has_z = layer in compiled.network.layout.blocks
        known = known_reach(self._document.project.layer(layer), unit)
        if section.is_line:
            across = section.extent[0], section.extent[1]
            return UnitCurve(layer, unit, has_z, known, compiled.network, inputs, across)
        return UnitMap(layer, unit, has_z, known)

    @property
    def _name(self) -> str:
        assert self.unit is not None
        layer, unit = self.unit
        project = self._document.project
        return unit_name(project, project.layer(layer), unit)

    @property
    def _has_z(self) -> bool:
        subject = self._subject
        assert subject is not None
        assert self.unit is not None
        return self.unit[0] in subject.compiled.network.layout.blocks

    def _face_depends_on(self, subject: Subject) -> tuple[object, ...]:
        content = subject.content
        assert isinstance(content, UnitMap | UnitCurve)
        return (*super()._face_depends_on(subject), content.reach)

    def _made_face(self, subject: Subject) -> Face:
        return self._base_face(subject, self._name, self._name, self._note(subject))

    def _legend(self, subject: Subject) -> list[Entry]:
        entries = super()._legend(subject)
        if self._has_z:
            marks = LegendMarks(self._theme.theme, self.devicePixelRatio(), subject.cloud)
            entries.append(Entry(marks.line(), self.tr("z = 0, its teeth towards z > 0")))
        return entries

    def _note(self, subject: Subject) -> str:
        """The formula with its numbers, and the columns that are not shown."""
        lines = []
        if self._has_z and self._parameters is not None:
            lines.append(self._formula(subject, self._parameters))
        elif not self._has_z:
            lines.append(self.tr("{name} is an input: it has no z.").format(name=self._name))
        held = subject.held_text(self._numbers)
        if held:
            lines.append(self.tr("At their means: {values}").format(values=held))
        return "\n".join(lines)

    def _formula(self, subject: Subject, parameters: Array) -> str:
        assert self.unit is not None
        layout, project = subject.compiled.network.layout, self._document.project
        layer, unit = self.unit
        incoming = layout.incoming(layer, unit)
        incoming = incoming[layout.exists[incoming]]
        weights = incoming[layout.is_weight[incoming]]
        if len(weights) > _MOST_TERMS:
            return self.tr("z = Σ w·a + b over {count} edges").format(count=len(weights))
        names = {
            row: unit_name(project, project.layer(source), row - rows.start)
            for source, rows in layout.rows.items()
            for row in range(rows.start, rows.stop)
        }
        terms = []
        for parameter in incoming.tolist():
            term = self._numbers.text(float(parameters[parameter]))
            if layout.is_weight[parameter]:
                term += f"·{names[int(layout.sources[parameter])]}"
            terms.append(term)
        return "z = " + " + ".join(terms).replace(f"+ {MINUS}", f"{MINUS} ")

    def _reading(self, subject: Subject, parameters: Array, place: Place) -> str:
        assert self.unit is not None
        inputs = subject.inputs.at(np.array([place]))
        z, a = unit_values(subject.compiled.network, parameters, inputs, self.unit)
        at = subject.at_text(self._numbers, place)
        if self._has_z:
            at.append(f"z = {self._numbers.text(float(z[0]))}")
        at.append(f"{self._name} = {self._numbers.text(float(a[0]))}")
        return " · ".join(at)

    def _tell(self) -> None:
        subject, face = self._subject, self.plot.face
        if subject is not None and face is not None and self._note(subject) != face.note:
            self.plot.show_face(self._made_face(subject), keep_room=True)
        super()._tell()
