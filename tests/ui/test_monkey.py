"""Five thousand gestures of a monkey at the mouse: no exception, no leak, nothing unsaveable."""

from __future__ import annotations

import ctypes
import gc
import random
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from mlp_studio.project import projectfile
from mlp_studio.project.templates import TEMPLATES
from mlp_studio.ui.app import Studio
from mlp_studio.ui.mime import ItemKind, PaletteItem
from tests.ui.canvas import mouse
from tests.ui.canvas.mouse import Dragged

ACTIONS = 5000
_WARM = 1500
"""After so many the caches of fonts, glyphs and pixmaps are what they will be."""
_MOST_LEAKED = 20e6
_MEMORY = Path("/proc/self/statm")
"""Only Linux tells a process so plainly what it holds; elsewhere only the gestures are tried."""
_KEYS = (
    *(Qt.Key.Key_Delete, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_F2, Qt.Key.Key_Return),
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_2),
)
_COMMANDS = (
    *("undo", "undo", "redo", "cut", "copy", "paste", "duplicate", "delete", "select_all"),
    *("align_left", "align_middle", "align_across", "arrange", "link_selected", "freeze"),
    *("unfreeze", "fold", "unfold", "redraw_weights", "reset_weights", "fit", "fit_selection"),
    *("zoom_in", "zoom_out", "pattern_sparse", "pattern_dense", "pictures_bar", "pictures_auto"),
    *("showing_on_click", "showing_focus", "showing_everything", "step_forward", "step_back"),
    *("by_layer", "by_unit", "build", "step", "digits_2", "digits_4", "run", "pause"),
    *("by_term", "by_phase", "by_sample", "by_batch", "by_epoch", "scope_batch", "scope_sample"),
    *("step_to_start", "step_to_end", "finish_layer", "finish_phase", "run_to_unit", "play"),
    *("show_mean", "show_lens", "show_costs", "show_check", "show_guide", "train"),
    *("run_epoch", "run_until_converged", "show_decision", "show_hidden", "show_unit"),
    *("show_metrics", "run", "pause"),
)
_SLOW_COMMANDS = (
    "theme_dark",
    "theme_light",
    "language_ko",
    "language_en",
    "text_larger",
    "text_reset",
)
"""They dress the whole window anew: a monkey that does little else finds little else."""
_KINDS: tuple[ItemKind, ...] = ("input", "dense", "neuron", "output", "feature", "template")


class Monkey:
    """Knows the buttons of the window and nothing of what they mean."""

    def __init__(self, studio: Studio, seed: int) -> None:
        self._studio = studio
        self._chance = random.Random(seed)
        self._held = False

    def act(self) -> str:
        """Do something; what it was."""
        acts: list[tuple[int, Callable[[], str]]] = [
            (6, self._drag),
            (4, self._click),
            (1, self._double_click),
            (3, self._drop),
            (5, self._command),
            (2, self._key),
            (1, self._wheel),
            (1, self._arm),
            (1, self._menu),
            (1, self._travel),
            (1, self._rewind),
            (1, self._begin_and_forget),
        ]
        weights = [weight for weight, _ in acts]
        ((_, act),) = self._chance.choices(acts, weights)
        return act()

    def _drag(self) -> str:
        start, end = self._place(), self._place()
        button = self._chance.choice([mouse.LEFT, mouse.LEFT, mouse.LEFT, mouse.MIDDLE])
        keys = self._modifiers()
        mouse.hover(self._canvas, start)
        mouse.drag(self._canvas, start, end, button=button, modifiers=keys)
        return f"drag {start} to {end} with {button} {keys}"

    def _click(self) -> str:
        at, keys = self._place(), self._modifiers()
        mouse.hover(self._canvas, at)
        mouse.click(self._canvas, at, modifiers=keys)
        return f"click {at} {keys}"

    def _double_click(self) -> str:
        at = self._place()
        mouse.double_click(self._canvas, at)
        return f"double click {at}"

    def _drop(self) -> str:
        item, at = self._item(), self._place()
        dragged = Dragged(self._canvas, item.kind, item.value)
        dragged.over(self._place())
        if self._chance.random() < 0.2:
            dragged.leave()
        else:
            dragged.drop(at)
        return f"drop {item} at {at}"

    def _command(self) -> str:
        seldom = self._chance.random() < 0.01
        name = self._chance.choice(_SLOW_COMMANDS if seldom else _COMMANDS)
        self._studio.actions[name].trigger()
        return name

    def _key(self) -> str:
        key = self._chance.choice(_KEYS)
        target = QApplication.focusWidget() or self._canvas
        if target is not self._canvas and not self._canvas.isAncestorOf(target):
            target = self._canvas
        from PySide6.QtTest import QTest

        QTest.keyClick(target, key, self._modifiers())
        return f"key {key}"

    def _wheel(self) -> str:
        keys = self._modifiers()
        mouse.wheel(
            self._canvas, self._place(), self._chance.choice([-2, -1, 1, 2]), modifiers=keys
        )
        return f"wheel {keys}"

    def _arm(self) -> str:
        item = self._item()
        self._canvas.arm(item)
        mouse.hover(self._canvas, self._place())
        return f"arm {item}"

    def _menu(self) -> str:
        self._studio.builder.menu.build()
        return "menu"

    def _travel(self) -> str:
        """The scrubber, to anywhere in time."""
        slider = self._studio.stepping.bar.slider
        moment = self._chance.randint(0, slider.maximum())
        slider.setValue(moment)
        return f"travel to {moment}"

    def _rewind(self) -> str:
        """The slider over the epochs, if there is one."""
        slider = self._studio.room.rewind.slider
        epoch = self._chance.randint(slider.minimum(), slider.maximum())
        if self._studio.run.can_rewind:
            slider.setValue(epoch)
        return f"rewind to {epoch}"

    def _begin_and_forget(self) -> str:
        """Press, move and then do something else, as happens when a window takes the focus."""
        mouse.drag(self._canvas, self._place(), self._place(), let_go=False)
        return "press and move " + self._command()

    @property
    def _canvas(self):
        return self._studio.canvas

    def _item(self) -> PaletteItem:
        kind = self._chance.choice(_KINDS)
        value = ""
        if kind == "feature":
            value = self._chance.choice(["x1**2", "x1*x2", "sin(x2)", "1/x1"])
        elif kind == "template":
            value = self._chance.choice([template.name for template in TEMPLATES[:6]])
        return PaletteItem(kind, value)

    def _modifiers(self) -> Qt.KeyboardModifier:
        return self._chance.choice(
            [mouse.NONE, mouse.NONE, mouse.SHIFT, Qt.KeyboardModifier.ControlModifier]
        )

    def _place(self) -> QPointF:
        """Somewhere: half of the time on something of the figure."""
        figure = self._canvas.figure
        figure.ensure_fresh()
        layers = list(figure.layers.values())
        if layers and self._chance.random() < 0.6:
            item = self._chance.choice(layers)
            column = item.column
            spots = [column.right_port, column.left_port, column.header.center()]
            spots += [QPointF(0.0, y) for y in column.heights.tolist()]
            spots += [column.fold_button.center(), column.badge.center()]
            return item.pos() + self._chance.choice(spots)
        if figure.labels.plates and self._chance.random() < 0.3:
            return self._chance.choice(figure.labels.plates).box.center()
        area = self._canvas.viewport().rect()
        spot = QPointF(
            self._chance.uniform(0, area.width()), self._chance.uniform(0, area.height())
        )
        return self._canvas.mapToScene(spot.toPoint())


def memory() -> float:
    """Bytes this process holds, without what it would give back if the system asked."""
    gc.collect()
    if hasattr(libc := ctypes.CDLL(None), "malloc_trim"):
        libc.malloc_trim(0)
    pages = int(_MEMORY.read_text().split()[1]) if _MEMORY.exists() else 0
    return pages * 4096.0


def test_a_monkey_breaks_nothing(window: Studio, qtbot, tmp_path: Path) -> None:
    monkey = Monkey(window, seed=7)
    document = window.document
    diary: list[str] = []
    warm = 0.0

    def at_rest() -> float:
        """What an empty project in a quiet window takes."""
        window.actions["pause"].trigger()
        QGuiApplication.clipboard().clear()
        document.undo_stack.set_clean()
        document.new()
        qtbot.wait(300)
        return memory()

    # Each brings fonts and icons of its own, once: that is no leak.
    for name in _SLOW_COMMANDS:
        window.actions[name].trigger()
        qtbot.wait(50)
    for number in range(ACTIONS):
        diary.append(monkey.act())
        del diary[:-30]
        if len(document.project.layers) > 16 or number % 500 == 499:
            window.actions["pause"].trigger()
            document.undo_stack.set_clean()
            document.new()
        if number % 10 == 0:
            # A true event loop: only there what was let go of is deleted.
            qtbot.wait(1)
        if number % 100 == 0:
            path = tmp_path / "monkey.mlps"
            projectfile.save(document.project, path)
            assert projectfile.load(path) == document.project, "\n".join(diary)
        if number == _WARM:
            warm = at_rest()
    leaked = at_rest() - warm
    if not _MEMORY.exists():
        return
    assert leaked < _MOST_LEAKED, f"{leaked / 1e6:.0f} MB more than after {_WARM} actions"
