"""Networks to begin with: each ready to run, and put into a project by `fragments.insert`."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from mlp_studio.engine import datasets
from mlp_studio.engine.arrays import FrozenArray
from mlp_studio.engine.spec import InitializerSpec, OptimizerSpec, TrainingSpec
from mlp_studio.project import edits
from mlp_studio.project.model import Dataset, Generator, Project
from mlp_studio.project.translation import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Template:
    """`title` and `what` are English, marked for the context "Templates"."""

    name: str
    title: str
    what: str
    project: Project


def _data(name: str, samples: int = 4, noise: float = 0.0) -> Dataset:
    """The samples of `engine/datasets`, drawn from the first seed."""
    columns, inputs, targets = datasets.make(name, samples, noise)
    made = Generator(name, samples, noise)
    return Dataset(columns, FrozenArray(inputs), FrozenArray(targets), made)


def _network(
    units: tuple[int, ...],
    activations: tuple[str, ...],
    *,
    loss: str = "half_sse",
    data: Dataset | None = None,
    training: TrainingSpec,
) -> Project:
    """Inputs, hidden layers and an output of so many units, each linked to the next."""
    project = Project(loss=loss, data=data, training=training)
    project = edits.add_layer(project, "input", units[0], layer_id="x", name="Inputs")
    before = "x"
    last = len(activations)
    for number, activation in enumerate(activations, 1):
        kind, name = ("output", "Output") if number == last else ("dense", _hidden(number, last))
        layer_id = edits.fresh_layer_id(project, kind)
        project = edits.add_layer(
            project, kind, units[number], layer_id=layer_id, name=name, activation=activation
        )
        project = edits.add_link(project, before, layer_id)
        before = layer_id
    return project


def _hidden(number: int, last: int) -> str:
    return "Hidden" if last == 2 else f"Hidden {number}"


def _training(
    rate: float, epochs: int, until: float | None = None, *, name: str = "sgd", seed: int = 0
) -> TrainingSpec:
    """So many epochs at this learning rate, or fewer if the loss falls to `until`."""
    optimizer = OptimizerSpec(name, rate)
    return TrainingSpec(optimizer=optimizer, epochs=epochs, seed=seed, converge_below=until)


def _perceptron() -> Project:
    training = replace(_training(1.0, 100, 0.0), rule="perceptron", batch_size=1, shuffle=False)
    project = _network((2, 1), ("step",), data=_data("and"), training=training)
    return edits.set_initializer(project, "o", InitializerSpec("zeros"))


def _xor() -> Project:
    # A seed that does not end in the valley where two of the four samples stay at ½.
    training = _training(2.0, 2000, 0.005, seed=2)
    return _network((2, 2, 1), ("sigmoid", "sigmoid"), data=_data("xor"), training=training)


def _kernel_lift() -> Project:
    return _network(
        (2, 3, 1),
        ("tanh", "sigmoid"),
        loss="bce",
        data=_data("circles", 100, 0.05),
        training=_training(0.05, 1000, 0.02, name="adam"),
    )


def _deep_narrow() -> Project:
    return _network(
        (2, 3, 3, 3, 3, 1),
        ("tanh", "tanh", "tanh", "tanh", "tanh"),
        data=_data("xor"),
        training=_training(0.1, 1000, 0.005),
    )


def _autoencoder() -> Project:
    one_hot = FrozenArray(np.eye(4))
    data = Dataset(("x1", "x2", "x3", "x4"), one_hot, one_hot)
    training = replace(_training(2.0, 2000, 0.005), batch_size=1)
    return _network((4, 2, 4), ("sigmoid", "sigmoid"), data=data, training=training)


def _skip() -> Project:
    project = _network(
        (2, 4, 4, 1),
        ("tanh", "tanh", "sigmoid"),
        loss="bce",
        data=_data("moons", 100, 0.1),
        training=_training(0.05, 500, 0.01, name="adam"),
    )
    return edits.add_link(edits.add_link(project, "x", "h2"), "x", "o")


def _digits() -> Project:
    return _network(
        (64, 32, 10),
        ("relu", "softmax"),
        loss="cross_entropy",
        training=replace(_training(0.01, 50, name="adam"), batch_size=32),
    )


TEMPLATES: tuple[Template, ...] = (
    Template(
        "perceptron",
        QT_TRANSLATE_NOOP("Templates", "Perceptron"),
        QT_TRANSLATE_NOOP(
            "Templates", "A single neuron with a step learns AND by Rosenblatt's rule."
        ),
        _perceptron(),
    ),
    Template(
        "xor",
        QT_TRANSLATE_NOOP("Templates", "XOR"),
        QT_TRANSLATE_NOOP("Templates", "Two hidden units solve what a single neuron cannot."),
        _xor(),
    ),
    Template(
        "kernel_lift",
        QT_TRANSLATE_NOOP("Templates", "Lift into a third dimension"),
        QT_TRANSLATE_NOOP(
            "Templates", "Three hidden units lift two circles apart, so that a plane divides them."
        ),
        _kernel_lift(),
    ),
    Template(
        "deep_narrow",
        QT_TRANSLATE_NOOP("Templates", "Deep and narrow"),
        QT_TRANSLATE_NOOP(
            "Templates",
            "Four hidden layers of tanh learn; give them sigmoid, and the gradient fades.",
        ),
        _deep_narrow(),
    ),
    Template(
        "autoencoder",
        QT_TRANSLATE_NOOP("Templates", "Autoencoder 4-2-4"),
        QT_TRANSLATE_NOOP(
            "Templates", "Four one-hot samples pass through two units and come back."
        ),
        _autoencoder(),
    ),
    Template(
        "skip",
        QT_TRANSLATE_NOOP("Templates", "Skip links"),
        QT_TRANSLATE_NOOP("Templates", "Links past the hidden layers carry the input straight on."),
        _skip(),
    ),
    Template(
        "digits",
        QT_TRANSLATE_NOOP("Templates", "Digits 64-32-10"),
        QT_TRANSLATE_NOOP("Templates", "Ten classes of 8 × 8 pixels: bring your own data."),
        _digits(),
    ),
)
