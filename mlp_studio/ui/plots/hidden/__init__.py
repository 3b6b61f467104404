"""The hidden space: where a layer puts the data, and how the next unit parts it."""

from mlp_studio.ui.plots.hidden.view import HiddenView

__all__ = ["HiddenView"]
