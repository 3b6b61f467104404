"""Shows a page of formulas: parts light up, can be clicked and copied."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from mlp_studio.ui.places_of_numbers import Place
from mlp_studio.ui.theme import ThemeModel, blend
from mlp_studio.ui.typeset.loading import Loading
from mlp_studio.ui.typeset.nodes import Leaf
from mlp_studio.ui.typeset.page import Page, latex_text, plain_text
from mlp_studio.ui.typeset.setting import Setting, set_page

_ROUND = 4.0
_OPENS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
"""Keys that do what a click on the first link does."""
_LIT, _RESULT = 0.24, 0.07


class PageView(QWidget):
    """A page as high as it needs to be at the width it is given."""

    pointed = Signal(object)
    """The `Leaf` the pointer came to, or None."""
    hovered = Signal(object)
    """The `Place` of the part the pointer came to, or None."""
    followed = Signal(object)
    """The `Leaf` that was clicked."""
    linked = Signal(str)
    """What a clicked text or part asks for."""

    def __init__(self, theme: ThemeModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._page: Page = ()
        self._setting = Setting(0.0)
        self._pointed: Leaf | None = None
        self._lit: Place | None = None
        self.loading = Loading(self)
        self.loading.done.connect(self._set_again)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    @property
    def page(self) -> Page:
        return self._page

    @property
    def setting(self) -> Setting:
        """Where all of it stands."""
        return self._setting

    @property
    def lit(self) -> Place | None:
        return self._lit

    def set_page(self, page: Page) -> None:
        self._page = page
        self._pointed = None
        self.setAccessibleDescription(plain_text(page))
        self._set_again()

    def highlight(self, place: Place | None) -> None:
        """Light up all parts of one place."""
        if place != self._lit:
            self._lit = place
            self.update()

    def copy_text(self) -> None:
        QGuiApplication.clipboard().setText(plain_text(self._page))

    def copy_latex(self) -> None:
        QGuiApplication.clipboard().setText(latex_text(self._page))

    def sizeHint(self) -> QSize:
        return QSize(round(self._setting.width), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._set_again()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._set_again()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_grounds(painter)
        theme, seen = self._theme.theme, QRectF(event.rect())
        for ink in self._setting.inks:
            if ink.bottom >= seen.top() and ink.top <= seen.bottom():
                painter.fillPath(ink.path, getattr(theme, ink.role))
        for paragraph in self._setting.paragraphs:
            if paragraph.area.intersects(seen):
                painter.setPen(getattr(theme, paragraph.role))
                paragraph.layout.draw(painter, QPointF(0.0, 0.0))
        painter.end()
        self.loading.start()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point(self._setting.leaf_at(event.position()))
        over_link = bool(self._setting.link_at(event.position()))
        can_follow = self._pointed is not None and self._pointed.can_be_followed
        shape = Qt.CursorShape.PointingHandCursor if over_link or can_follow else None
        self.setCursor(shape) if shape is not None else self.unsetCursor()

    def leaveEvent(self, event: QEvent) -> None:
        self._point(None)
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        leaf = self._setting.leaf_at(event.position())
        link = leaf.link if leaf else self._setting.link_at(event.position())
        if link:
            self.linked.emit(link)
        elif leaf is not None and leaf.can_be_followed:
            self.followed.emit(leaf)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_text()
        elif event.key() in _OPENS and (link := self._setting.first_link):
            self.linked.emit(link)
        else:
            event.ignore()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.menu()
        menu.exec(event.globalPos())
        menu.deleteLater()

    def menu(self) -> QMenu:
        """What can be done with the page."""
        menu = QMenu(self)
        text = menu.addAction(self.tr("Copy as text"))
        text.setShortcut(QKeySequence.StandardKey.Copy)
        text.triggered.connect(self.copy_text)
        menu.addAction(self.tr("Copy as LaTeX")).triggered.connect(self.copy_latex)
        return menu

    def _point(self, leaf: Leaf | None) -> None:
        before = self._pointed.place if self._pointed else None
        place = leaf.place if leaf else None
        if leaf is not self._pointed:
            self._pointed = leaf
            self.pointed.emit(leaf)
        if place != before:
            self.hovered.emit(place)
            self.highlight(place)

    def _set_again(self) -> None:
        self._setting = set_page(
            self._page, QFont(self.font()), self.width(), is_ready=self.loading.is_ready
        )
        self.updateGeometry()
        self.update()

    def _height(self) -> int:
        return round(self._setting.height) + 1

    def _paint_grounds(self, painter: QPainter) -> None:
        """What lies under the text: results stand out, parts of one place are lit."""
        theme = self._theme.theme
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(blend(theme.ink, theme.panel, _RESULT))
        for area in self._setting.results:
            painter.drawRoundedRect(area, _ROUND, _ROUND)
        painter.setBrush(blend(theme.accent, theme.panel, _LIT))
        for area, leaf in self._setting.areas:
            if self._lit is not None and leaf.place == self._lit:
                painter.drawRoundedRect(area, _ROUND / 2.0, _ROUND / 2.0)
        painter.setPen(theme.line)
        for y in self._setting.rules:
            painter.drawLine(QPointF(0.0, y), QPointF(self._setting.width, y))
