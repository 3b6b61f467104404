"""MLP Studio: build a multi-layer perceptron, step through backpropagation, watch it learn."""

__version__ = "0.1.0"
