"""What a loss sums and averages, in the window's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from mlp_studio.engine import losses

_MEAN = "mean over the outputs of "


def loss_formula(name: str) -> str:
    """As the formula of `losses.get`, its words translated: "½ Σ (a − t)²"."""
    formula = losses.get(name).formula
    if not formula.startswith(_MEAN):
        return formula
    template = QCoreApplication.translate("Conventions", "mean over the outputs of {term}")
    return template.format(term=formula.removeprefix(_MEAN))


def loss_convention(name: str) -> str:
    """As `losses.convention`, translated: "½ Σ (a − t)², mean over the batch"."""
    template = QCoreApplication.translate("Conventions", "{formula}, mean over the batch")
    return template.format(formula=loss_formula(name))
