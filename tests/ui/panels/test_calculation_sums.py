"""What is displayed adds up: the parts of every formula, unrounded, are the engine's numbers."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from itertools import pairwise

import numpy as np
import pytest

from mlp_studio.document.document import Document
from mlp_studio.document.stepper import StepCursor
from mlp_studio.engine.spec import PenaltySpec
from mlp_studio.project import edits
from mlp_studio.project.model import Project
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.calculation.explain import Explainer
from mlp_studio.ui.panels.calculation.reading import Reading
from mlp_studio.ui.typeset.nodes import Fence, Fraction, Leaf, Node, Root, Row, Scripts, leaves
from mlp_studio.ui.typeset.page import Formula, Page, Table
from tests.project.projects import dataset

SIGNS = {"+": "+", "−": "-", "·": "*", "(": "(", ")": ")", "[": "(", "]": ")", "/": "/"}
SEEDS = range(6)
UPDATES = ("sgd", "momentum", "nesterov", "rmsprop", "adagrad", "adam", "adamw")


def written(node: Node) -> str:
    """A formula of numbers as Python writes it. Raises KeyError for one with letters."""
    if isinstance(node, Leaf):
        if node.plain == "e":
            return repr(math.e)
        if node.value is not None:
            return f"({node.value!r})"
        return SIGNS[node.plain.strip()]
    if isinstance(node, Row):
        return "".join(map(written, node.parts))
    if isinstance(node, Fraction):
        return f"(({written(node.over)})/({written(node.under)}))"
    if isinstance(node, Root):
        return f"math.sqrt({written(node.inside)})"
    if isinstance(node, Fence):
        return f"({written(node.inside)})"
    assert isinstance(node, Scripts)
    assert node.lower is None, "a letter with an index"
    assert node.upper is not None
    return f"({written(node.base)})**({written(node.upper)})"


def evaluated(node: Node) -> float:
    return float(eval(written(node), {"math": math}))


def is_of_numbers(node: Node) -> bool:
    def known(leaf: Leaf) -> bool:
        return leaf.value is not None or leaf.plain.strip() in SIGNS or leaf.plain == "e"

    return all(map(known, leaves(node))) and any(leaf.value is not None for leaf in leaves(node))


def sides(formula: Formula) -> list[Row]:
    """The sides of an equation, at = and ← of its outermost row."""
    found: list[list[Node]] = [[]]
    assert isinstance(formula.node, Row)
    for part in formula.node.parts:
        if part.plain.strip() in ("=", "←"):
            found.append([])
        else:
            found[-1].append(part)
    return [Row(tuple(side)) for side in found]


def size(side: Node) -> float:
    """What rounding errors are measured by: the largest number that goes in, or 1."""
    return max([1.0, *(abs(leaf.value) for leaf in leaves(side) if leaf.value is not None)])


def random_project(seed: int, activation: str = "tanh", optimizer: str = "sgd") -> Project:
    """x-h1-h2-o with links that skip, some edges absent, every weight drawn."""
    rng = np.random.default_rng(seed)
    data = dataset(rng.normal(size=(5, 3)), rng.uniform(0.1, 0.9, size=(5, 2)))
    project = edits.add_layer(edits.set_data(Project(), data), "input", 3, layer_id="x")
    for name, units in (("h1", 9), ("h2", 3), ("o", 2)):
        kind = "output" if name == "o" else "dense"
        project = edits.add_layer(project, kind, units, layer_id=name)
        project = edits.set_activation(project, name, activation)
    for ends in (("x", "h1"), ("h1", "h2"), ("h2", "o"), ("x", "h2"), ("x", "o"), ("h1", "o")):
        project = edits.add_link(project, *ends)
        link = f"{ends[0]}->{ends[1]}"
        weights = rng.normal(size=edits.materialised_weights(project, link).shape)
        project = edits.set_weights(project, link, weights)
        if rng.random() < 0.6:
            project = edits.set_link_pattern(project, link, "sparse", density=0.7, seed=seed)
    for name, units in (("h1", 9), ("h2", 3), ("o", 2)):
        for unit in range(units):
            project = edits.set_bias(project, name, unit, float(rng.normal()))
    return edits.set_optimizer(project, name=optimizer, learning_rate=0.05)


Pages = Callable[[Project, str, str], Iterator[tuple[StepCursor, Page]]]


@pytest.fixture
def pages(qapp: object) -> Pages:
    def pages(
        project: Project, granularity: str, scope: str = "sample", *, passes: int = 1
    ) -> Iterator[tuple[StepCursor, Page]]:
        cursor = StepCursor(Document(project))
        cursor.set_granularity(granularity)
        cursor.set_scope(scope)
        explainer = Explainer(NumberFormat(digits=4))
        for _ in range(passes):
            for index in range(len(cursor.steps)):
                cursor.go_to(index)
                yield cursor, explainer.step(reading_of(cursor), cursor.steps[index])
            cursor.forward()

    return pages


def reading_of(cursor: StepCursor) -> Reading:
    assert cursor.trace is not None
    assert cursor.update is not None
    return Reading(
        cursor._document.project,
        cursor.trace,
        cursor.update,
        column=cursor.column,
        is_mean=cursor.mean,
        before=cursor.optimizer_before,
    )


def agree(page: Page, tolerance: float) -> int:
    """Hold all sides of numbers of each equation against one another; how many were compared."""
    compared = 0
    for block in page:
        if not isinstance(block, Formula):
            continue
        numeric = [side for side in sides(block) if is_of_numbers(side)]
        for one, other in pairwise(numeric):
            scale = max(size(one), size(other))
            assert evaluated(one) == pytest.approx(
                evaluated(other), rel=tolerance, abs=tolerance * scale
            ), block.node.plain
            compared += 1
    return compared


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("scope", ["sample", "batch"])
@pytest.mark.parametrize("granularity", ["term", "unit"])
def test_every_equation_of_numbers_holds(
    pages: Pages, seed: int, scope: str, granularity: str
) -> None:
    for activation in ("tanh", "sigmoid"):
        project = random_project(seed, activation)
        compared = sum(agree(page, 1e-14) for _, page in pages(project, granularity, scope))
        assert compared > 20


@pytest.mark.parametrize("optimizer", UPDATES)
def test_every_line_of_every_optimizer_holds_at_its_first_step_and_later(
    pages: Pages, optimizer: str
) -> None:
    project = random_project(3, optimizer=optimizer)
    ends = 0
    for cursor, page in pages(project, "term", "batch", passes=3):
        agree(page, 1e-11)
        step = cursor.step
        if step is None or step.phase != "update":
            continue
        assert cursor.update is not None
        arithmetic = [
            side
            for block in page
            if isinstance(block, Formula) and "←" in block.node.plain
            for side in sides(block)
            if is_of_numbers(side)
        ]
        new = float(cursor.update.parameters[step.parameter])
        assert evaluated(arithmetic[-1]) == pytest.approx(new, rel=1e-10, abs=1e-12)
        ends += 1
    assert ends > 100


@pytest.mark.parametrize("seed", SEEDS)
def test_the_terms_shown_of_a_unit_sum_to_the_engines_z(pages: Pages, seed: int) -> None:
    for cursor, page in pages(random_project(seed), "unit"):
        step = cursor.step
        assert step is not None
        if step.phase != "forward":
            continue
        assert cursor.trace is not None
        rows = cursor.trace.network.layout.rows[step.layer]
        z = float(cursor.trace.z[rows.start + (step.unit or 0), 0])
        sums = [side for block in page if isinstance(block, Formula) for side in sides(block)]
        total = evaluated(next(side for side in sums if is_of_numbers(side)))
        parts = sum(abs(leaf.value or 0.0) for side in sums for leaf in leaves(side))
        assert abs(total - z) <= 1e-15 * max(1.0, parts)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("mean", [True, False])
def test_the_products_shown_are_the_engines_gradient(pages: Pages, seed: int, mean: bool) -> None:
    """Each δ·a of a table is ∂L/∂w to the last bit; in a batch the mean of what is added is."""
    seen = 0
    for cursor, page in pages(random_project(seed), "unit"):
        step = cursor.step
        if step is None or step.phase != "backward":
            continue
        table = next(block for block in page if isinstance(block, Table))
        gradient = cursor.gradient
        assert gradient is not None
        for _, product, shown in table.rows:
            assert isinstance(shown, Leaf)
            assert shown.place is not None
            assert shown.value == gradient[shown.place.parameter]
            assert evaluated(product) == pytest.approx(shown.value, rel=1e-15, abs=0.0)
            seen += 1
    assert seen > 20


@pytest.mark.parametrize("seed", SEEDS)
def test_of_a_batch_the_sum_over_samples_shown_is_the_mean_gradient(
    pages: Pages, seed: int
) -> None:
    for cursor, page in pages(random_project(seed), "term", "batch"):
        step = cursor.step
        if step is None or step.part != "gradient":
            continue
        assert cursor.trace is not None
        numeric = [
            side
            for block in page
            if isinstance(block, Formula)
            for side in sides(block)
            if is_of_numbers(side)
        ]
        gradient = float(cursor.trace.gradient[step.parameter])
        scale = max(1.0, size(numeric[0]))
        assert abs(evaluated(numeric[0]) - gradient) <= 1e-15 * scale


def test_one_samples_contribution_is_what_the_cursor_says(qapp: object) -> None:
    cursor = StepCursor(Document(random_project(1)))
    cursor.set_scope("batch")
    cursor.set_mean(False)
    assert cursor.gradient is not None
    assert np.array_equal(reading_of(cursor).gradient, cursor.gradient)
    cursor.set_mean(True)
    assert cursor.gradient is not None
    assert np.array_equal(reading_of(cursor).gradient, cursor.gradient)
    assert reading_of(cursor).samples == 5


def test_penalty_clipping_and_weight_decay_are_in_the_gradient_shown(pages: Pages) -> None:
    project = edits.set_optimizer(random_project(2), name="sgd", learning_rate=0.1)
    project = edits.set_training(project, penalty=PenaltySpec(l2=0.02), clip_norm=0.01)
    for cursor, page in pages(project, "term"):
        step = cursor.step
        if step is None or step.phase != "update":
            continue
        assert cursor.update is not None
        plain = "\n".join(block.node.plain for block in page if isinstance(block, Formula))
        new = cursor.update.parameters[step.parameter]
        arithmetic = [
            side
            for block in page
            if isinstance(block, Formula) and "←" in block.node.plain
            for side in sides(block)
            if is_of_numbers(side)
        ]
        assert evaluated(arithmetic[-1]) == pytest.approx(float(new), rel=1e-12)
        assert evaluated(arithmetic[0]) == pytest.approx(
            float(cursor.update.gradient[step.parameter]), rel=1e-12
        ), plain
