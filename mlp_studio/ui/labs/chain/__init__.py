"""The chain-rule lab: a graph of formulas, differentiated path by path and from the back."""

from mlp_studio.ui.labs.chain.lab import ChainLab

__all__ = ["ChainLab"]
