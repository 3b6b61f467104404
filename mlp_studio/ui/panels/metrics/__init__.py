"""The numbers of the training room: how well the network answers, train beside test."""

from mlp_studio.ui.panels.metrics.panel import MetricsPanel

__all__ = ["MetricsPanel"]
