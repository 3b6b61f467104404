"""The solution of XOR with two rectified linear units, written down and not learned.

Figures: Goodfellow, Bengio and Courville, "Deep Learning", MIT Press 2016, section 6.1, where the
four samples are the rows of X, and XW + c and h the hidden units before and after the ReLU.
"""

from __future__ import annotations

from collections.abc import Iterator

from mlp_studio.project.translation import QT_TRANSLATE_NOOP
from mlp_studio.project.worked.example import Erratum, Figure, Source, Value, WorkedExample

_PUBLISHED = (
    (("0", "-1"), ("0", "0"), "0"),
    (("1", "0"), ("1", "0"), "1"),
    (("1", "0"), ("1", "0"), "1"),
    (("2", "1"), ("2", "1"), "0"),
)
"""For each sample its row of XW + c, of h, and the output."""


def _figures() -> Iterator[Figure]:
    for sample, (before, after, output) in enumerate(_PUBLISHED):
        for unit in (0, 1):
            name = f"(XW + c)_{sample + 1},{unit + 1}"
            yield Figure(name, Value("z", "h", unit, sample=sample), before[unit])
        for unit in (0, 1):
            name = f"h_{sample + 1},{unit + 1}"
            yield Figure(name, Value("a", "h", unit, sample=sample), after[unit])
        yield Figure(f"f_{sample + 1}", Value("a", "o", sample=sample), output)


GOODFELLOW = WorkedExample(
    name="goodfellow",
    title="The XOR solution of Goodfellow",
    source=Source("Ian Goodfellow, Yoshua Bengio, Aaron Courville", "Deep Learning", 2016, "6.1"),
    notes=(
        QT_TRANSLATE_NOOP(
            "Worked",
            "Nothing is learned here: the weights are written down, and every output is exactly "
            "right. So every loss is 0, every gradient is 0, and an update changes nothing.",
        ),
        QT_TRANSLATE_NOOP(
            "Worked",
            "The first index is the sample, the second the hidden unit. In the hidden space the "
            "two samples that shall give 1 fall on one point, (1, 0), and a line can part them "
            "from the others.",
        ),
        QT_TRANSLATE_NOOP(
            "Worked",
            "Change a weight a little, and step again to see the gradient that leads back.",
        ),
    ),
    figures=tuple(_figures()),
    errata=(
        Erratum(
            QT_TRANSLATE_NOOP(
                "Worked",
                "Three of the four samples put a hidden unit at z = 0, on the kink of the ReLU, "
                "which has no derivative there. The program takes ReLU′(0) = 0; as δ of the output "
                "is 0, any other choice would give the same gradients. A gradient check by finite "
                "differences looks to both sides of the kink, and reports it as one.",
            )
        ),
    ),
)
