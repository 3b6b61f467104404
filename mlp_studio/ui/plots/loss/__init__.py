"""The loss over the epochs: the panel, and what it draws with."""

from mlp_studio.ui.plots.loss.plot import LossPlot

__all__ = ["LossPlot"]
