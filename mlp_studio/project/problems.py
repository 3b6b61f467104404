"""Why a project cannot run yet, each reason pinned to the thing it concerns."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from mlp_studio.project.translation import QT_TRANSLATE_NOOP

TEMPLATES = {
    "empty": QT_TRANSLATE_NOOP(
        "Problems", "The network is empty: add an input layer and an output layer."
    ),
    "no_input": QT_TRANSLATE_NOOP("Problems", "There is no input layer: add one."),
    "no_output": QT_TRANSLATE_NOOP(
        "Problems", "There is no output layer: link the input to a layer that computes."
    ),
    "several_outputs": QT_TRANSLATE_NOOP(
        "Problems",
        "{layer} leads nowhere, and so does {others}: link them so that one output remains.",
    ),
    "input_unused": QT_TRANSLATE_NOOP("Problems", "{layer} leads nowhere: link it to a layer."),
    "nothing_flows_in": QT_TRANSLATE_NOOP(
        "Problems", "Nothing flows into {layer}: link a layer to it."
    ),
    "circle": QT_TRANSLATE_NOOP("Problems", "These layers feed each other in a circle: {circle}."),
    "duplicate_layer": QT_TRANSLATE_NOOP("Problems", "Two layers have the id {layer}."),
    "duplicate_link": QT_TRANSLATE_NOOP("Problems", "Two links join {source} to {target}."),
    "unknown_layer": QT_TRANSLATE_NOOP(
        "Problems", "The link {link} refers to the layer {layer}, which does not exist."
    ),
    "link_into_input": QT_TRANSLATE_NOOP("Problems", "The link {link} leads into an input layer."),
    "wrong_shape": QT_TRANSLATE_NOOP(
        "Problems", "The {what} of {owner} must be {expected}, not {found}."
    ),
    "not_finite": QT_TRANSLATE_NOOP(
        "Problems", "The {what} of {owner} hold a value that is not a finite number."
    ),
    "softmax_units": QT_TRANSLATE_NOOP(
        "Problems", "Softmax joins all units of {layer}: no unit can have its own activation."
    ),
    "no_data": QT_TRANSLATE_NOOP("Problems", "There are no data: choose or load some."),
    "input_width": QT_TRANSLATE_NOOP(
        "Problems",
        "The data have {columns} input columns, but the input layers have {units} units.",
    ),
    "feature_count": QT_TRANSLATE_NOOP(
        "Problems", "{layer} has {units} units but {count} features."
    ),
    "feature_formula": QT_TRANSLATE_NOOP(
        "Problems", "The feature “{formula}” of {layer} cannot be read: {reason}"
    ),
    "feature_value": QT_TRANSLATE_NOOP(
        "Problems", "The feature “{formula}” of {layer} has no finite value for sample {sample}."
    ),
    "output_width": QT_TRANSLATE_NOOP(
        "Problems", "The data have {columns} target columns, but {layer} has {units} units."
    ),
    "cross_entropy_activation": QT_TRANSLATE_NOOP(
        "Problems", "Cross-entropy needs a softmax output, but the output is {activation}."
    ),
    "bce_activation": QT_TRANSLATE_NOOP(
        "Problems",
        "Binary cross-entropy needs outputs between 0 and 1, "
        "but {activation} can leave that range.",
    ),
    "targets_0_to_1": QT_TRANSLATE_NOOP(
        "Problems", "The loss {loss} needs targets from 0 to 1; sample {sample} has {value}."
    ),
    "targets_plus_minus_1": QT_TRANSLATE_NOOP(
        "Problems", "The loss {loss} needs targets of −1 and 1; sample {sample} has {value}."
    ),
    "targets_sum": QT_TRANSLATE_NOOP(
        "Problems",
        "The loss {loss} needs the targets of each sample to add up to 1; "
        "those of sample {sample} add up to {value}.",
    ),
    "perceptron_depth": QT_TRANSLATE_NOOP(
        "Problems", "The perceptron rule trains a single layer; this network has {count}."
    ),
    "perceptron_activation": QT_TRANSLATE_NOOP(
        "Problems", "The perceptron rule needs sign or step in every unit of {layer}."
    ),
    "perceptron_targets": QT_TRANSLATE_NOOP(
        "Problems",
        "With {activation}, the perceptron rule needs targets of {low} and 1; "
        "sample {sample} has {value}.",
    ),
    "nothing_to_train_on": QT_TRANSLATE_NOOP(
        "Problems", "A single sample cannot be split into training and test data."
    ),
    "too_few_samples": QT_TRANSLATE_NOOP(
        "Problems", "The data have too few samples ({samples}) to be split into {parts} parts."
    ),
    "fractions_together": QT_TRANSLATE_NOOP(
        "Problems",
        "{validation} % for validation and {test} % for testing leave no sample to train on.",
    ),
    "no_training_sample": QT_TRANSLATE_NOOP(
        "Problems", "Every sample is for validation or testing: there is none to train on."
    ),
    "too_large": QT_TRANSLATE_NOOP(
        "Problems", "Some weights or inputs are too large for the precision {precision}."
    ),
    "invalid": QT_TRANSLATE_NOOP("Problems", "The network cannot be computed: {reason}"),
}
"""One English sentence for each code."""


@dataclass(frozen=True, slots=True)
class Problem:
    """`where` is a layer or link id, "data", "training" or "loss"; "" is the whole network.

    `code` is a key of TEMPLATES, and `args` fills its sentence in.
    """

    where: str
    code: str
    args: dict[str, object] = field(default_factory=dict, hash=False)

    @property
    def text(self) -> str:
        """The English sentence."""
        return TEMPLATES[self.code].format(**self.args)

    def translated(self, translate: Callable[[str, str], str]) -> str:
        """The sentence in the language of `translate(context, template)`."""
        return translate("Problems", TEMPLATES[self.code]).format(**self.args)


@dataclass(frozen=True, slots=True)
class Problems:
    """All that keeps a project from running; never empty."""

    items: tuple[Problem, ...]

    def __iter__(self) -> Iterator[Problem]:
        return iter(self.items)

    def at(self, where: str) -> tuple[Problem, ...]:
        """Those pinned to one layer, link or other place."""
        return tuple(problem for problem in self.items if problem.where == where)

    @property
    def text(self) -> str:
        """All sentences, one a line."""
        return "\n".join(problem.text for problem in self.items)
