"""Links between layers."""

from __future__ import annotations

from dataclasses import replace

from mlp_studio.project.edits.parts import find_layer, find_link, with_link
from mlp_studio.project.edits.patterns import set_link_pattern
from mlp_studio.project.errors import EditError
from mlp_studio.project.model import Link, Project
from mlp_studio.project.rules import check_size
from mlp_studio.project.translation import QT_TRANSLATE_NOOP


def add_link(
    project: Project, source: str, target: str, pattern: str = "dense", density: float = 0.5
) -> Project:
    """A link from `source` to `target`, its weights drawn from the seed.

    `pattern` is one of LINK_PATTERNS, `density` the share of edges of a sparse one.
    """
    start, end = find_layer(project, source), find_layer(project, target)
    if source == target:
        raise EditError(
            QT_TRANSLATE_NOOP("EditError", "{layer} cannot be linked to itself."),
            layer=start.title,
        )
    if end.kind == "input":
        raise EditError(
            QT_TRANSLATE_NOOP(
                "EditError", "{layer} is an input layer: only the data can flow into it."
            ),
            layer=end.title,
        )
    link = Link(source, target)
    if project.has_link(link.id):
        raise EditError(
            QT_TRANSLATE_NOOP("EditError", "{source} and {target} are linked already."),
            source=start.title,
            target=end.title,
        )
    if path := path_between(project, target, source):
        circle = " → ".join(project.layer(layer_id).title for layer_id in (*path, target))
        raise EditError(
            QT_TRANSLATE_NOOP("EditError", "That link would close a circle: {circle}."),
            circle=circle,
        )
    links = (*project.links, link)
    check_size(project.layers, links)
    return set_link_pattern(replace(project, links=links), link.id, pattern, density)


def remove_link(project: Project, link_id: str) -> Project:
    find_link(project, link_id)
    return replace(project, links=tuple(link for link in project.links if link.id != link_id))


def set_link_frozen(project: Project, link_id: str, frozen: bool) -> Project:
    """Whether training leaves all of the link's weights as they are."""
    link = find_link(project, link_id)
    return with_link(project, replace(link, frozen=bool(frozen), frozen_edges=None))


def path_between(project: Project, start: str, end: str) -> tuple[str, ...]:
    """The layers on some way along the links from `start` to `end`; empty if there is none.

    A link from `end` to `start` would close it to a circle.
    """
    ways: dict[str, tuple[str, ...]] = {start: (start,)}
    waiting = [start]
    while waiting:
        here = waiting.pop()
        if here == end:
            return ways[here]
        for link in project.links_out_of(here):
            if link.target not in ways:
                ways[link.target] = (*ways[here], link.target)
                waiting.append(link.target)
    return ()
