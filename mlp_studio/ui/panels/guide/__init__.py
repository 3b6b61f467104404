"""The guide: a worked example's source, its published figures, and what differs."""

from mlp_studio.ui.panels.guide.panel import GuidePanel

__all__ = ["GuidePanel"]
