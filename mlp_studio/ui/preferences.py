"""How a person likes the window: colours, language, text size, numbers. Kept between runs."""

from __future__ import annotations

from PySide6.QtCore import QObject

from mlp_studio.ui.actions import Actions
from mlp_studio.ui.language import Language
from mlp_studio.ui.numbers import FEWEST_DIGITS, MOST_DIGITS, NumberFormat
from mlp_studio.ui.settings import LanguageChoice, Settings
from mlp_studio.ui.style import Style
from mlp_studio.ui.theme import Choice, ThemeModel

_THEMES: tuple[Choice, ...] = ("system", "light", "dark")
_LANGUAGES: tuple[LanguageChoice, ...] = ("system", "en", "ko")
_SIGNS = {"point": ".", "comma": ","}


class Preferences(QObject):
    """Connects the commands of the View menu with what they set, and with the settings."""

    def __init__(
        self,
        *,
        actions: Actions,
        settings: Settings,
        theme: ThemeModel,
        style: Style,
        numbers: NumberFormat,
        language: Language,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._settings = settings
        self._theme = theme
        self._style = style
        self._numbers = numbers
        self._language = language
        self._check_current()
        self._connect()

    def _check_current(self) -> None:
        actions = self._actions
        actions.choose("theme", self._theme.choice)
        actions.choose("language", self._language.choice)
        actions.choose("digits", str(self._numbers.digits))
        sign = next(name for name, sign in _SIGNS.items() if sign == self._numbers.decimal_sign)
        actions.choose("decimal_sign", sign)

    def _connect(self) -> None:
        actions = self._actions
        for theme in _THEMES:
            actions[f"theme_{theme}"].triggered.connect(self._set_theme)
        for language in _LANGUAGES:
            actions[f"language_{language}"].triggered.connect(self._set_language)
        for digits in range(FEWEST_DIGITS, MOST_DIGITS + 1):
            actions[f"digits_{digits}"].triggered.connect(self._set_digits)
        for name in _SIGNS:
            actions[f"decimal_{name}"].triggered.connect(self._set_decimal_sign)
        actions["text_larger"].triggered.connect(self._style.enlarge_text)
        actions["text_smaller"].triggered.connect(self._style.reduce_text)
        actions["text_reset"].triggered.connect(self._style.reset_text)
        self._style.changed.connect(self._keep_text_scale)

    def _set_theme(self) -> None:
        for choice in _THEMES:
            if self._actions[f"theme_{choice}"].isChecked():
                self._settings.theme = choice
                self._theme.set(choice)

    def _set_language(self) -> None:
        for choice in _LANGUAGES:
            if self._actions[f"language_{choice}"].isChecked():
                self._settings.language = choice
                self._language.set(choice)

    def _set_digits(self) -> None:
        for digits in range(FEWEST_DIGITS, MOST_DIGITS + 1):
            if self._actions[f"digits_{digits}"].isChecked():
                self._settings.digits = digits
                self._numbers.set_digits(digits)

    def _set_decimal_sign(self) -> None:
        for name, sign in _SIGNS.items():
            if self._actions[f"decimal_{name}"].isChecked():
                self._settings.decimal_sign = sign
                self._numbers.set_decimal_sign(sign)

    def _keep_text_scale(self) -> None:
        self._settings.text_scale = self._style.text_scale
