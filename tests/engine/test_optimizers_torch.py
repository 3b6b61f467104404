"""Every update rule, alone and through a schedule, against torch.optim."""

from dataclasses import replace

import numpy as np
import pytest
import torch

from mlp_studio.engine import schedules
from mlp_studio.engine.optimizers import make
from mlp_studio.engine.spec import OptimizerSpec, ScheduleSpec

STEPS = 50

PAIRS = {
    "sgd": (OptimizerSpec("sgd"), torch.optim.SGD, {}),
    "momentum": (OptimizerSpec("momentum"), torch.optim.SGD, {"momentum": 0.9}),
    "nesterov": (
        OptimizerSpec("nesterov", momentum=0.8),
        torch.optim.SGD,
        {"momentum": 0.8, "nesterov": True},
    ),
    "rmsprop": (OptimizerSpec("rmsprop"), torch.optim.RMSprop, {}),
    "rmsprop with momentum": (
        OptimizerSpec("rmsprop", alpha=0.9, momentum=0.5),
        torch.optim.RMSprop,
        {"alpha": 0.9, "momentum": 0.5},
    ),
    "adagrad": (OptimizerSpec("adagrad"), torch.optim.Adagrad, {}),
    "adagrad with decay": (
        OptimizerSpec("adagrad", lr_decay=0.1, epsilon=1e-3),
        torch.optim.Adagrad,
        {"lr_decay": 0.1, "eps": 1e-3},
    ),
    "adam": (OptimizerSpec("adam"), torch.optim.Adam, {}),
    "adam with settings": (
        OptimizerSpec("adam", beta1=0.5, beta2=0.9, epsilon=1e-2),
        torch.optim.Adam,
        {"betas": (0.5, 0.9), "eps": 1e-2},
    ),
    "adamw": (OptimizerSpec("adamw"), torch.optim.AdamW, {}),
}

SCHEDULES = {
    "constant": (ScheduleSpec(), None),
    "step": (
        ScheduleSpec("step", step_size=7, gamma=0.5),
        lambda o: torch.optim.lr_scheduler.StepLR(o, 7, 0.5),
    ),
    "exponential": (
        ScheduleSpec("exponential", step_size=1, gamma=0.95),
        lambda o: torch.optim.lr_scheduler.ExponentialLR(o, 0.95),
    ),
    "cosine": (
        ScheduleSpec("cosine", total_steps=STEPS, minimum=0.1),
        lambda o: torch.optim.lr_scheduler.CosineAnnealingLR(o, STEPS, 0.1 * 0.02),
    ),
}


def gradient_of(parameters, step):
    """A bumpy landscape that changes with the step, in operations both libraries round alike."""
    return 0.5 * parameters - 0.7 / (1.0 + parameters * parameters) + 0.1 * (step % 5)


def ours(spec, schedule, start):
    parameters = start.copy()
    optimizer = make(spec, start.size)
    for step in range(STEPS):
        gradient = gradient_of(parameters, step)
        optimizer.step(parameters, gradient, schedules.rate(schedule, 0.02, step))
    return parameters


def theirs(rule, settings, scheduler, start):
    parameters = torch.nn.Parameter(torch.tensor(start))
    optimizer = rule([parameters], lr=0.02, foreach=False, **settings)
    schedule = scheduler(optimizer) if scheduler else None
    for step in range(STEPS):
        parameters.grad = gradient_of(parameters.detach(), step)
        optimizer.step()
        if schedule:
            schedule.step()
    return parameters.detach().numpy()


@pytest.mark.parametrize("weight_decay", [None, 0.0, 0.1])
@pytest.mark.parametrize("name", PAIRS)
def test_fifty_steps_agree_with_torch(name, weight_decay):
    spec, rule, settings = PAIRS[name]
    if weight_decay is not None:
        spec = replace(spec, weight_decay=weight_decay)
        settings = settings | {"weight_decay": weight_decay}
    start = np.random.default_rng(3).normal(size=12)
    np.testing.assert_allclose(
        ours(spec, ScheduleSpec(), start), theirs(rule, settings, None, start), rtol=0, atol=1e-10
    )


@pytest.mark.parametrize("schedule", SCHEDULES)
@pytest.mark.parametrize("name", PAIRS)
def test_fifty_steps_through_a_schedule_agree_with_torch(name, schedule):
    spec, rule, settings = PAIRS[name]
    settings = settings | {"weight_decay": 0.05}
    spec = replace(spec, weight_decay=0.05)
    mine, scheduler = SCHEDULES[schedule]
    start = np.random.default_rng(4).normal(size=12)
    np.testing.assert_allclose(
        ours(spec, mine, start), theirs(rule, settings, scheduler, start), rtol=0, atol=1e-10
    )


@pytest.mark.parametrize("name", ["momentum", "rmsprop", "adagrad", "adam"])
def test_the_state_has_torchs_names_and_values(name):
    spec, rule, settings = PAIRS[name]
    start = np.random.default_rng(5).normal(size=4)
    optimizer, mine = make(spec, 4), start.copy()
    parameters = torch.nn.Parameter(torch.tensor(start))
    peer = rule([parameters], lr=0.02, **settings)
    for step in range(5):
        gradient = gradient_of(mine, step)
        optimizer.step(mine, gradient, 0.02)
        parameters.grad = torch.tensor(gradient)
        peer.step()
    state = optimizer.state()
    for key, value in peer.state[parameters].items():
        if key in state or key != "step":
            np.testing.assert_allclose(state[key], value.numpy(), rtol=1e-12)
