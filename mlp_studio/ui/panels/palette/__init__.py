"""The palette: what a network is built of."""

from mlp_studio.ui.panels.palette.panel import Palette

__all__ = ["Palette"]
