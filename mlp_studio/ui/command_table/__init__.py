"""Every command of the program, in one table: menus, toolbar, shortcut list and palette read it.

Where each command is found is in `menu_table.py`.
"""

from mlp_studio.ui.command_table import (
    data,
    edit,
    file,
    finding,
    labs,
    learning,
    network,
    train,
    view,
)
from mlp_studio.ui.command_table.command import Command

COMMANDS = (
    *file.COMMANDS,
    *edit.COMMANDS,
    *view.COMMANDS,
    *network.COMMANDS,
    *data.COMMANDS,
    *train.COMMANDS,
    *learning.COMMANDS,
    *labs.COMMANDS,
    *finding.COMMANDS,
)

__all__ = ["COMMANDS", "Command"]
