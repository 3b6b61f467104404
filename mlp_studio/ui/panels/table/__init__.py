"""The table of the data: every sample in a row, to be read and written in."""

from mlp_studio.ui.panels.table.panel import TablePanel

__all__ = ["TablePanel"]
