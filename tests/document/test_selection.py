"""A selection names things that exist."""

from __future__ import annotations

from mlp_studio.document.document import Document
from mlp_studio.document.selection import Selected
from mlp_studio.project import edits

ALL = Selected(
    layers=frozenset({"h"}),
    units=frozenset({("h", 1), ("x", 0)}),
    links=frozenset({"x->h"}),
    edges=frozenset({("x->h", 0, 1), ("h->o", 0, 0)}),
)


def test_what_exists_stays_selected(xor: Document) -> None:
    assert ALL.within(xor.project) == ALL


def test_a_removed_edge_is_no_longer_selected(xor: Document) -> None:
    project = edits.remove_edge(xor.project, "x->h", 0, 1)
    assert ALL.within(project).edges == {("h->o", 0, 0)}


def test_a_removed_unit_is_no_longer_selected(xor: Document) -> None:
    project = edits.remove_unit(xor.project, "h", 0)
    assert ALL.within(project).units == {("x", 0)}


def test_with_a_layer_goes_all_that_hung_on_it(xor: Document) -> None:
    project = edits.remove_layer(xor.project, "h")
    assert ALL.within(project) == Selected(units=frozenset({("x", 0)}))
