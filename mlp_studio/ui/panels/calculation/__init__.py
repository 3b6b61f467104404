"""The calculation of the current step: in words, in symbols, with its numbers."""

from mlp_studio.ui.panels.calculation.panel import Calculation

__all__ = ["Calculation"]
