"""The composition root: builds every part of the program and wires them to one another."""

from __future__ import annotations

import signal
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from mlp_studio import __version__
from mlp_studio.document.document import Document
from mlp_studio.document.selection import Selected, Selection
from mlp_studio.document.stepper import GRANULARITIES, StepCursor
from mlp_studio.document.training import TrainingRun
from mlp_studio.project.starting import STARTING_PROJECT
from mlp_studio.ui import recovery as recoveries
from mlp_studio.ui.about import AboutDialog
from mlp_studio.ui.actions import Actions
from mlp_studio.ui.builder import Builder
from mlp_studio.ui.canvas.view import NetworkView
from mlp_studio.ui.collector import Collector
from mlp_studio.ui.command_palette import CommandPalette, ShortcutList
from mlp_studio.ui.crash import CrashReports
from mlp_studio.ui.crash_dialog import CrashDialog
from mlp_studio.ui.data_room import DataRoom
from mlp_studio.ui.dialogs import Ask, Dialogs
from mlp_studio.ui.editing import Editing
from mlp_studio.ui.file_menus import FileMenus
from mlp_studio.ui.files import Files
from mlp_studio.ui.laboratory import Laboratory
from mlp_studio.ui.language import Language
from mlp_studio.ui.main_window import MainWindow
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.own_templates import OwnTemplates, template_of, templates_folder
from mlp_studio.ui.panels.history import History
from mlp_studio.ui.panels.inspector import Inspector
from mlp_studio.ui.panels.matrix import MatrixPanel
from mlp_studio.ui.panels.outline import Outline
from mlp_studio.ui.panels.palette import Palette
from mlp_studio.ui.preferences import Preferences
from mlp_studio.ui.settings import Settings
from mlp_studio.ui.status_line import StatusLine
from mlp_studio.ui.stepping import Stepping
from mlp_studio.ui.style import Style, indent_spin_boxes
from mlp_studio.ui.theme import ThemeModel
from mlp_studio.ui.toolbar_controls import ChoiceButton, DigitsButton, SampleBox
from mlp_studio.ui.training_room import TrainingRoom
from mlp_studio.ui.transport import Transport
from mlp_studio.ui.welcome import Welcome


class Studio(QObject):
    """One window with all that belongs to it. `shutdown` ends it in good order.

    `settings`, `folder` (where unsaved work is kept), `ask` and `templates` (the folder of the
    person's own) are handed in by tests.
    """

    def __init__(
        self,
        application: QApplication,
        settings: Settings,
        folder: Path,
        ask: Ask | None = None,
        templates: Path | None = None,
    ) -> None:
        super().__init__()
        self.application = application
        self.settings = settings
        self._folder = folder
        self._templates_folder = templates or folder / "templates"
        self._over = False
        self._build_shared_parts()
        self._build_window(ask)
        self._wire()

    def show(self) -> None:
        self.window.show()

    def shutdown(self) -> None:
        """Stop the run, remove the copy of unsaved work, let go of the application.

        May be called any number of times.
        """
        if self._over:
            return
        self._over = True
        self.run.shutdown()
        self.stepping.shutdown()
        self.data_room.shutdown()
        self.laboratory.shutdown()
        self.collector.remove()
        self.recovery.finish()
        self.crash.remove()
        self.language.remove()

    def _build_shared_parts(self) -> None:
        settings = self.settings
        self.language = Language(settings.language, self)
        self.theme = ThemeModel(settings.theme, self)
        self.style = Style(self.application, self.theme, settings.text_scale)
        self.numbers = NumberFormat(settings.digits, settings.decimal_sign, self)
        self.document = Document(STARTING_PROJECT, parent=self)
        self.selection = Selection(self)
        self.cursor = StepCursor(self.document, self)
        self.run = TrainingRun(self.document, self)
        self.collector = Collector(lambda: self.run.running, self)
        self.recovery = recoveries.Recovery(
            self.document, self._folder, current=self.run.project, parent=self
        )

    def _build_window(self, ask: Ask | None) -> None:
        self.actions = Actions(self)
        self.canvas = NetworkView(
            document=self.document,
            cursor=self.cursor,
            selection=self.selection,
            theme=self.theme,
            numbers=self.numbers,
        )
        self.own_templates = OwnTemplates(self._templates_folder, self)
        self.canvas.acts.fragment_of = partial(template_of, own=self.own_templates)
        self.palette = Palette(theme=self.theme, templates=self.own_templates)
        self.status = StatusLine(
            document=self.document, cursor=self.cursor, run=self.run, numbers=self.numbers
        )
        steps = [self.actions[f"by_{size}"] for size in GRANULARITIES]
        self.digits = DigitsButton(self.numbers)
        self.inspector = Inspector(
            document=self.document,
            selection=self.selection,
            theme=self.theme,
            numbers=self.numbers,
            cursor=self.cursor,
        )
        self.matrix = MatrixPanel(
            document=self.document,
            selection=self.selection,
            theme=self.theme,
            numbers=self.numbers,
        )
        self.stepping = Stepping(
            document=self.document,
            cursor=self.cursor,
            selection=self.selection,
            theme=self.theme,
            numbers=self.numbers,
            parent=self,
        )
        self.room = TrainingRoom(
            document=self.document,
            run=self.run,
            cursor=self.cursor,
            selection=self.selection,
            theme=self.theme,
            numbers=self.numbers,
            parent=self,
        )
        self.data_room = DataRoom(
            document=self.document,
            run=self.run,
            live=self.room.live,
            cursor=self.cursor,
            theme=self.theme,
            numbers=self.numbers,
            parent=self,
        )
        self.window = MainWindow(
            actions=self.actions,
            settings=self.settings,
            canvas=self.canvas,
            panels={
                "palette": self.palette,
                "outline": Outline(document=self.document, selection=self.selection),
                "inspector": self.inspector,
                "matrix": self.matrix,
                "history": History(document=self.document, theme=self.theme),
                **self.stepping.panels,
                **self.room.panels,
                **self.data_room.panels,
            },
            controls={
                "granularity": ChoiceButton(steps),
                "sample": SampleBox(self.cursor),
                "digits": self.digits,
            },
            status=self.status,
            may_close=self._may_close,
            while_painting=self.run.window_first,
        )
        indent_spin_boxes(self.window)
        self._asking = ask or Dialogs(self.window)
        self.digits.setMenu(self.window.submenu("digits"))
        self.files = Files(
            document=self.document,
            settings=self.settings,
            ask=self._asking,
            come_to_rest=self.run.pause,
            parent=self,
        )
        self._file_menus = FileMenus(
            files=self.files,
            settings=self.settings,
            recent=self.window.submenu("recent"),
            shipped=self.window.submenu("examples"),
        )
        self.crash_dialog = CrashDialog(self.window)
        self.command_palette = CommandPalette(self.actions, self.window)
        self.shortcut_list = ShortcutList(self.actions, self.window)
        self.about = AboutDialog(self.window)
        self.crash = CrashReports(
            keep_work=self.recovery.keep_now, show=self.crash_dialog.report, parent=self
        )

    def _wire(self) -> None:
        self.editing = Editing(actions=self.actions, document=self.document, parent=self)
        self.builder = Builder(
            actions=self.actions,
            window=self.window,
            canvas=self.canvas,
            palette=self.palette,
            own_templates=self.own_templates,
            document=self.document,
            selection=self.selection,
            settings=self.settings,
            ask=self._asking,
            parent=self,
        )
        self.transport = Transport(
            actions=self.actions,
            document=self.document,
            cursor=self.cursor,
            selection=self.selection,
            run=self.run,
            parent=self,
        )
        self.stepping.wire(
            actions=self.actions,
            window=self.window,
            canvas=self.canvas,
            files=self.files,
            settings=self.settings,
        )
        self.room.wire(
            actions=self.actions, window=self.window, ask=self._asking, document=self.document
        )
        self.data_room.wire(
            actions=self.actions, window=self.window, ask=self._asking, files=self.files
        )
        self.laboratory = Laboratory(
            document=self.document,
            cursor=self.cursor,
            theme=self.theme,
            numbers=self.numbers,
            parent=self,
        )
        self.laboratory.wire(actions=self.actions, files=self.files)
        self.preferences = Preferences(
            actions=self.actions,
            settings=self.settings,
            theme=self.theme,
            style=self.style,
            numbers=self.numbers,
            language=self.language,
            parent=self,
        )
        self.welcome = Welcome(
            self.canvas,
            document=self.document,
            actions=self.actions,
            examples=self.window.submenu("examples"),
        )
        self._wire_commands()
        self._wire_window()
        self._tint()
        self._show_title()

    def _wire_commands(self) -> None:
        for name, act in {
            "new": self.files.new,
            "open": self.files.open,
            "save": self.files.save,
            "save_as": self.files.save_as,
            "quit": self.window.close,
            "reset_panels": self.window.perspectives.reset,
            "command_palette": self.command_palette.present,
            "shortcuts": self.shortcut_list.open,
            "about": self.about.open,
        }.items():
            self.actions[name].triggered.connect(act)
        for name in ("build", "step", "train"):
            self.actions[name].triggered.connect(self._show_perspective)
        self.actions.choose("perspective", self.window.perspectives.current)
        self.style.changed.connect(self._scale_icons)
        self._scale_icons()

    def _wire_window(self) -> None:
        document, window = self.document, self.window
        for sentence in (
            self.builder.said,
            self.editing.refused,
            self.transport.refused,
            self.room.refused,
            self.data_room.said,
            self.laboratory.refused,
        ):
            sentence.connect(window.say)
        self.inspector.matrix_wanted.connect(self.builder.show_matrix)
        self.status.problem_chosen.connect(self._show_problem)
        self.theme.changed.connect(self._tint)
        self.language.changed.connect(self._show_title)
        self.language.changed.connect(self._file_menus.fill)
        document.path_changed.connect(self._show_title)
        document.replaced.connect(self._show_title)
        document.undo_stack.clean_changed.connect(self._show_title)
        window.file_dropped.connect(self.data_room.open_path)
        window.first_shown.connect(self._finish_window)
        window.closed.connect(self._end)
        self.room.live.moved.connect(self._show_learning)
        self.run.finished.connect(self._show_learning)
        self.run.cleared.connect(self._show_learning)
        self.run.readable.connect(self.recovery.keep_soon)
        for work in (self.run, self.stepping):
            work.failed.connect(self.crash.report)
        for gone in (document.layer_removed, document.layer_changed, document.link_removed):
            gone.connect(self._forget_what_is_gone)
        document.link_changed.connect(self._forget_what_is_gone)
        self.recovery.failed.connect(self._say_not_kept)
        self.application.aboutToQuit.connect(self.shutdown)

    def _finish_window(self) -> None:
        """After the first paint: what takes long to import, and questions."""
        self.room.loss.prepare()
        self.files.offer(recoveries.lost_work(self._folder), self.recovery.keep_now)

    def _forget_what_is_gone(self, _id: str) -> None:
        """Nothing stays selected that an edit removed."""
        self.selection.set(self.selection.current.within(self.document.project))

    def _show_learning(self) -> None:
        """The weights of the run while it goes on; at rest the document's own."""
        latest = self.run.latest if self.run.running else None
        parameters = None if latest is None else latest.parameters
        self.canvas.show_parameters(parameters)
        self.matrix.show_parameters(parameters)

    def _show_perspective(self) -> None:
        for name in ("build", "step", "train"):
            if self.actions[name].isChecked():
                self.window.perspectives.show(name)

    def _show_problem(self, where: str) -> None:
        """Lead to the place a problem belongs to."""
        project = self.document.project
        if project.has_layer(where):
            self.selection.set(Selected(layers=frozenset((where,))))
        elif project.has_link(where):
            self.selection.set(Selected(links=frozenset((where,))))
        elif where in ("data", "training", "loss"):
            self.window.bring("data" if where == "data" else "training")

    def _show_title(self) -> None:
        self.window.show_document(self.files.name, modified=self.document.is_modified)

    def _tint(self) -> None:
        self.actions.tint(self.theme.theme)

    def _scale_icons(self) -> None:
        self.window.toolbar.scale_icons(self.style.text_scale)

    def _say_not_kept(self, reason: str) -> None:
        self.window.say(
            self.tr("Unsaved work cannot be kept for a crash: {reason}").format(reason=reason)
        )

    def _may_close(self) -> bool:
        return self.files.may_leave()

    def _end(self) -> None:
        self.shutdown()
        # Not from within the close event: other windows of this program close first.
        QTimer.singleShot(0, self.application.quit)


def make_application(argv: Sequence[str]) -> QApplication:
    """The process's one QApplication, named. Raises RuntimeError if there is one already."""
    application = QApplication(list(argv))
    application.setApplicationName("MLP Studio")
    application.setOrganizationName("MLP Studio")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("mlp-studio")
    return application


def run(argv: Sequence[str]) -> int:
    """Open the window, with the file in `argv[1]` if there is one; the exit code when it closes."""
    # Ctrl+C in the terminal ends the program at once; unsaved work is offered at the next start.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    application = make_application(argv[:1])
    studio = Studio(
        application,
        Settings(),
        recoveries.recovery_folder(),
        templates=templates_folder(),
    )
    studio.crash.install()
    studio.show()
    if len(argv) > 1:
        studio.files.open_path(Path(argv[1]))
    try:
        return application.exec()
    finally:
        studio.shutdown()
