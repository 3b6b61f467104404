"""What the engine's losses, rules and functions are called in the window, and their conventions.

A file and the command line call them by the engine's names, so those stay in sight, in brackets,
wherever the name in the window's language does not show them already.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from mlp_studio.engine import losses
from mlp_studio.project.problems import Problem
from mlp_studio.project.translation import QT_TRANSLATE_NOOP

_LOSSES = {
    "half_sse": QT_TRANSLATE_NOOP("Conventions", "½ squared error"),
    "sse": QT_TRANSLATE_NOOP("Conventions", "squared error"),
    "mse": QT_TRANSLATE_NOOP("Conventions", "mean squared error"),
    "mae": QT_TRANSLATE_NOOP("Conventions", "mean absolute error"),
    "huber": QT_TRANSLATE_NOOP("Conventions", "Huber"),
    "bce": QT_TRANSLATE_NOOP("Conventions", "binary cross-entropy"),
    "hinge": QT_TRANSLATE_NOOP("Conventions", "hinge"),
    "cross_entropy": QT_TRANSLATE_NOOP("Conventions", "cross-entropy"),
    "perceptron": QT_TRANSLATE_NOOP("Conventions", "perceptron"),
}
_OPTIMIZERS = {
    "sgd": QT_TRANSLATE_NOOP("Conventions", "gradient descent"),
    "momentum": QT_TRANSLATE_NOOP("Conventions", "momentum"),
    "nesterov": QT_TRANSLATE_NOOP("Conventions", "Nesterov momentum"),
    "rmsprop": QT_TRANSLATE_NOOP("Conventions", "RMSprop"),
    "adagrad": QT_TRANSLATE_NOOP("Conventions", "AdaGrad"),
    "adam": QT_TRANSLATE_NOOP("Conventions", "Adam"),
    "adamw": QT_TRANSLATE_NOOP("Conventions", "AdamW"),
}
_INITIALIZERS = {
    "zeros": QT_TRANSLATE_NOOP("Conventions", "zeros"),
    "constant": QT_TRANSLATE_NOOP("Conventions", "constant"),
    "uniform": QT_TRANSLATE_NOOP("Conventions", "uniform"),
    "normal": QT_TRANSLATE_NOOP("Conventions", "normal"),
    "xavier_uniform": QT_TRANSLATE_NOOP("Conventions", "Xavier uniform"),
    "xavier_normal": QT_TRANSLATE_NOOP("Conventions", "Xavier normal"),
    "he_uniform": QT_TRANSLATE_NOOP("Conventions", "He uniform"),
    "he_normal": QT_TRANSLATE_NOOP("Conventions", "He normal"),
    "lecun_uniform": QT_TRANSLATE_NOOP("Conventions", "LeCun uniform"),
    "lecun_normal": QT_TRANSLATE_NOOP("Conventions", "LeCun normal"),
}
_ACTIVATIONS = {
    "linear": QT_TRANSLATE_NOOP("Conventions", "linear"),
    "sigmoid": QT_TRANSLATE_NOOP("Conventions", "sigmoid"),
    "tanh": QT_TRANSLATE_NOOP("Conventions", "tanh"),
    "relu": QT_TRANSLATE_NOOP("Conventions", "ReLU"),
    "leaky_relu": QT_TRANSLATE_NOOP("Conventions", "leaky ReLU"),
    "elu": QT_TRANSLATE_NOOP("Conventions", "ELU"),
    "softplus": QT_TRANSLATE_NOOP("Conventions", "softplus"),
    "silu": QT_TRANSLATE_NOOP("Conventions", "SiLU"),
    "gelu": QT_TRANSLATE_NOOP("Conventions", "GELU"),
    "sine": QT_TRANSLATE_NOOP("Conventions", "sine"),
    "gaussian": QT_TRANSLATE_NOOP("Conventions", "Gaussian"),
    "softmax": QT_TRANSLATE_NOOP("Conventions", "softmax"),
    "sign": QT_TRANSLATE_NOOP("Conventions", "sign"),
    "step": QT_TRANSLATE_NOOP("Conventions", "step"),
}
_RULES = {
    "gradient": QT_TRANSLATE_NOOP("Conventions", "gradient"),
    "perceptron": QT_TRANSLATE_NOOP("Conventions", "perceptron"),
}
_SCHEDULES = {
    "constant": QT_TRANSLATE_NOOP("Conventions", "constant"),
    "step": QT_TRANSLATE_NOOP("Conventions", "in steps"),
    "exponential": QT_TRANSLATE_NOOP("Conventions", "exponential"),
    "cosine": QT_TRANSLATE_NOOP("Conventions", "cosine"),
}


def loss_name(name: str) -> str:
    """ "binary cross-entropy (bce)"; a KeyError for a name the engine does not know, as in all."""
    return _named(_LOSSES, name)


def optimizer_name(name: str) -> str:
    """ "gradient descent (sgd)", "Adam"."""
    return _named(_OPTIMIZERS, name)


def initializer_name(name: str) -> str:
    """ "Xavier uniform"."""
    return _named(_INITIALIZERS, name)


def activation_name(name: str) -> str:
    """ "leaky ReLU"."""
    return _named(_ACTIVATIONS, name)


def activation_label(name: str) -> str:
    """The name where there is little room: never with the engine's in brackets."""
    return QCoreApplication.translate("Conventions", _ACTIVATIONS[name])


def rule_name(name: str) -> str:
    """What the weights learn by: "gradient" or "perceptron"."""
    return QCoreApplication.translate("Conventions", _RULES[name])


def schedule_name(name: str) -> str:
    """How the learning rate changes: "constant", "cosine" …"""
    return QCoreApplication.translate("Conventions", _SCHEDULES[name])


def loss_convention(name: str) -> str:
    """What is summed and what is averaged: "½ Σ (a − t)², mean over the batch"."""
    loss = losses.get(name)
    if loss.is_mean:
        template = QCoreApplication.translate(
            "Conventions", "{formula} over m outputs, mean over the batch"
        )
    else:
        template = QCoreApplication.translate("Conventions", "{formula}, mean over the batch")
    convention = template.format(formula=loss.formula)
    return f"{convention}; {loss.where}" if loss.where else convention


def problem_text(problem: Problem) -> str:
    """The problem in one sentence, with what it is about called as elsewhere in the window."""
    names = {"loss": loss_name, "activation": activation_name}
    args = {
        key: names[key](str(value)) if key in names else value
        for key, value in problem.args.items()
    }
    return Problem(problem.where, problem.code, args).translated(QCoreApplication.translate)


def _named(names: dict[str, str], name: str) -> str:
    shown = QCoreApplication.translate("Conventions", names[name])
    told = shown.casefold().replace("-", " ") == name.replace("_", " ")
    return shown if told else f"{shown} ({name})"
