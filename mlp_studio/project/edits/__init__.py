"""Every edit of a project: pure functions Project → Project that raise EditError when impossible.

An edit copies only what it changes; the rest is shared with the project before it.
"""

from mlp_studio.project.edits.data import (
    add_class,
    add_samples,
    delete_samples,
    rename_column,
    set_cell,
    set_class,
    set_target,
)
from mlp_studio.project.edits.data_blocks import move_samples, paste_block, paste_rows
from mlp_studio.project.edits.data_parts import set_parts, set_scaling
from mlp_studio.project.edits.edges import (
    add_edges,
    remove_edge,
    restore_edge,
    set_edge_frozen,
)
from mlp_studio.project.edits.features import add_feature, set_features
from mlp_studio.project.edits.freezing import set_frozen
from mlp_studio.project.edits.layers import (
    add_layer,
    fresh_layer_id,
    insert_layer,
    move_layers,
    remove_layer,
    rename_layer,
    set_activation,
    set_bias_enabled,
    set_colour,
    set_freeze_biases,
    set_initializer,
    set_unit_activation,
    set_unit_name,
)
from mlp_studio.project.edits.links import (
    add_link,
    path_between,
    remove_link,
    set_link_frozen,
)
from mlp_studio.project.edits.moving import (
    duplicate_units,
    move_units,
    units_after_duplicate,
    units_after_move,
)
from mlp_studio.project.edits.parameters import (
    materialised_weights,
    redraw_parameters,
    reset_parameters,
    set_bias,
    set_parameters,
    set_weight,
    set_weights,
)
from mlp_studio.project.edits.patterns import LINK_PATTERNS, pattern_of, set_link_pattern
from mlp_studio.project.edits.sample_parts import set_part
from mlp_studio.project.edits.selection import remove
from mlp_studio.project.edits.settings import (
    set_data,
    set_loss,
    set_optimizer,
    set_penalty,
    set_schedule,
    set_seed,
    set_title,
    set_training,
)
from mlp_studio.project.edits.units import add_unit, remove_unit, set_units
from mlp_studio.project.errors import EditError

__all__ = [
    "LINK_PATTERNS",
    "EditError",
    "add_class",
    "add_edges",
    "add_feature",
    "add_layer",
    "add_link",
    "add_samples",
    "add_unit",
    "delete_samples",
    "duplicate_units",
    "fresh_layer_id",
    "insert_layer",
    "materialised_weights",
    "move_layers",
    "move_samples",
    "move_units",
    "paste_block",
    "paste_rows",
    "path_between",
    "pattern_of",
    "redraw_parameters",
    "remove",
    "remove_edge",
    "remove_layer",
    "remove_link",
    "remove_unit",
    "rename_column",
    "rename_layer",
    "reset_parameters",
    "restore_edge",
    "set_activation",
    "set_bias",
    "set_bias_enabled",
    "set_cell",
    "set_class",
    "set_colour",
    "set_data",
    "set_edge_frozen",
    "set_features",
    "set_freeze_biases",
    "set_frozen",
    "set_initializer",
    "set_link_frozen",
    "set_link_pattern",
    "set_loss",
    "set_optimizer",
    "set_parameters",
    "set_part",
    "set_parts",
    "set_penalty",
    "set_scaling",
    "set_schedule",
    "set_seed",
    "set_target",
    "set_title",
    "set_training",
    "set_unit_activation",
    "set_unit_name",
    "set_units",
    "set_weight",
    "set_weights",
    "units_after_duplicate",
    "units_after_move",
]
