"""What a command is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """A command a person can give. Texts are English; the window looks up the translation.

    Commands that share a `choice` exclude one another: exactly one of them is checked.
    """

    name: str
    text: str
    tip: str
    icon: str = ""
    keys: tuple[str, ...] = ()
    choice: str = ""
    checkable: bool = False
    short: str = ""
    """What a button of the toolbar says where `text` would be too long."""
