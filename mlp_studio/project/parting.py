"""Which samples of a project's data are to learn from, and the scale that is fitted on them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from mlp_studio.engine import scaling, splitting
from mlp_studio.engine.scaling import Scaler
from mlp_studio.engine.spec import TrainingSpec
from mlp_studio.engine.splitting import Split
from mlp_studio.engine.tasks import task_of
from mlp_studio.project.model import PARTS, Dataset
from mlp_studio.project.problems import Problem


def split_of(data: Dataset, training: TrainingSpec) -> Split:
    """The parts set by hand, or else those that the fractions and the seed give.

    Stratified, every class is in each part with its share; a regression has no classes. The data
    must have no `parting_problems`.
    """
    if data.parts is not None:
        return splitting.by_parts(data.parts.values)
    targets = data.targets.values
    labels = None
    if training.stratified:
        task = task_of(targets)
        labels = task.labels(targets) if task.is_classification else None
    return splitting.by_fraction(
        data.samples,
        test=training.test_fraction,
        validation=training.validation_fraction,
        seed=training.seed,
        labels=labels,
    )


def parting_problems(data: Dataset, training: TrainingSpec) -> tuple[Problem, ...]:
    """Why no samples to learn from can be set apart; nothing if they can."""
    if data.parts is not None:
        if (data.parts.values == PARTS.index("train")).any():
            return ()
        return (Problem("data", "no_training_sample"),)
    test, validation = training.test_fraction, training.validation_fraction
    if test + validation >= 1.0:
        percent: dict[str, object] = {
            "test": f"{100 * test:g}",
            "validation": f"{100 * validation:g}",
        }
        return (Problem("training", "fractions_together", percent),)
    parts = 1 + (test > 0.0) + (validation > 0.0)
    if parts == 1 or data.samples >= parts:
        return ()
    if data.samples == 1 and validation == 0.0:
        return (Problem("training", "nothing_to_train_on"),)
    few: dict[str, object] = {"samples": data.samples, "parts": parts}
    return (Problem("training", "too_few_samples", few),)


def scaler_of(data: Dataset, inputs: NDArray[np.float64], split: Split) -> Scaler:
    """Fitted on the training rows of what flows in, `inputs` (samples, input units)."""
    if data.scaling == "standard":
        return scaling.standard(inputs[split.train])
    if data.scaling == "min_max":
        return scaling.min_max(inputs[split.train])
    return Scaler.identity(inputs.shape[1])
