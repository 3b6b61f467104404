"""The losses in symbols, with the numbers put in, and their derivatives; rich text.

The values themselves come from the engine; here is only how they are written.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

_MEAN = "<sup>1</sup>/<sub>m</sub> "
_HUBER = "H(d) = ½ d² , H′(d) = d  (|d| ≤ 1);  H(d) = |d| − ½ , H′(d) = sgn(d)  (|d| &gt; 1)"


@dataclass(frozen=True, slots=True)
class LossFormula:
    """`term` and `slope` are for one output; {a}, {t}, {z} and {m} stand for its numbers.

    `before` stands in front of the sum; `slope` is ∂L/∂a, or ∂L/∂z where loss and activation are
    differentiated as one (`fused`); both are 0 unless `where` holds.
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
        return replace(
            self,
            before="",
            slope=self.slope.replace(" / {m}", "").replace("{m} · ", ""),
            fused=self.fused.replace(" / {m}", ""),
        )

    @property
    def is_mean(self) -> bool:
        return self.before == _MEAN


FORMULAS = {
    "half_sse": LossFormula("({a} − {t})²", "{a} − {t}", before="½ "),
    "sse": LossFormula("({a} − {t})²", "2 · ({a} − {t})"),
    "mse": LossFormula("({a} − {t})²", "2 · ({a} − {t}) / {m}", before=_MEAN),
    "mae": LossFormula("|{a} − {t}|", "sgn({a} − {t}) / {m}", before=_MEAN),
    "huber": LossFormula("H({a} − {t})", "H′({a} − {t}) / {m}", before=_MEAN, note=_HUBER),
    "bce": LossFormula(
        "(−{t} ln {a} − (1 − {t}) ln(1 − {a}))",
        "({a} − {t}) / ({m} · {a} (1 − {a}))",
        before=_MEAN,
        fused="({a} − {t}) / {m}",
    ),
    "hinge": LossFormula(
        "max(0, 1 − {t} · {a})", "−{t} / {m}", before=_MEAN, where="<i>t</i> · <i>a</i> &lt; 1"
    ),
    "cross_entropy": LossFormula("(−{t} ln {a})", "−{t} / {a}", fused="{a} − {t}"),
    "perceptron": LossFormula(
        "max(0, −{t} · {z})", "−{t}", fused="−{t}", where="<i>t</i> · <i>z</i> ≤ 0"
    ),
}
