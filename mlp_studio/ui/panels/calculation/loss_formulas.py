"""The losses in symbols, with the numbers put in, and their derivatives, as templates.

The values themselves come from the engine; here is only how they are written.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

_MEAN = "<1∕{m}>"
_HUBER = "H(d) = ½ d², H′(d) = d  (|d| ≤ 1);  H(d) = |d| − ½, H′(d) = sgn(d)  (|d| > 1)"


@dataclass(frozen=True, slots=True)
class LossFormula:
    """`term` and `slope` are for one output; {a}, {t}, {z} and {m} stand for its numbers.

    `before` stands in front of the sum; `slope` is ∂L/∂a, `fused` ∂L/∂z where loss and activation
    are differentiated as one; both are 0 unless `where` holds.
    """

    term: str
    slope: str
    before: str = ""
    fused: str = ""
    where: str = ""
    note: str = ""
    """What a letter of the formula stands for."""

    def for_outputs(self, count: int) -> LossFormula:
        """Without the division by m where there is one output only."""
        if not self.is_mean or count > 1:
            return self
        return replace(self, before="", slope=_undivided(self.slope), fused=_undivided(self.fused))

    @property
    def is_mean(self) -> bool:
        return self.before == _MEAN


def _undivided(template: str) -> str:
    if template.endswith("∕{m}>"):
        return template.removeprefix("<").removesuffix("∕{m}>")
    return template.replace("{m} · ", "")


FORMULAS = {
    "half_sse": LossFormula("({a} − {t})²", "{a} − {t}", before="<1∕2>"),
    "sse": LossFormula("({a} − {t})²", "2 · ({a} − {t})"),
    "mse": LossFormula("({a} − {t})²", "<2 · ({a} − {t})∕{m}>", before=_MEAN),
    "mae": LossFormula("|{a} − {t}|", "<sgn({a} − {t})∕{m}>", before=_MEAN),
    "huber": LossFormula("H({a} − {t})", "<H′({a} − {t})∕{m}>", before=_MEAN, note=_HUBER),
    "bce": LossFormula(
        "(−{t} ln {a} − (1 − {t}) ln(1 − {a}))",
        "<{a} − {t}∕{m} · {a} · (1 − {a})>",
        before=_MEAN,
        fused="<{a} − {t}∕{m}>",
    ),
    "hinge": LossFormula(
        "max(0, 1 − {t} · {a})", "<−{t}∕{m}>", before=_MEAN, where="{t} · {a} < 1"
    ),
    "cross_entropy": LossFormula("(−{t} ln {a})", "−<{t}∕{a}>", fused="{a} − {t}"),
    "perceptron": LossFormula("max(0, −{t} · {z})", "−{t}", fused="−{t}", where="{t} · {z} ≤ 0"),
}
