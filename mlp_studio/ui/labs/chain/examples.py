"""The graphs that are ready: the course's three, a neuron, and a small network."""

from __future__ import annotations

from dataclasses import dataclass

from mlp_studio.project.translation import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Example:
    """`title` is English, marked for the context "ChainExamples"."""

    title: str
    text: str
    values: dict[str, float]


EXAMPLES: tuple[Example, ...] = (
    Example(
        QT_TRANSLATE_NOOP("ChainExamples", "One input, two middles, one output"),
        "z = x*y; x = t**2; y = 3*t",
        {"t": 2.0},
    ),
    Example(
        QT_TRANSLATE_NOOP("ChainExamples", "Two inputs, two middles, one output"),
        "o = 2*h1 + 3*h2; h1 = x1 + 4*x2; h2 = 5*x1 - x2",
        {"x1": 1.0, "x2": 2.0},
    ),
    Example(
        QT_TRANSLATE_NOOP("ChainExamples", "z = f(x, y), x = g(u, v), y = h(u, v)"),
        "z = x*y; x = u + 3*v; y = u*v",
        {"u": 2.0, "v": 1.0},
    ),
    Example(
        QT_TRANSLATE_NOOP("ChainExamples", "A neuron"),
        "z = w1*x1 + w2*x2 + b\na = sigmoid(z)\nL = (a - t)**2/2",
        {"x1": 1.0, "x2": 0.5, "w1": 0.6, "w2": -0.4, "b": 0.1, "t": 1.0},
    ),
    Example(
        QT_TRANSLATE_NOOP("ChainExamples", "A small network, 2-2-1"),
        "z1_1 = w1_11*x1 + w1_12*x2 + b1_1\n"
        "z1_2 = w1_21*x1 + w1_22*x2 + b1_2\n"
        "a1_1 = sigmoid(z1_1)\n"
        "a1_2 = sigmoid(z1_2)\n"
        "z2 = w2_1*a1_1 + w2_2*a1_2 + b2\n"
        "a2 = sigmoid(z2)\n"
        "L = (a2 - t)**2/2",
        {
            "x1": 1.0,
            "x2": 0.5,
            "w1_11": 0.5,
            "w1_12": -0.3,
            "b1_1": 0.1,
            "w1_21": -0.4,
            "w1_22": 0.8,
            "b1_2": -0.2,
            "w2_1": 0.7,
            "w2_2": -0.6,
            "b2": 0.2,
            "t": 1.0,
        },
    ),
)
