"""What a loss sums and averages, in the window's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from mlp_studio.engine import losses


def loss_convention(name: str) -> str:
    """As `losses.convention`, translated: "½ Σ (a − t)², mean over the batch"."""
    template = QCoreApplication.translate("Conventions", "{formula}, mean over the batch")
    return template.format(formula=losses.get(name).formula)
