"""One change of the parameters at a time, from a gradient given by hand."""

from dataclasses import replace

import numpy as np
import pytest

from mlp_studio.engine.descent import Descent
from mlp_studio.engine.layout import Layout
from mlp_studio.engine.spec import (
    LayerSpec,
    LinkSpec,
    NetworkSpec,
    OptimizerSpec,
    PenaltySpec,
    ScheduleSpec,
    SpecError,
    TrainingSpec,
)

SGD = TrainingSpec(optimizer=OptimizerSpec("sgd", learning_rate=0.1))
UNIT = NetworkSpec(
    (LayerSpec("x", 2, is_input=True), LayerSpec("o", 1, freeze_biases=True)), (LinkSpec("x", "o"),)
)
"""Two weights and a frozen bias."""


def moved(training, parameters, gradient, steps=1):
    """The parameters after `steps`, each with this mean gradient."""
    descent = Descent(Layout(UNIT), training, np.dtype(np.float64))
    parameters, held = np.array(parameters), np.empty(3)
    calls = descent.bind(parameters, held)
    for _ in range(steps):
        # A pass gives the gradient scaled so, here of a batch of one.
        held[:] = np.array(gradient) * descent.scale(1)
        for call in calls:
            call()
    return parameters


def test_plain_descent_has_its_rate_in_the_gradient_already():
    descent = Descent(Layout(UNIT), SGD, np.dtype(np.float64))
    assert descent.scale(4) == 0.1 / 4
    assert moved(SGD, [1.0, 2.0, 3.0], [10.0, -10.0, 10.0]) == pytest.approx([0.0, 3.0, 3.0])


@pytest.mark.parametrize(
    "changes",
    [
        {"optimizer": OptimizerSpec("momentum", learning_rate=0.1)},
        {"optimizer": OptimizerSpec("sgd", learning_rate=0.1, weight_decay=0.1)},
        {"penalty": PenaltySpec(l2=0.1)},
        {"clip_norm": 1.0},
        {"schedule": ScheduleSpec("cosine")},
    ],
)
def test_all_others_take_the_mean_gradient(changes):
    training = replace(SGD, **changes)
    assert Descent(Layout(UNIT), training, np.dtype(np.float64)).scale(4) == 0.25


def test_the_penalty_joins_before_the_norm_is_clipped():
    training = replace(SGD, penalty=PenaltySpec(l2=1.0), clip_norm=1.0)
    # 3 + 0 and 0 + 4 make a gradient (3, 4) of norm 5, clipped to (0.6, 0.8).
    result = moved(training, [0.0, 4.0, 3.0], [3.0, 0.0, 7.0])
    assert result == pytest.approx([-0.06, 4 - 0.08, 3.0])


def test_frozen_parameters_do_not_count_in_the_norm():
    result = moved(replace(SGD, clip_norm=5.0), [0.0, 0.0, 3.0], [3.0, 4.0, 1000.0])
    assert result == pytest.approx([-0.3, -0.4, 3.0])


def test_the_schedule_goes_by_the_step():
    training = replace(SGD, schedule=ScheduleSpec("step", step_size=1, gamma=0.5))
    assert moved(training, [0.0, 0.0, 0.0], [1.0, 0.0, 0.0], steps=3) == pytest.approx(
        [-0.1 - 0.05 - 0.025, 0.0, 0.0]
    )


def test_the_perceptron_rule_leaves_optimizer_penalty_and_clipping_out_but_checks_them():
    training = replace(
        SGD,
        rule="perceptron",
        optimizer=OptimizerSpec("adam", learning_rate=0.1),
        penalty=PenaltySpec(l2=9.0),
        clip_norm=1e-9,
    )
    assert moved(training, [1.0, 1.0, 1.0], [2.0, 0.0, 0.0]) == pytest.approx([0.8, 1.0, 1.0])
    with pytest.raises(SpecError, match="'adam': beta1 must"):
        moved(
            replace(training, optimizer=OptimizerSpec("adam", beta1=2.0)), np.zeros(3), np.zeros(3)
        )
