"""What a view over the plane is of, but for the parameters; and how its places read."""

from __future__ import annotations

from dataclasses import dataclass

from mlp_studio.document.live import Samples
from mlp_studio.project.compile import Compiled
from mlp_studio.project.model import Dataset
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.plots.plane.cloud import Cloud
from mlp_studio.ui.plots.plane.content import Content
from mlp_studio.ui.plots.plane.section import Inputs, Section

_MOST_HELD = 4


@dataclass(frozen=True, eq=False)
class Subject:
    """Made anew for another network, other data or another plane."""

    compiled: Compiled
    samples: Samples
    data: Dataset
    section: Section
    inputs: Inputs
    content: Content
    cloud: Cloud

    def is_same_plane(self, other: Subject) -> bool:
        """Whether a place here is the same place there, and is to be seen there as well."""
        one, two = self.section, other.section
        return self.data.columns == other.data.columns and (one.across, one.up, one.extent) == (
            two.across,
            two.up,
            two.extent,
        )

    def at_text(self, numbers: NumberFormat, place: tuple[float, float]) -> list[str]:
        """The shown columns at a place: "x1 = 0.5", "x2 = −1"."""
        section, columns = self.section, self.data.columns
        texts = [f"{columns[section.across]} = {numbers.text(place[0])}"]
        if section.up is not None:
            texts.append(f"{columns[section.up]} = {numbers.text(place[1])}")
        return texts

    def held_text(self, numbers: NumberFormat) -> str:
        """The columns that are not shown with their values, as far as anybody reads."""
        section = self.section
        texts = [
            f"{name} = {numbers.text(section.held[column])}"
            for column, name in enumerate(self.data.columns)
            if column not in (section.across, section.up)
        ]
        more = [] if len(texts) <= _MOST_HELD else ["…"]
        return ", ".join(texts[:_MOST_HELD] + more)
