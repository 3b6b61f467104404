"""The palette: what a network is built of, dragged, clicked onto the canvas or chosen by key."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from mlp_studio.project.templates import TEMPLATES
from mlp_studio.ui import mime
from mlp_studio.ui.mime import PaletteItem
from mlp_studio.ui.own_templates import OwnTemplates
from mlp_studio.ui.panels.labels import RoleLabel
from mlp_studio.ui.panels.palette.feature_section import FeatureSection
from mlp_studio.ui.panels.palette.own import OwnSection
from mlp_studio.ui.panels.palette.section import Section
from mlp_studio.ui.panels.palette.sketch import sketch_of
from mlp_studio.ui.panels.palette.tiles import ICON, SKETCH, Tiles
from mlp_studio.ui.panels.panel import MARGIN, SPACING, Panel
from mlp_studio.ui.theme import ThemeModel

_BESIDE_BAR = 4
"""Between the entries and the scroll bar."""
_LEAST_SEEN = 24
"""Of an entry the keyboard went to, so much beyond it is shown as well."""


class Palette(QWidget):
    """What can be placed, as a `PaletteItem`.

    `chosen` asks for it to be placed without a mouse. `armed` says that the next click on the
    canvas places it, None that it does not any more. `removal_wanted` asks to remove the own
    template of that name.
    """

    chosen = Signal(object)
    armed = Signal(object)
    removal_wanted = Signal(str)

    def __init__(
        self,
        *,
        theme: ThemeModel,
        templates: OwnTemplates | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`templates` None: there is no section of own templates."""
        super().__init__(parent)
        self._armed: PaletteItem | None = None
        self.list = Tiles(theme, ICON)
        self.features = FeatureSection(theme)
        self.templates = Tiles(theme, SKETCH)
        self.own = OwnSection(templates, theme) if templates is not None else None
        self.hint = RoleLabel("muted")
        self._headings = [_heading(self) for _ in range(4)]
        self._scroller = Panel()
        self._fill()
        self._lay_out()
        self._wire()
        self.retranslate()

    def _fill(self) -> None:
        for kind in mime.KINDS:
            self.list.add(PaletteItem(kind), f"kind-{kind}")
        for template in TEMPLATES:
            thing = PaletteItem("template", template.name)
            self.templates.add(thing, sketch_of(template.project))
        self.list.setCurrentRow(0)
        self.templates.setCurrentRow(0)

    def _lay_out(self) -> None:
        contents = self._scroller.column
        contents.setSpacing(0)
        parts = (self.list, self.features, self.templates, self.own)
        for heading, part in zip(self._headings, parts, strict=True):
            if part is None:
                heading.hide()
                continue
            contents.addWidget(heading)
            contents.addSpacing(4)
            contents.addWidget(part)
            contents.addSpacing(SPACING)
        contents.addStretch()
        self._make_room_for_bar()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroller, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(MARGIN, SPACING, MARGIN, SPACING)
        foot.addWidget(self.hint)
        column.addLayout(foot)
        self.setFocusProxy(self.list)

    def _make_room_for_bar(self) -> None:
        """The entries are as wide with the scroll bar as without: they do not jump with it."""
        bar = self._scroller.verticalScrollBar()
        taken = bar.sizeHint().width() if bar.maximum() > bar.minimum() else 0
        right = max(MARGIN + _BESIDE_BAR - taken, _BESIDE_BAR)
        self._scroller.column.setContentsMargins(MARGIN, SPACING, right, MARGIN)

    def _wire(self) -> None:
        self._scroller.verticalScrollBar().rangeChanged.connect(self._make_room_for_bar)
        for section in self._sections():
            section.chosen.connect(self._choose)
            section.clicked_on.connect(self._toggle)
            section.let_go.connect(self.disarm)
            section.dragged.connect(self.disarm)
            # Once everything has its place: a section may just have got its first entry.
            section.reached.connect(self._show_reached, Qt.ConnectionType.QueuedConnection)
        self.features.listed.connect(self._drop_what_is_gone)
        self.features.made.connect(self._toggle)
        self.features.told.connect(self._show_part, Qt.ConnectionType.QueuedConnection)
        if self.own is not None:
            self.own.removal_wanted.connect(self.removal_wanted)
            self.own.listed.connect(self._drop_what_is_gone)
            self.own.told.connect(self._show_part, Qt.ConnectionType.QueuedConnection)

    def _sections(self) -> tuple[Section, ...]:
        own = () if self.own is None else (self.own.tiles,)
        return (self.list, self.features.chips, self.templates, *own)

    def type_name(self, name: str) -> None:
        """Let the name of an own template be typed where its tile is."""
        if self.own is not None:
            self._scroller.ensureWidgetVisible(self.own)
            self.own.type_name(name)

    def retranslate(self) -> None:
        titles = (
            self.tr("Layers"),
            self.tr("Features"),
            self.tr("Templates"),
            self.tr("My templates"),
        )
        for heading, title in zip(self._headings, titles, strict=True):
            heading.setText(title)
        self.list.setAccessibleName(titles[0])
        self.templates.setAccessibleName(titles[2])
        for row, (name, what) in enumerate(
            (
                (self.tr("Input"), self.tr("takes the data in")),
                (self.tr("Dense layer"), self.tr("a column of units")),
                (self.tr("Neuron"), self.tr("a single unit")),
                (self.tr("Output"), self.tr("where the loss looks")),
            )
        ):
            self.list.describe(row, name, what)
        self._describe_templates()
        self._say_what_to_do()

    def _describe_templates(self) -> None:
        for row, template in enumerate(TEMPLATES):
            title = QCoreApplication.translate("Templates", template.title)
            what = QCoreApplication.translate("Templates", template.what)
            sizes = sketch_of(template.project).sizes
            self.templates.describe(row, title, what, f"{title}\n{what}\n{sizes}")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        # Between what scrolls and what stays.
        edge = QRect(0, self._scroller.geometry().bottom() + 1, self.width(), 1)
        painter.fillRect(edge, self.palette().color(QPalette.ColorRole.Mid))
        painter.end()

    def set_columns(self, columns: Sequence[str]) -> None:
        """Offer features of these columns of the data; of x1 and x2 if there are none."""
        self.features.set_columns(columns)

    def disarm(self) -> None:
        """Let go of what the next click on the canvas would have placed."""
        self._arm(None)

    def _choose(self, thing: PaletteItem) -> None:
        self.disarm()
        self.chosen.emit(thing)

    def _toggle(self, thing: PaletteItem) -> None:
        self._arm(None if thing == self._armed else thing)

    def _arm(self, thing: PaletteItem | None) -> None:
        if thing == self._armed:
            return
        self._armed = thing
        for section in self._sections():
            section.show_armed(thing)
        self._say_what_to_do()
        self.armed.emit(thing)

    def _drop_what_is_gone(self) -> None:
        armed = self._armed
        if armed and all(section.row_of(armed) < 0 for section in self._sections()):
            self.disarm()

    def _say_what_to_do(self) -> None:
        if self._armed is None:
            self.hint.setText(self.tr("Drag, click to place, or press Enter."))
        else:
            self.hint.setText(self.tr("Click on the canvas, or press Esc."))

    def _show_part(self, part: QWidget) -> None:
        self._scroller.ensureWidgetVisible(part, 0, SPACING)

    def _show_reached(self, place: QRect) -> None:
        section, contents = self.sender(), self._scroller.widget()
        if isinstance(section, Section) and contents is not None:
            middle = section.mapTo(contents, place.center())
            room = place.height() // 2 + _LEAST_SEEN
            self._scroller.ensureVisible(middle.x(), middle.y(), 0, room)


def _heading(parent: QWidget) -> QLabel:
    heading = QLabel(parent)
    heading.setProperty("role", "muted")
    font = QFont(heading.font())
    font.setWeight(QFont.Weight.DemiBold)
    heading.setFont(font)
    return heading
