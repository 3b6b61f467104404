"""Worked examples: networks whose every number was published, checked against the engine."""

from mlp_studio.project.worked.checking import (
    Check,
    FigureResult,
    Verdict,
    check_figures,
    compare,
)
from mlp_studio.project.worked.example import (
    Computed,
    Erratum,
    Figure,
    Source,
    Value,
    WorkedExample,
)
from mlp_studio.project.worked.recognising import EXAMPLES, recognise, shipped, start
from mlp_studio.project.worked.values import step_of

__all__ = [
    "EXAMPLES",
    "Check",
    "Computed",
    "Erratum",
    "Figure",
    "FigureResult",
    "Source",
    "Value",
    "Verdict",
    "WorkedExample",
    "check_figures",
    "compare",
    "recognise",
    "shipped",
    "start",
    "step_of",
]
