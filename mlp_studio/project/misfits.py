"""Where data and network disagree, each in one sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

import numpy as np

from mlp_studio.engine import activations
from mlp_studio.engine.expressions import ExpressionError
from mlp_studio.engine.tasks import task_of
from mlp_studio.project.fitting import feature_column, output_problems
from mlp_studio.project.model import Dataset, Layer, Project
from mlp_studio.project.problems import TEMPLATES
from mlp_studio.project.translation import QT_TRANSLATE_NOOP

_SUM = 1e-6
_OF_HEAD = (
    "cross_entropy_activation",
    "bce_activation",
    "targets_0_to_1",
    "targets_plus_minus_1",
    "targets_sum",
    "perceptron_depth",
    "perceptron_activation",
    "perceptron_targets",
)
"""The problems that other activations, losses or rules mend."""


@dataclass(frozen=True, slots=True)
class Misfit:
    """Where data and network disagree. `template` is English, marked for `context`."""

    template: str
    arguments: dict[str, object] = field(default_factory=dict, hash=False)
    context: Literal["Misfit", "Problems"] = "Misfit"

    @property
    def text(self) -> str:
        """The English sentence."""
        return self.template.format(**self.arguments)

    def translated(self, translate: Callable[[str, str], str]) -> str:
        """The sentence in the language of `translate(context, template)`."""
        return translate(self.context, self.template).format(**self.arguments)


def misfit(project: Project) -> Misfit | None:
    """What of the network does not suit the data, the gravest first; None if all of it does.

    What is missing between its ends is not said here: `compile_project` knows.
    """
    return next(misfits(project), None)


def misfits(project: Project) -> Iterator[Misfit]:
    """All that disagrees: sizes of both ends, features, and the output with its loss."""
    data = project.data
    if data is None or not data.samples:
        return
    if not project.layers:
        yield Misfit(QT_TRANSLATE_NOOP("Misfit", "There is no network for these data yet."))
        return
    yield from _sizes(project, data)
    yield from _features(project, data)
    output = single_output(project)
    if output is not None and output.units == data.targets.shape[1]:
        yield from head_misfits(project, output, data)


def are_several(project: Project) -> bool:
    """Whether more than one thing disagrees; inputs and outputs count apart."""
    output, data = single_output(project), project.data
    if data is None or not project.layers:
        return False
    if len(tuple(misfits(project))) > 1:
        return True
    gives_others = output is not None and output.units != data.targets.shape[1]
    return gives_others and _takes_others(project, data)


def broken_features(features: tuple[str, ...], data: Dataset) -> tuple[int, ...]:
    """The units whose formulas cannot be computed of these columns."""
    return tuple(unit for unit, text in enumerate(features) if not _computes(text, data))


def column_takers(project: Project) -> list[Layer]:
    """The input layers that the columns are dealt to."""
    return [each for each in project.layers if each.kind == "input" and each.features is None]


def single_output(project: Project) -> Layer | None:
    """The one layer that computes and leads nowhere; None where there are several or none."""
    sources = {link.source for link in project.links}
    ends = [each for each in project.layers if each.kind != "input" and each.id not in sources]
    return ends[0] if len(ends) == 1 else None


def _computes(text: str, data: Dataset) -> bool:
    try:
        values = feature_column(text, data.columns, data.inputs.values)
        return bool(np.isfinite(values).all())
    except ExpressionError:
        return False


def _sizes(project: Project, data: Dataset) -> Iterator[Misfit]:
    output, width = single_output(project), data.targets.shape[1]
    takes_others = _takes_others(project, data)
    gives_others = output is not None and output.units != width
    arguments: dict[str, object] = {
        "columns": len(data.columns),
        "units": sum(layer.units for layer in column_takers(project)),
        "targets": width,
        "outputs": 0 if output is None else output.units,
    }
    if takes_others and gives_others:
        yield Misfit(
            QT_TRANSLATE_NOOP(
                "Misfit",
                "Inputs and outputs: the data need {columns} and {targets}, "
                "but the network has {units} and {outputs}.",
            ),
            arguments,
        )
    elif takes_others:
        yield Misfit(
            QT_TRANSLATE_NOOP(
                "Misfit", "Inputs: the data have {columns}, but the network takes {units}."
            ),
            arguments,
        )
    elif gives_others:
        yield Misfit(_outputs_sentence(data), arguments)


def _outputs_sentence(data: Dataset) -> str:
    if task_of(data.targets.values).kind == "multiclass":
        return QT_TRANSLATE_NOOP(
            "Misfit",
            "Outputs: the data need {targets}, one for each class, but the network has {outputs}.",
        )
    return QT_TRANSLATE_NOOP(
        "Misfit", "Outputs: the data need {targets}, but the network has {outputs}."
    )


def _takes_others(project: Project, data: Dataset) -> bool:
    """Whether the columns are dealt to more or fewer units than there are columns."""
    takers = column_takers(project)
    return bool(takers) and sum(layer.units for layer in takers) != len(data.columns)


def _features(project: Project, data: Dataset) -> Iterator[Misfit]:
    for layer in project.layers:
        wrong = broken_features(layer.features or (), data)
        if wrong and layer.features:
            yield Misfit(
                QT_TRANSLATE_NOOP(
                    "Misfit", "The feature “{formula}” cannot be computed from these data."
                ),
                {"formula": layer.features[wrong[0]]},
            )


def head_misfits(project: Project, output: Layer, data: Dataset) -> Iterator[Misfit]:
    """What disagrees about output, loss, rule and targets: one thing at most."""
    computing = tuple(layer for layer in project.layers if layer.kind != "input")
    problems = output_problems(replace(project, layers=computing), data)
    found = next((each for each in problems if each.code in _OF_HEAD), None)
    if found is not None:
        yield Misfit(TEMPLATES[found.code], found.args, "Problems")
    else:
        yield from _out_of_reach(output, data)


def _out_of_reach(output: Layer, data: Dataset) -> Iterator[Misfit]:
    """Targets that no weights can bring the outputs to."""
    targets = data.targets.values
    if output.activation == "softmax":
        yield from _out_of_softmax(output, data)
        return
    for unit in range(output.units):
        name = output.activation_of(unit)
        least, most = activations.get(name).bounds
        low, high = float(targets[:, unit].min()), float(targets[:, unit].max())
        if low < least or high > most:
            yield Misfit(
                QT_TRANSLATE_NOOP(
                    "Misfit",
                    "The targets go from {low} to {high}, which {activation} cannot reach.",
                ),
                {"low": _rounded(low), "high": _rounded(high), "activation": name},
            )
            return


def _rounded(value: float) -> float:
    """As many digits as a sentence can bear."""
    return float(f"{value:.4g}")


def _out_of_softmax(output: Layer, data: Dataset) -> Iterator[Misfit]:
    if output.units == 1:
        yield Misfit(
            QT_TRANSLATE_NOOP("Misfit", "The softmax of a single unit is always 1: {layer}."),
            {"layer": output.title},
        )
    elif not np.allclose(data.targets.values.sum(axis=1), 1.0, rtol=0.0, atol=_SUM):
        yield Misfit(
            QT_TRANSLATE_NOOP(
                "Misfit", "Softmax outputs add up to 1, and the targets of these data do not."
            )
        )
