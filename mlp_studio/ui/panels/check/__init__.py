"""The gradient check: what came of it, and where the gradients differ most."""

from mlp_studio.ui.panels.check.panel import CheckPanel

__all__ = ["CheckPanel"]
