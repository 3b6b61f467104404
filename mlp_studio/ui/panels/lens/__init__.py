"""The path lens: a gradient as the sum over the paths that lead to the loss."""

from mlp_studio.ui.panels.lens.panel import LensPanel

__all__ = ["LensPanel"]
