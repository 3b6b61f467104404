"""Adding layers, units, templates and links, wherever a gesture or a key wants them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import Literal

from PySide6.QtCore import QObject, QPointF, Signal

from mlp_studio.document.selection import Selected
from mlp_studio.project import edits
from mlp_studio.project.model import Layer, Project
from mlp_studio.ui.canvas import additions
from mlp_studio.ui.canvas.applying import Applier, points
from mlp_studio.ui.canvas.landing import Landing
from mlp_studio.ui.canvas.places import COLUMN_GAP, in_project
from mlp_studio.ui.mime import PaletteItem
from mlp_studio.ui.naming import link_name, unit_name

Seen = Mapping[str, QPointF]
"""Where every layer stands in the scene."""
Pattern = Literal["dense", "one_to_one", "sparse"]
End = tuple[str, int | None]
"""A layer, or one unit of it: where a link begins or ends."""
FragmentOf = Callable[[PaletteItem], tuple[str, Project]]
"""The title and the network of a template. Raises ProjectFileError if it cannot be read."""


class Building(QObject):
    """Every method is one undo entry and returns what to select then; None if it was refused."""

    pattern_changed = Signal()

    def __init__(self, applier: Applier) -> None:
        super().__init__(applier)
        self._applier = applier
        self._pattern: Pattern = "dense"

    @property
    def pattern(self) -> Pattern:
        """Which edges a new link between two layers has."""
        return self._pattern

    def set_pattern(self, pattern: Pattern) -> None:
        if pattern != self._pattern:
            self._pattern = pattern
            self.pattern_changed.emit()

    def place(
        self, item: PaletteItem, template: tuple[str, Project] | None, landing: Landing, seen: Seen
    ) -> Selected | None:
        """Do what the landing says."""
        if landing.layer:
            return self.join(item, landing.layer, landing.slot)
        if landing.link:
            return self.insert(item.kind, landing.link, seen)
        if template is not None:
            return self._add_template(*template, landing, seen)
        if item.kind == "feature":
            return self.add_feature_layer(item.value, landing.at, seen)
        return self.add_layer(item.kind, landing.at, seen)

    def add_layer(
        self, kind: str, at: QPointF, seen: Seen, link_from: str | None = None
    ) -> Selected | None:
        """A new layer at a place of the scene."""
        project = self._applier.project
        layer = edits.fresh_layer_id(project, kind)
        label = self._sized(self.tr("Add layer {layer}"), layer, additions.units_for(project, kind))
        pinned = self._applier.unplaced(seen)
        done = self._applier.apply(
            label, additions.add_layer_at, kind, in_project(at), pinned, link_from
        )
        return _layer(layer) if done else None

    def join(self, item: PaletteItem, layer: str, slot: int) -> Selected | None:
        """One more unit in a layer, before the unit that is now at `slot`."""
        title = self._applier.project.layer(layer).title
        if item.kind == "feature":
            label = self.tr("Add feature {formula} to {layer}")
            label = label.format(formula=item.value, layer=title)
            done = self._applier.apply(label, edits.add_feature, layer, item.value, slot)
        else:
            label = self.tr("Add unit to {layer}").format(layer=title)
            done = self._applier.apply(label, edits.add_unit, layer, slot)
        return Selected(units=frozenset({(layer, slot)})) if done else None

    def insert(self, kind: str, link_id: str, seen: Seen) -> Selected | None:
        """A layer in a link's place, wired to both of its ends."""
        project = self._applier.project
        link = project.link(link_id)
        layer = edits.fresh_layer_id(project, kind)
        label = self._sized(
            self.tr("Insert layer {layer}"), layer, additions.units_for(project, kind)
        )
        spots, place = _room_between(seen, link.source, link.target)
        done = self._applier.apply(
            label, additions.insert_layer_into, link_id, kind, points(spots), in_project(place)
        )
        return _layer(layer) if done else None

    def link(self, source: End, target: End, seen: Seen) -> bool:
        """All edges of the pattern between two layers, or single ones from or to a unit."""
        label = self.tr("Link {source} to {target}").format(
            source=self._end_name(source), target=self._end_name(target)
        )
        pinned = self._applier.unplaced(seen)
        return self._applier.apply(
            label, additions.link_pinned, *self._link(source, target, pinned)
        )

    def link_all(self, pairs: Sequence[tuple[End, End]], seen: Seen) -> bool:
        """Several links or edges, as one entry."""
        if len(pairs) == 1:
            return self.link(*pairs[0], seen)
        label = self.tr("Link {count} pairs").format(count=len(pairs))
        pinned = self._applier.unplaced(seen)
        links = [self._link(source, target, pinned) for source, target in pairs]
        return bool(pairs) and self._applier.apply(label, additions.link_several, links)

    def why_not_link(self, source: End, target: End) -> str:
        """Why a link cannot be made, or "" if it can."""
        return self._applier.why_not(additions.link_pinned, *self._link(source, target, {}))

    def circle(self, source: End, target: End) -> frozenset[str]:
        """The links that a link here would close to a circle; none if it would not."""
        way = edits.path_between(self._applier.project, target[0], source[0])
        return frozenset(f"{before}->{after}" for before, after in pairwise(way))

    def set_link_pattern(self, link_id: str, pattern: Pattern) -> bool:
        """Keep only the pattern's edges of a link, with their weights."""
        names = {
            "dense": self.tr("Make {link} dense"),
            "one_to_one": self.tr("Make {link} one-to-one"),
            "sparse": self.tr("Make {link} sparse"),
        }
        project = self._applier.project
        label = names[pattern].format(link=link_name(project, project.link(link_id)))
        return self._applier.apply(label, edits.set_link_pattern, link_id, pattern)

    def paste(self, label: str, fragment: Project, positions: Seen, seen: Seen) -> Selected | None:
        """The layers and links of a fragment; those that are new are to be selected."""
        before = {layer.id for layer in self._applier.project.layers}
        pinned = self._applier.unplaced(seen)
        done = self._applier.apply(
            label, additions.add_fragment_at, fragment, points(positions), pinned
        )
        new = {layer.id for layer in self._applier.project.layers} - before
        return Selected(layers=frozenset(new)) if done else None

    def duplicate_units(self, units: list[tuple[str, int]]) -> Selected | None:
        project = self._applier.project
        if len(units) == 1:
            ((owner, unit),) = units
            name = unit_name(project, project.layer(owner), unit)
            label = self.tr("Duplicate unit {unit}").format(unit=name)
        else:
            label = self.tr("Duplicate {count} units").format(count=len(units))
        reason = self._applier.why_not(edits.duplicate_units, units)
        copies = () if reason else edits.units_after_duplicate(project, units)
        if self._applier.apply(label, edits.duplicate_units, units):
            return Selected(units=frozenset(copies))
        return None

    def _add_template(
        self, title: str, fragment: Project, landing: Landing, seen: Seen
    ) -> Selected | None:
        label = self.tr("Add template “{title}”").format(title=title)
        spots = zip(fragment.layers, landing.columns, strict=True)
        positions = {layer.id: at for layer, (_, at) in spots}
        return self.paste(label, fragment, positions, seen)

    def add_feature_layer(self, formula: str, at: QPointF, seen: Seen) -> Selected | None:
        layer = edits.fresh_layer_id(self._applier.project, "input")
        label = self.tr("Add input {layer} with feature {formula}")
        label = label.format(layer=layer, formula=formula)
        pinned = self._applier.unplaced(seen)
        done = self._applier.apply(
            label, additions.add_feature_layer_at, formula, in_project(at), pinned
        )
        return _layer(layer) if done else None

    def _link(
        self, source: End, target: End, pinned: Mapping[str, tuple[float, float]]
    ) -> additions.LinkArguments:
        return source[0], target[0], pinned, (source[1], target[1]), self._pattern

    def _end_name(self, end: End) -> str:
        layer: Layer = self._applier.project.layer(end[0])
        if end[1] is None:
            return layer.title
        return unit_name(self._applier.project, layer, end[1])

    def _sized(self, text: str, layer: str, units: int) -> str:
        """A label that says how many units the layer has."""
        size = self.tr("1 unit") if units == 1 else self.tr("{count} units").format(count=units)
        return f"{text.format(layer=layer)} ({size})"


def _layer(layer: str) -> Selected:
    return Selected(layers=frozenset({layer}))


def _room_between(seen: Seen, source: str, target: str) -> tuple[dict[str, QPointF], QPointF]:
    """Where all layers stand once there is a column's room between two, and that place.

    All from the target on move on, so that the room is there.
    """
    start, end = seen[source], seen[target]
    missing = 2 * COLUMN_GAP - (end.x() - start.x())
    step = QPointF(max(missing, 0.0) if end.x() > start.x() else 0.0, 0.0)
    spots = {
        layer: at + step if at.x() >= end.x() and layer != source else at
        for layer, at in seen.items()
    }
    place = (start + spots[target]) / 2
    return spots, place
