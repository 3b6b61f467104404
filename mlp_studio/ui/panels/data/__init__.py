"""The panel of the data: where they come from, how they are split and scaled, whether they fit."""

from mlp_studio.ui.panels.data.panel import DataPanel

__all__ = ["DataPanel"]
