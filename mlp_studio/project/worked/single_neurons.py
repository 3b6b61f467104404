"""Two single neurons known from lectures: CS231n's sigmoid circuit and micrograd's tanh.

Both are differentiated on their own there: the gradient of the output with respect to itself is 1.
A network has a loss; with `mae` and the target 0 it is |a − 0|, which is a itself as long as a is
positive, so that ∂L/∂a = 1 here too and every other gradient is the published one.
"""

from __future__ import annotations

from mlp_studio.project.translation import QT_TRANSLATE_NOOP
from mlp_studio.project.worked.example import (
    Computed,
    Erratum,
    Figure,
    Source,
    Value,
    WorkedExample,
)

_TRICK = QT_TRANSLATE_NOOP(
    "Worked",
    "There the neuron has no loss: the gradient of its output with respect to itself is 1. A "
    "network needs a loss. Here it is the absolute error with the target 0, L = |a − 0|: as a is "
    "positive, L = a and ∂L/∂a = 1, so that every gradient is the same.",
)


def _weight(unit: int) -> Value:
    return Value("gradient", "o", 0, ("x", unit))


_BIAS = Value("gradient", "o", 0)

CS231N = WorkedExample(
    name="cs231n",
    title="The sigmoid circuit of CS231n",
    source=Source("Stanford CS231n", "Backpropagation, Intuitions: Sigmoid example", 2015),
    notes=(
        _TRICK,
        QT_TRANSLATE_NOOP(
            "Worked",
            "The notes split the sigmoid into ·(−1), exp, +1 and 1/x, and then join these gates "
            "into one whose slope is (1 − f) f. It is one activation here.",
        ),
        QT_TRANSLATE_NOOP(
            "Worked",
            "Their w_2 is the bias. ∂f/∂x_0 and ∂f/∂x_1 are the messages that come back to the "
            "inputs.",
        ),
        QT_TRANSLATE_NOOP(
            "Worked",
            "Their first circuit, f = (x + y) z, is a graph of formulas and not a network. The "
            'command computes it: mlp-studio chain "q = x + y; f = q*z" --at x=-2 y=5 z=-4',
        ),
    ),
    figures=(
        Figure("w_0·x_0", Value("term", "o", 0, ("x", 0)), "-2.00"),
        Figure("w_1·x_1", Value("term", "o", 0, ("x", 1)), "6.00"),
        Figure("w_0·x_0 + w_1·x_1 + w_2", Value("z", "o"), "1.00"),
        Figure("f", Value("a", "o"), "0.73"),
        Figure("∂f/∂f", Value("arriving", "o"), "1.00"),
        Figure("∂f/∂w_0", _weight(0), "-0.20"),
        Figure("∂f/∂x_0", Value("arriving", "x", 0), "0.39"),
        Figure("∂f/∂w_1", _weight(1), "-0.39"),
        Figure("∂f/∂x_1", Value("arriving", "x", 1), "-0.59"),
        Figure("∂f/∂w_2", _BIAS, "0.20"),
    ),
    errata=(
        Erratum(
            QT_TRANSLATE_NOOP(
                "Worked",
                "∂f/∂x_0 is {exact}, and not twice the {delta} that comes back through the sum: "
                "the figure shows two digits, but goes on with all of them.",
            ),
            about=("∂f/∂x_0", "∂f/∂x_1"),
            numbers={
                "exact": Computed(Value("arriving", "x", 0), 2),
                "delta": Computed(Value("delta", "o"), 2),
            },
        ),
    ),
)

MICROGRAD = WorkedExample(
    name="micrograd",
    title="The neuron of micrograd",
    source=Source(
        "Andrej Karpathy",
        "The spelled-out intro to neural networks and backpropagation: building micrograd",
        2022,
    ),
    notes=(
        _TRICK,
        QT_TRANSLATE_NOOP(
            "Worked",
            "The odd bias was chosen so that tanh′ = 1 − o² is one half, and the gradients come "
            "out round.",
        ),
        QT_TRANSLATE_NOOP(
            "Worked",
            "The gradient of w_2 is 0 because x_2 is 0: a weight learns nothing from an input "
            "that is silent.",
        ),
    ),
    figures=(
        Figure("x_1·w_1", Value("term", "o", 0, ("x", 0)), "-6.0000"),
        Figure("x_2·w_2", Value("term", "o", 0, ("x", 1)), "0.0000"),
        Figure("n", Value("z", "o"), "0.8814"),
        Figure("o", Value("a", "o"), "0.7071"),
        Figure("∂o/∂o", Value("arriving", "o"), "1.0000"),
        Figure("∂o/∂n", Value("delta", "o"), "0.5000"),
        Figure("∂o/∂w_1", _weight(0), "1.0000"),
        Figure("∂o/∂w_2", _weight(1), "0.0000"),
        Figure("∂o/∂x_1", Value("arriving", "x", 0), "-1.5000"),
        Figure("∂o/∂x_2", Value("arriving", "x", 1), "0.5000"),
        Figure("∂o/∂b", _BIAS, "0.5000"),
    ),
)
