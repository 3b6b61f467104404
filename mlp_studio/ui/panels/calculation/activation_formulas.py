"""Activations and their derivatives in symbols and with the numbers put in, as templates.

The values come from the engine; here is only how they are written.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ActivationFormula:
    """`value` has {z} in it, `slope` {z} and {a}.

    `value_cases` and `slope_cases` are shown instead where which formula holds depends on z; a
    calculation with numbers then only says the result.
    """

    value: str = ""
    slope: str = ""
    value_cases: str = ""
    slope_cases: str = ""


FORMULAS = {
    "linear": ActivationFormula("{z}", slope_cases="1"),
    "sigmoid": ActivationFormula("<1∕1 + {e}^[−{z}]>", "{a} · (1 − {a})"),
    "tanh": ActivationFormula("tanh {z}", "1 − {a}²"),
    "relu": ActivationFormula("max(0, {z})", slope_cases="1 ({z} > 0), 0 ({z} ≤ 0)"),
    "leaky_relu": ActivationFormula(
        value_cases="{z} ({z} > 0), 0.01 · {z} ({z} ≤ 0)",
        slope_cases="1 ({z} > 0), 0.01 ({z} ≤ 0)",
    ),
    "elu": ActivationFormula(
        value_cases="{z} ({z} > 0), {e}^[{z}] − 1 ({z} ≤ 0)",
        slope_cases="1 ({z} > 0), {a} + 1 ({z} ≤ 0)",
    ),
    "softplus": ActivationFormula("ln(1 + {e}^[{z}])", "1 − {e}^[−{a}]"),
    "silu": ActivationFormula("<{z}∕1 + {e}^[−{z}]>", slope_cases="σ({z}) + {a} · (1 − σ({z}))"),
    "gelu": ActivationFormula(
        value_cases="½ {z} (1 + tanh u), u = √[<2∕π>] ({z} + 0.044715 {z}³)",
        slope_cases="½ (1 + tanh u) + ½ {z} (1 − tanh²u) u′",
    ),
    "sine": ActivationFormula("sin {z}", "cos {z}"),
    "gaussian": ActivationFormula("{e}^[−{z}²]", "−2 · {z} · {a}"),
    "softmax": ActivationFormula(),
    "sign": ActivationFormula(
        value_cases="−1 ({z} < 0), 0 ({z} = 0), 1 ({z} > 0)", slope_cases="0"
    ),
    "step": ActivationFormula(value_cases="0 ({z} < 0), 1 ({z} ≥ 0)", slope_cases="0"),
}
