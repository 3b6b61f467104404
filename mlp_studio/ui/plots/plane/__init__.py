"""Views over the plane of two columns: the network's decision, and one unit's output, large."""

from mlp_studio.ui.plots.plane.decision import DecisionView
from mlp_studio.ui.plots.plane.unit import UnitView

__all__ = ["DecisionView", "UnitView"]
