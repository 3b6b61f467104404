"""The weights of a link as a table: typed, pasted, frozen, removed."""

from mlp_studio.ui.panels.matrix.panel import MatrixPanel

__all__ = ["MatrixPanel"]
