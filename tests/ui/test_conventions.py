"""What the window calls the engine's losses, rules and functions, in both languages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication

from mlp_studio.engine import activations, initializers, losses, optimizers
from mlp_studio.project.problems import Problem
from mlp_studio.project.training_rules import RULES
from mlp_studio.ui import conventions
from mlp_studio.ui.conventions import loss_convention
from mlp_studio.ui.language import Language

CALLED = [
    (conventions.loss_name, losses.NAMES),
    (conventions.optimizer_name, optimizers.NAMES),
    (conventions.initializer_name, initializers.NAMES),
    (conventions.activation_name, activations.NAMES),
    (conventions.activation_label, activations.NAMES),
    (conventions.rule_name, RULES),
]


@pytest.fixture
def korean(qapp: QApplication) -> Iterator[None]:
    language = Language("ko")
    yield
    language.remove()


@pytest.mark.parametrize(("called", "names"), CALLED)
def test_every_name_of_the_engine_is_called_something_of_its_own(
    qapp: QApplication, called: Callable[[str], str], names: tuple[str, ...]
) -> None:
    assert len({called(name) for name in names}) == len(names)


def test_the_engine_s_name_is_told_where_it_cannot_be_guessed(qapp: QApplication) -> None:
    assert conventions.loss_name("bce") == "binary cross-entropy (bce)"
    assert conventions.loss_name("cross_entropy") == "cross-entropy"
    assert conventions.optimizer_name("sgd") == "gradient descent (sgd)"
    assert conventions.optimizer_name("adamw") == "AdamW"
    assert conventions.initializer_name("xavier_uniform") == "Xavier uniform"
    assert conventions.activation_name("leaky_relu") == "leaky ReLU"


def test_in_korean_too(korean: None) -> None:
    assert conventions.loss_name("bce") == "이진 교차 엔트로피 (bce)"
    assert conventions.activation_name("sigmoid") == "시그모이드 (sigmoid)"
    assert conventions.activation_label("sigmoid") == "시그모이드"
    assert conventions.activation_name("relu") == "ReLU"


def test_a_convention_says_what_is_summed_and_what_is_averaged(qapp: QApplication) -> None:
    assert loss_convention("half_sse") == "½ Σ (a − t)², mean over the batch"
    assert loss_convention("mse") == "(1/m) Σ (a − t)² over m outputs, mean over the batch"
    assert loss_convention("huber").endswith("; H(d) = ½ d² (|d| ≤ 1), |d| − ½ (|d| > 1)")


@pytest.mark.parametrize("name", losses.NAMES)
def test_in_korean_only_mathematics_stays(korean: None, name: str) -> None:
    assert set(re.findall("[a-z]{2,}", loss_convention(name))) <= {"ln", "max"}


def test_a_problem_names_a_loss_as_the_window_does(korean: None) -> None:
    problem = Problem("data", "targets_0_to_1", {"loss": "bce", "sample": 1, "value": 2.0})
    assert "이진 교차 엔트로피 (bce)" in conventions.problem_text(problem)


def test_why_a_loss_does_not_fit_the_output_is_said_in_korean(korean: None) -> None:
    for loss in ("bce", "cross_entropy"):
        problem = Problem("loss", f"{loss}_activation", {"activation": "linear"})
        assert re.findall("[A-Za-z]{2,}", conventions.problem_text(problem)) == ["linear"]
