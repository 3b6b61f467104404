"""Projects to test with: a plain one, and hypothesis's choice of edits and of whole projects."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import numpy as np
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from mlp_studio.engine import activations, initializers, losses, optimizers, schedules
from mlp_studio.engine.arrays import FrozenArray
from mlp_studio.engine.spec import InitializerSpec
from mlp_studio.project import edits, fragments
from mlp_studio.project.edits import EditError
from mlp_studio.project.edits.freezing import set_frozen
from mlp_studio.project.model import LAYER_COLOURS, Dataset, Generator, Point, Project
from mlp_studio.project.templates import TEMPLATES, Template


def dataset(inputs: Any, targets: Any, columns: tuple[str, ...] | None = None) -> Dataset:
    frozen = FrozenArray(inputs)
    names = columns or tuple(f"x{number + 1}" for number in range(frozen.shape[1]))
    return Dataset(names, frozen, FrozenArray(targets))


XOR = dataset([[0, 0], [0, 1], [1, 0], [1, 1]], [[0], [1], [1], [0]])


def chain(*units: int, data: Dataset | None = None) -> Project:
    """Layers x, h1, h2 …, o of so many units, each linked to the next."""
    project = edits.add_layer(Project(), "input", units[0])
    before = "x"
    for count in units[1:-1]:
        layer_id = edits.fresh_layer_id(project, "dense")
        project = edits.add_layer(project, "dense", count, layer_id=layer_id)
        project = edits.add_link(project, before, layer_id)
        before = layer_id
    project = edits.add_layer(project, "output", units[-1])
    project = edits.add_link(project, before, "o")
    return edits.set_data(project, data)


def numbered(project: Project) -> Project:
    """All weights set, each a different number, biases too."""
    for link in project.links:
        shape = edits.materialised_weights(project, link.id).shape
        values = np.arange(np.prod(shape), dtype=float).reshape(shape) + 1.0
        project = edits.set_weights(project, link.id, values)
    for layer in project.layers:
        if layer.kind == "dense":
            for unit in range(layer.units):
                project = edits.set_bias(project, layer.id, unit, 100.0 + unit)
    return project


@dataclass(frozen=True)
class Choice:
    """An edit with its arguments, readable in a failing example."""

    edit: Callable[..., Project]
    arguments: tuple[Any, ...]
    settings: dict[str, Any]

    def __call__(self, project: Project) -> Project:
        return self.edit(project, *self.arguments, **self.settings)

    def __repr__(self) -> str:
        return f"{self.edit.__name__}{self.arguments}{self.settings or ''}"


def _choice(
    edit: Callable[..., Project],
    *arguments: st.SearchStrategy[Any],
    **settings: st.SearchStrategy[Any],
) -> st.SearchStrategy[Choice]:
    return st.builds(Choice, st.just(edit), st.tuples(*arguments), st.fixed_dictionaries(settings))


LAYERS = st.sampled_from(["x", "x2", "h1", "h2", "h3", "o", "nowhere"])
LINKS = st.builds(lambda source, target: f"{source}->{target}", LAYERS, LAYERS)
UNITS = st.integers(-1, 4)
FINITE = st.floats(allow_nan=False, allow_infinity=False)
ANY_FLOAT = st.floats()
TEXTS = st.text(max_size=8)
ACTIVATIONS = st.sampled_from((*activations.NAMES, "nonsense"))
POINTS = st.tuples(FINITE, FINITE)
COLOURS = st.sampled_from(("", *LAYER_COLOURS, "nonsense"))
SMALL_TEMPLATES = [
    each for each in TEMPLATES if all(layer.units < 9 for layer in each.project.layers)
]
PATTERNS = st.sampled_from((*edits.LINK_PATTERNS, "nonsense"))
SELECTIONS = st.lists(
    st.tuples(st.sampled_from(["x", "h1", "o"]), st.integers(0, 1)) | st.tuples(LAYERS, UNITS),
    max_size=4,
)
FORMULAS = st.sampled_from(["x1", "x2", "x1*x2", "sin(x1)", "1/x1", "oops +"])

INITIALIZERS = st.builds(
    InitializerSpec, st.sampled_from((*initializers.NAMES, "nonsense")), FINITE, ANY_FLOAT
)


@st.composite
def datasets(draw: st.DrawFn) -> Dataset:
    samples, columns, outputs = (draw(st.integers(1, 4)) for _ in range(3))
    values = st.floats(-1e6, 1e6) | st.sampled_from([0.0, -0.0, 1.0, 5e-324, 0.1])
    generator = st.builds(Generator, st.just("xor"), st.integers(1, 9), st.floats(0, 1))
    return Dataset(
        tuple(f"x{number + 1}" for number in range(columns)),
        FrozenArray(draw(hnp.arrays(np.float64, (samples, columns), elements=values))),
        FrozenArray(draw(hnp.arrays(np.float64, (samples, outputs), elements=values))),
        draw(st.none() | generator),
    )


def _matrices() -> st.SearchStrategy[Any]:
    shapes = st.tuples(st.integers(1, 4), st.integers(1, 4))
    return hnp.arrays(np.float64, shapes, elements=ANY_FLOAT)


def _pasted(project: Project, layer_ids: list[str], offset: Point) -> Project:
    """Layers copied and pasted again."""
    fragment = fragments.from_text(fragments.to_text(fragments.extract(project, layer_ids)))
    return fragments.insert(project, fragment, offset)[0]


def _with_template(project: Project, template: Template) -> Project:
    return fragments.insert(project, template.project)[0]


def _learned(project: Project, seed: int) -> Project:
    """As if training had gone on for a while."""
    rng = np.random.default_rng(seed)
    links = []
    for link in project.links:
        initial = edits.materialised_weights(project, link.id)
        learned = FrozenArray(rng.normal(size=initial.shape))
        kept = link.initial_weights or initial
        links.append(replace(link, weights=learned, initial_weights=kept))
    return replace(project, links=tuple(links))


@cache
def edit_choices() -> st.SearchStrategy[Choice]:
    """Any edit with any arguments, sensible or not."""
    flags, seeds = st.booleans(), st.integers(-1, 5)
    return st.one_of(
        _building_choices(),
        _choice(
            edits.add_layer,
            st.sampled_from(["input", "dense", "neuron", "output"]),
            UNITS,
            activation=ACTIVATIONS,
        ),
        _choice(edits.add_link, LAYERS, LAYERS),
        _choice(edits.add_link, LAYERS, LAYERS),
        _choice(edits.add_unit, LAYERS, st.none() | UNITS),
        _choice(edits.remove_unit, LAYERS, UNITS),
        _choice(edits.set_units, LAYERS, UNITS),
        _choice(edits.remove_layer, LAYERS),
        _choice(edits.rename_layer, LAYERS, TEXTS),
        _choice(edits.set_activation, LAYERS, ACTIVATIONS),
        _choice(edits.set_unit_activation, LAYERS, UNITS, st.none() | ACTIVATIONS),
        _choice(edits.set_unit_name, LAYERS, UNITS, st.none() | TEXTS),
        _choice(edits.set_features, LAYERS, st.none() | _formulas()),
        _choice(edits.set_bias_enabled, LAYERS, flags),
        _choice(edits.set_freeze_biases, LAYERS, flags),
        _choice(edits.set_initializer, LAYERS, INITIALIZERS),
        _choice(edits.move_layers, st.dictionaries(LAYERS, POINTS, max_size=2)),
        _choice(edits.remove_link, LINKS),
        _choice(edits.remove_edge, LINKS, UNITS, UNITS),
        _choice(edits.restore_edge, LINKS, UNITS, UNITS),
        _choice(edits.set_edge_frozen, LINKS, UNITS, UNITS, flags),
        _choice(edits.set_link_frozen, LINKS, flags),
        _choice(
            set_frozen,
            flags,
            units=SELECTIONS,
            layers=st.lists(LAYERS, max_size=1),
            edges=st.lists(st.tuples(LINKS, UNITS, UNITS), max_size=1),
        ),
        _choice(edits.set_weight, LINKS, UNITS, UNITS, ANY_FLOAT),
        _choice(edits.set_weights, LINKS, _matrices()),
        _choice(edits.set_bias, LAYERS, UNITS, ANY_FLOAT),
        _choice(edits.set_data, st.none() | datasets()),
        _choice(edits.set_loss, st.sampled_from(losses.NAMES)),
        _choice(edits.set_optimizer, name=st.sampled_from(optimizers.NAMES)),
        _choice(edits.set_optimizer, learning_rate=ANY_FLOAT),
        _choice(edits.set_optimizer, momentum=st.floats(0, 1)),
        _choice(edits.set_schedule, name=st.sampled_from(schedules.NAMES)),
        _choice(edits.set_penalty, l2=ANY_FLOAT),
        _choice(edits.set_training, epochs=st.integers(-1, 9), batch_size=st.none() | UNITS),
        _choice(edits.set_training, clip_norm=st.none() | ANY_FLOAT),
        _choice(edits.set_training, test_fraction=st.floats(0, 1)),
        _choice(edits.set_training, rule=st.sampled_from(["gradient", "perceptron"])),
        _choice(edits.set_training, precision=st.sampled_from(["float64", "float32"])),
        _choice(edits.set_seed, seeds),
        _choice(edits.set_title, TEXTS),
        _choice(edits.redraw_parameters, seeds),
        _choice(edits.reset_parameters),
        _choice(_learned, st.integers(0, 9)),
        _choice(
            edits.remove,
            st.lists(LAYERS, max_size=1),
            st.lists(st.tuples(LAYERS, UNITS), max_size=2),
            st.lists(LINKS, max_size=1),
            st.lists(st.tuples(LINKS, UNITS, UNITS), max_size=2),
        ),
    )


def _building_choices() -> st.SearchStrategy[Choice]:
    """Whole layers, links and units put in, moved and doubled."""
    return st.one_of(
        _choice(edits.move_units, SELECTIONS, LAYERS, st.integers(0, 2) | UNITS),
        _choice(edits.move_units, SELECTIONS, LAYERS, st.integers(0, 2) | UNITS),
        _choice(edits.duplicate_units, SELECTIONS),
        _choice(edits.insert_layer, LINKS, st.sampled_from(["input", "dense", "output"]), UNITS),
        _choice(edits.add_layer, st.sampled_from(["input", "dense"]), features=_formulas()),
        _choice(edits.add_feature, LAYERS, FORMULAS, st.none() | UNITS),
        _choice(edits.add_edges, LAYERS, LAYERS, st.none() | UNITS, st.none() | UNITS),
        _choice(edits.add_link, LAYERS, LAYERS, PATTERNS, st.floats(0, 1) | ANY_FLOAT),
        _choice(edits.set_link_pattern, LINKS, PATTERNS, ANY_FLOAT | st.floats(0, 1), UNITS),
        _choice(edits.set_colour, LAYERS, COLOURS),
        _choice(_pasted, st.lists(LAYERS, max_size=3), POINTS),
        _choice(_with_template, st.sampled_from(SMALL_TEMPLATES)),
    )


def _formulas() -> st.SearchStrategy[list[str]]:
    return st.lists(FORMULAS, max_size=3)


@cache
def starts() -> st.SearchStrategy[Project]:
    return st.builds(
        lambda units, data: chain(*units, data=data),
        st.lists(st.integers(1, 3), min_size=2, max_size=4),
        st.none() | datasets() | st.just(XOR),
    )


@st.composite
def projects(draw: st.DrawFn) -> Project:
    """Whatever a few edits make of a small network; those that are refused change nothing."""
    project = draw(starts())
    for choice in draw(st.lists(edit_choices(), max_size=12)):
        try:
            project = choice(project)
        except EditError:
            continue
    return project
