"""The window's language: the system's or a chosen one, switched while the program runs."""

from __future__ import annotations

from PySide6.QtCore import (
    QCoreApplication,
    QLibraryInfo,
    QLocale,
    QObject,
    QTranslator,
    Signal,
)

from mlp_studio import paths
from mlp_studio.ui.settings import LanguageChoice

SOURCE_LANGUAGE = "en"
"""The language the strings are written in; it needs no translation file."""
TRANSLATED = ("ko",)


class Language(QObject):
    """Installs the translations of the chosen language.

    Widgets hear of a change as QEvent.Type.LanguageChange; everything else by `changed`.
    """

    changed = Signal()

    def __init__(self, choice: LanguageChoice = "system", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choice: LanguageChoice = choice
        self._code = SOURCE_LANGUAGE
        self._translators: list[QTranslator] = []
        self._install(_code_of(choice))

    @property
    def choice(self) -> LanguageChoice:
        return self._choice

    @property
    def code(self) -> str:
        """The language shown: "en" or "ko"."""
        return self._code

    def set(self, choice: LanguageChoice) -> None:
        self._choice = choice
        code = _code_of(choice)
        if code != self._code:
            self._install(code)
            self.changed.emit()

    def remove(self) -> None:
        """Take the translations out of the application again."""
        QLocale.setDefault(QLocale.system())
        while self._translators:
            QCoreApplication.removeTranslator(self._translators.pop())

    def _install(self, code: str) -> None:
        self.remove()
        self._code = code
        # Dates and the numbers of spin boxes go with the language, not with the machine.
        QLocale.setDefault(QLocale(code))
        if code == SOURCE_LANGUAGE:
            return
        # Qt's own texts (OK, Cancel, the file dialog) first: ours win where both know a text.
        self._add(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        self._add(f"mlp_studio_{code}", str(paths.resources() / "i18n"))

    def _add(self, name: str, folder: str) -> None:
        translator = QTranslator(self)
        if translator.load(name, folder):
            self._translators.append(translator)
            QCoreApplication.installTranslator(translator)


def _code_of(choice: LanguageChoice) -> str:
    if choice != "system":
        return choice
    for name in QLocale.system().uiLanguages():
        code = name.replace("_", "-").split("-")[0]
        if code in TRANSLATED:
            return code
        if code == SOURCE_LANGUAGE:
            return code
    return SOURCE_LANGUAGE
