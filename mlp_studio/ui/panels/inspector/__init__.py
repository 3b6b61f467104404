"""The inspector: what is selected, and everything about it that can be set."""

from mlp_studio.ui.panels.inspector.panel import Inspector

__all__ = ["Inspector"]
