"""Data painted with the mouse on the plane of two columns, or along one."""

from mlp_studio.ui.plots.drawing_data.panel import DrawPanel

__all__ = ["DrawPanel"]
