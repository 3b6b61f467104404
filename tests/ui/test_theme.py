"""Themes are data with a role for every colour, readable for everyone."""

from __future__ import annotations

import json
import re
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QColor

from mlp_studio import paths
from mlp_studio.project.model import LAYER_COLOURS
from mlp_studio.ui import theme as themes
from mlp_studio.ui.theme import ROLES, Theme, ThemeModel

TEXT_ROLES = [role for role in ROLES if role not in ("canvas", "panel", "line")]


def contrast(one: QColor, other: QColor) -> float:
    """The contrast ratio of WCAG 2.2, from 1 to 21."""

    def luminance(colour: QColor) -> float:
        def linear(share: float) -> float:
            return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

        red, green, blue = (linear(c) for c in (colour.redF(), colour.greenF(), colour.blueF()))
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("role", TEXT_ROLES)
@pytest.mark.parametrize("background", ["canvas", "panel"])
def test_text_in_every_role_can_be_read(name: str, role: str, background: str) -> None:
    theme = themes.load(name)

    assert contrast(getattr(theme, role), getattr(theme, background)) >= 4.5


def test_the_contrast_formula_agrees_with_the_published_extremes() -> None:
    assert contrast(QColor("#000000"), QColor("#ffffff")) == pytest.approx(21.0)
    assert contrast(QColor("#777777"), QColor("#ffffff")) == pytest.approx(4.48, abs=0.005)


def test_the_two_themes_differ_in_darkness() -> None:
    light, dark = themes.load("light"), themes.load("dark")

    assert not light.dark
    assert dark.dark
    assert light.canvas.lightness() > dark.canvas.lightness()


def test_setting_a_theme_is_announced_once(theme: ThemeModel, qtbot) -> None:
    with qtbot.waitSignal(theme.changed):
        theme.set("dark")
    assert theme.theme.dark

    with qtbot.assertNotEmitted(theme.changed):
        theme.set("dark")


def test_following_the_system_falls_back_to_light_where_it_says_nothing(theme: ThemeModel) -> None:
    theme.set("dark")
    theme.set("system")

    assert theme.choice == "system"
    assert theme.theme.name == "light"


def test_a_theme_with_a_missing_role_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = json.loads((paths.resources() / "themes" / "light.json").read_text())
    del broken["roles"]["accent"]
    (tmp_path / "themes").mkdir()
    (tmp_path / "themes" / "broken.json").write_text(json.dumps(broken))
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)

    with pytest.raises(ValueError, match=r"broken\.json: the roles must be exactly"):
        themes.load("broken")


@pytest.mark.parametrize("name", ["light", "dark"])
def test_a_bar_in_every_layer_colour_stands_out_from_the_canvas(name: str) -> None:
    theme = themes.load(name)

    assert tuple(theme.layer_colours) == LAYER_COLOURS
    for colour in theme.layer_colours.values():
        assert contrast(colour, theme.canvas) >= 3.0


@pytest.mark.parametrize("name", ["light", "dark"])
def test_no_two_layer_colours_look_alike(name: str) -> None:
    colours = themes.load(name).layer_colours.values()

    for one, other in combinations(colours, 2):
        apart = np.subtract(one.getRgb()[:3], other.getRgb()[:3])
        assert np.abs(apart).max() >= 36


@pytest.mark.parametrize(
    ("name", "text", "complaint"),
    [
        ("sky", None, r"broken\.json: the layer colours must be exactly orange, sky"),
        ("sky", "no colour", r"broken\.json: sky is not a colour: 'no colour'"),
        ("pink", "#ffc0cb", r"broken\.json: the layer colours must be exactly"),
    ],
)
def test_a_theme_with_wrong_layer_colours_is_refused(
    name: str,
    text: str | None,
    complaint: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    broken = json.loads((paths.resources() / "themes" / "light.json").read_text())
    broken["layer_colours"][name] = text
    if text is None:
        del broken["layer_colours"][name]
    (tmp_path / "themes").mkdir()
    (tmp_path / "themes" / "broken.json").write_text(json.dumps(broken))
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)

    with pytest.raises(ValueError, match=complaint):
        themes.load("broken")


def test_half_a_blend_lies_halfway() -> None:
    assert themes.blend(QColor("#ffffff"), QColor("#000000"), 0.5).red() == pytest.approx(
        128, abs=1
    )


def test_no_colour_is_written_in_the_code() -> None:
    package = Path(themes.__file__).parent
    literal = re.compile(r"""["']#[0-9a-fA-F]{6}["']|Qt\.GlobalColor\.(?!transparent)""")

    found = [
        f"{path.relative_to(package)}: {line.strip()}"
        for path in package.rglob("*.py")
        for line in path.read_text(encoding="utf-8").splitlines()
        if literal.search(line)
    ]

    assert found == []


def test_roles_are_the_fields_of_a_theme() -> None:
    assert set(ROLES) <= set(Theme.__slots__)
