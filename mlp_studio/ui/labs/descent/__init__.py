"""The descent lab: gradient descent over one weight, and over two."""

from mlp_studio.ui.labs.descent.lab import DescentLab

__all__ = ["DescentLab"]
