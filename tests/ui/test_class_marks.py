"""Classes are told apart by colour and shape."""

from __future__ import annotations

from mlp_studio.ui.class_marks import Mark, class_colours, stamp
from mlp_studio.ui.theme import ThemeModel


def test_no_two_of_many_classes_look_alike(theme: ThemeModel) -> None:
    colours = class_colours(theme.theme, 20)
    looks = [
        stamp(Mark(number, colour, filled=True), 6.0, theme.theme, 1.0).toImage()
        for number, colour in enumerate(colours)
    ]
    for number, look in enumerate(looks):
        assert all(look != other for other in looks[:number]), f"class {number} is no other"
