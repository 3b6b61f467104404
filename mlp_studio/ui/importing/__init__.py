"""Where a table is looked at before it becomes the data."""

from mlp_studio.ui.importing.dialog import ImportDialog

__all__ = ["ImportDialog"]
