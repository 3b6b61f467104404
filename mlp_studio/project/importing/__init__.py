"""Tables of numbers and words become data: read, looked at, and never a row lost in silence."""

from mlp_studio.project.importing.arrays import from_npz
from mlp_studio.project.importing.building import Imported, imported
from mlp_studio.project.importing.errors import Cancelled, ImportTableError
from mlp_studio.project.importing.notes import RowNote
from mlp_studio.project.importing.sniffing import Preview, sniffed

__all__ = [
    "Cancelled",
    "ImportTableError",
    "Imported",
    "Preview",
    "RowNote",
    "from_npz",
    "imported",
    "sniffed",
]
