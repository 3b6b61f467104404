"""Matt Mazur's network of two inputs, two hidden units and two outputs, in nine digits.

Figures: "A Step by Step Backpropagation Example", 2015, as printed.
"""

from __future__ import annotations

from mlp_studio.project.translation import QT_TRANSLATE_NOOP
from mlp_studio.project.worked.example import (
    Computed,
    Erratum,
    Figure,
    Quantity,
    Source,
    Value,
    WorkedExample,
)

_WEIGHTS = {
    "w_1": ("h", 0, ("x", 0)),
    "w_2": ("h", 0, ("x", 1)),
    "w_3": ("h", 1, ("x", 0)),
    "w_4": ("h", 1, ("x", 1)),
    "w_5": ("o", 0, ("h", 0)),
    "w_6": ("o", 0, ("h", 1)),
    "w_7": ("o", 1, ("h", 0)),
    "w_8": ("o", 1, ("h", 1)),
}
"""His numbering: target layer and unit, then where the edge comes from."""
_ROUNDS = 10_000


def _edge(name: str, quantity: Quantity) -> Value:
    layer, unit, source = _WEIGHTS[name]
    return Value(quantity, layer, unit, source)


def _new(name: str, published: str) -> Figure:
    return Figure(f"{name}^+", _edge(name, "weight"), published)


def _late(quantity: Quantity, unit: int, after: int, *, wrong: bool = False) -> Value:
    layer = "o" if quantity == "a" else ""
    return Value(quantity, layer, unit, after=after, way="outer first" if wrong else "at once")


_ONE_ROUND = Figure(
    QT_TRANSLATE_NOOP("Worked", "E_total after one round"),
    _late("loss", 0, 1),
    "0.291027924",
    made_by=_late("loss", 0, 1, wrong=True),
)

_LAST_ERROR = Figure(
    QT_TRANSLATE_NOOP("Worked", "E_total after 10,000 rounds"),
    _late("loss", 0, _ROUNDS),
    "0.0000351085",
    made_by=_late("loss", 0, _ROUNDS - 1),
)
_LAST_OUTPUTS = (
    Figure(
        QT_TRANSLATE_NOOP("Worked", "out_o1 after 10,000 rounds"),
        _late("a", 0, _ROUNDS),
        "0.015912196",
        made_by=_late("a", 0, _ROUNDS, wrong=True),
    ),
    Figure(
        QT_TRANSLATE_NOOP("Worked", "out_o2 after 10,000 rounds"),
        _late("a", 1, _ROUNDS),
        "0.984065734",
        made_by=_late("a", 1, _ROUNDS, wrong=True),
    ),
)

MAZUR = WorkedExample(
    name="mazur",
    title="The worked example of Matt Mazur",
    source=Source("Matt Mazur", "A Step by Step Backpropagation Example", 2015),
    notes=(
        QT_TRANSLATE_NOOP(
            "Worked",
            "His net is z here, his out is a, and his E_total is the loss ½ Σ (a − t)².",
        ),
        QT_TRANSLATE_NOOP(
            "Worked",
            "Step forward to the loss, then back: each edge shows the product that the article "
            "derives factor by factor.",
        ),
        QT_TRANSLATE_NOOP(
            "Worked",
            "He never updates the biases: they are frozen here, though their gradients are shown.",
        ),
    ),
    figures=(
        Figure("net_h1", Value("z", "h", 0), "0.3775"),
        Figure("out_h1", Value("a", "h", 0), "0.593269992"),
        Figure("out_h2", Value("a", "h", 1), "0.596884378"),
        Figure("net_o1", Value("z", "o", 0), "1.105905967"),
        Figure("out_o1", Value("a", "o", 0), "0.75136507"),
        Figure("out_o2", Value("a", "o", 1), "0.772928465"),
        Figure("E_o1", Value("share", "o", 0), "0.274811083"),
        Figure("E_o2", Value("share", "o", 1), "0.023560026"),
        Figure("E_total", Value("loss"), "0.298371109"),
        Figure("∂E/∂out_o1", Value("arriving", "o", 0), "0.74136507"),
        Figure("∂out_o1/∂net_o1", Value("slope", "o", 0), "0.186815602"),
        Figure("∂E/∂net_o1", Value("delta", "o", 0), "0.138498562"),
        Figure("∂E/∂w_5", _edge("w_5", "gradient"), "0.082167041"),
        Figure("∂E_o1/∂out_h1", _edge("w_5", "message"), "0.055399425"),
        Figure("∂E_o2/∂out_h1", _edge("w_7", "message"), "-0.019049119"),
        Figure("∂E/∂out_h1", Value("arriving", "h", 0), "0.036350306"),
        Figure("∂out_h1/∂net_h1", Value("slope", "h", 0), "0.241300709"),
        Figure("∂E/∂w_1", _edge("w_1", "gradient"), "0.000438568"),
        _new("w_5", "0.35891648"),
        _new("w_6", "0.408666186"),
        _new("w_7", "0.511301270"),
        _new("w_8", "0.561370121"),
        _new("w_1", "0.149780716"),
        _new("w_2", "0.19956143"),
        _new("w_3", "0.24975114"),
        _new("w_4", "0.29950229"),
        _ONE_ROUND,
        _LAST_ERROR,
        *_LAST_OUTPUTS,
    ),
    errata=(
        Erratum(
            QT_TRANSLATE_NOOP(
                "Worked",
                "∂E_o2/∂out_h1 is off by one in its last digit: the article goes on with rounded "
                "numbers, the program never does.",
            ),
            about=("∂E_o2/∂out_h1",),
        ),
        Erratum(
            QT_TRANSLATE_NOOP(
                "Worked",
                "The error after one round is not that of the update the article describes. It "
                "says, rightly, that the old output weights are used for the hidden layer, and "
                "prints eight new weights that were computed so; with them the error is {right}. "
                "What it prints comes out to the last digit, {wrong}, if the output weights are "
                "updated first.",
            ),
            about=(_ONE_ROUND.what,),
            numbers={
                "right": Computed(_late("loss", 0, 1), 9),
                "wrong": Computed(_late("loss", 0, 1, wrong=True), 9),
            },
        ),
        Erratum(
            QT_TRANSLATE_NOOP(
                "Worked",
                "So do the two outputs after 10,000 rounds: {wrong1} and {wrong2} with the output "
                "weights first, {right1} and {right2} with all at once.",
            ),
            about=(_LAST_OUTPUTS[0].what, _LAST_OUTPUTS[1].what),
            numbers={
                "wrong1": Computed(_late("a", 0, _ROUNDS, wrong=True), 9),
                "wrong2": Computed(_late("a", 1, _ROUNDS, wrong=True), 9),
                "right1": Computed(_late("a", 0, _ROUNDS), 9),
                "right2": Computed(_late("a", 1, _ROUNDS), 9),
            },
        ),
        Erratum(
            QT_TRANSLATE_NOOP(
                "Worked",
                "The error printed for 10,000 rounds does not belong to these outputs, whose error "
                "is {theirs}. It is that of updating all at once after 9,999 rounds, {before}; one "
                "round later it is {right}.",
            ),
            about=(_LAST_ERROR.what,),
            numbers={
                "theirs": Computed(_late("loss", 0, _ROUNDS, wrong=True), 10),
                "before": Computed(_late("loss", 0, _ROUNDS - 1), 10),
                "right": Computed(_late("loss", 0, _ROUNDS), 10),
            },
        ),
        Erratum(
            QT_TRANSLATE_NOOP(
                "Worked",
                "Where it derives ∂E/∂w_1, the article writes net_h1 with w_3 in place of w_2. The "
                "edge from i2 to h1 is w_2: only with it is net_h1 {net}.",
            ),
            numbers={"net": Computed(Value("z", "h", 0), 4)},
        ),
    ),
    compared=(
        *(Computed(_edge(f"w_{n}", "weight"), 9, f"w_{n}^+") for n in range(1, 5)),
        Computed(_late("loss", 0, 1), 9, _ONE_ROUND.what),
    ),
)
