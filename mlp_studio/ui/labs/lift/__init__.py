"""The kernel lift lab: one more feature and a plane, beside a hidden layer that learns its own."""

from mlp_studio.ui.labs.lift.lab import LiftLab

__all__ = ["LiftLab"]
