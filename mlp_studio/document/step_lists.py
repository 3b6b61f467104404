"""The lists of steps of the networks seen so far: one for each shape and granularity."""

from __future__ import annotations

from mlp_studio.engine.layout import Layout
from mlp_studio.engine.spec import LayerSpec, LinkSpec, NetworkSpec
from mlp_studio.engine.steps import Granularity, StepList, steps

_SMALLEST = NetworkSpec(
    (LayerSpec("x", 1, is_input=True), LayerSpec("y", 1)), (LinkSpec("x", "y"),)
)
NO_STEPS: StepList = steps(Layout(_SMALLEST), "phase")[:0]
"""The steps of a network that cannot run."""


class StepLists:
    """Makes a list once for all networks of the same shape, and keeps it.

    A network is compiled anew after every update; its shape is not.
    """

    def __init__(self) -> None:
        self._shapes: list[Layout] = []
        self._lists: dict[tuple[int, Granularity], StepList] = {}

    def shape(self, layout: Layout) -> Layout:
        """The first layout seen that is the same as this one."""
        for each in reversed(self._shapes):
            if each is layout or each.spec == layout.spec:
                return each
        self._shapes.append(layout)
        return layout

    def of(self, layout: Layout, granularity: Granularity) -> StepList:
        """The steps of a pass over such a network. Raises ValueError as `steps` does."""
        shape = self.shape(layout)
        key = id(shape), granularity
        if key not in self._lists:
            self._lists[key] = steps(shape, granularity)
        return self._lists[key]

    def count(self, shape: Layout | None, granularity: Granularity) -> int:
        """How many steps there are to a pass; none without a network."""
        if shape is None:
            return 0
        found = self._lists.get((id(shape), granularity))
        return len(self.of(shape, granularity) if found is None else found)
