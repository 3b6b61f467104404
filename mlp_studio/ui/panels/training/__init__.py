"""The training panel: how to start, how fast, by which settings, and when to stop."""

from mlp_studio.ui.panels.training.panel import SETTINGS, TrainingPanel

__all__ = ["SETTINGS", "TrainingPanel"]
