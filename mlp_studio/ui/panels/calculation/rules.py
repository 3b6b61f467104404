"""The update rules as templates, with PyTorch's conventions: filled with symbols and with numbers.

{w} is the old weight, {g} the gradient, {eta} the learning rate, {b}, {m} and {v} what the rule
remembers, {t} the count of this step. Sources: as `engine/optimizers.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Made = Literal["b", "m", "v", "m_hat", "v_hat", "w"]


@dataclass(frozen=True, slots=True)
class Line:
    """One assignment: what it makes, and how. `makes` "w" is the new weight.

    `buffer` is the optimizer's name of what is made, if it remembers it. In a template {m} is the
    value before in the line that makes m, and afterwards the one just made.
    """

    makes: Made
    template: str
    buffer: str = ""


_VELOCITY = Line("b", "{mu} · {b} + {g}", "momentum_buffer")
_ADAM = (
    Line("m", "{beta1} · {m} + (1 − {beta1}) · {g}", "exp_avg"),
    Line("v", "{beta2} · {v} + (1 − {beta2}) · {g}²", "exp_avg_sq"),
    Line("m_hat", "<{m}∕1 − {beta1}^[{t}]>"),
    Line("v_hat", "<{v}∕1 − {beta2}^[{t}]>"),
)
_ADAM_STEP = "{eta} · <{m_hat}∕√[{v_hat}] + {epsilon}>"
_SQUARES = Line("v", "{alpha} · {v} + (1 − {alpha}) · {g}²", "square_avg")
_SLOWED = "<{g}∕√[{v}] + {epsilon}>"

RULES: dict[str, tuple[Line, ...]] = {
    "sgd": (Line("w", "{w} − {eta} · {g}"),),
    "momentum": (_VELOCITY, Line("w", "{w} − {eta} · {b}")),
    "nesterov": (_VELOCITY, Line("w", "{w} − {eta} · ({g} + {mu} · {b})")),
    "rmsprop": (_SQUARES, Line("w", "{w} − {eta} · " + _SLOWED)),
    "adagrad": (Line("v", "{v} + {g}²", "sum"), Line("w", "{w} − {eta} · " + _SLOWED)),
    "adam": (*_ADAM, Line("w", "{w} − " + _ADAM_STEP)),
    "adamw": (*_ADAM, Line("w", "{w} · (1 − {eta} · {decay}) − " + _ADAM_STEP)),
}
RMSPROP_WITH_MOMENTUM = (
    _SQUARES,
    Line("b", "{mu} · {b} + " + _SLOWED, "momentum_buffer"),
    Line("w", "{w} − {eta} · {b}"),
)


def rule_of(name: str, momentum: float) -> tuple[Line, ...]:
    """The lines of a rule; RMSprop has one more with momentum."""
    return RMSPROP_WITH_MOMENTUM if name == "rmsprop" and momentum else RULES[name]
