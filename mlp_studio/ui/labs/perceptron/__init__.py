"""The perceptron lab: the rule step by step, two lines by hand, and why not descend."""

from mlp_studio.ui.labs.perceptron.lab import PerceptronLab

__all__ = ["PerceptronLab"]
