"""A person's own templates: each a file in one folder, named after the template.

What cannot be read stays in the folder and in the list, with the reason: it may be all that
remains of someone's work.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from PySide6.QtCore import QCoreApplication, QIODevice, QObject, QSaveFile, QStandardPaths, Signal

from mlp_studio.project import fragments
from mlp_studio.project.model import Project
from mlp_studio.project.projectfile import MAX_FILE_BYTES, ProjectFileError
from mlp_studio.project.templates import TEMPLATES
from mlp_studio.ui.mime import PaletteItem

SUFFIX = ".json"
MAX_NAME = 60
"""Characters; escaped, they still make a file name of fewer than the usual 255 bytes."""

_UNSAFE = frozenset('%<>:"/\\|?*')
"""Characters that Windows takes in no file name, and the one that escapes them."""
_RESERVED = frozenset(("con", "prn", "aux", "nul")) | {
    f"{port}{number}" for port in ("com", "lpt") for number in range(10)
}
"""Names of devices, which no file of Windows may have, whatever its suffix."""


class TemplateNameError(ValueError):
    """A name that no template can have; `str()` is a translated sentence."""


class TemplateExistsError(TemplateNameError):
    """There is a template of that name: ask, and save again with `overwrite`."""


@dataclass(frozen=True, slots=True)
class OwnTemplate:
    """A file of the folder. `fragment` is None if it cannot be read; `reason` says why."""

    name: str
    file: Path
    fragment: Project | None
    reason: str = ""


def templates_folder() -> Path:
    """Where the running user's own templates are kept; made if it is missing."""
    place = QStandardPaths.StandardLocation.AppLocalDataLocation
    folder = Path(QStandardPaths.writableLocation(place)) / "templates"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


class OwnTemplates(QObject):
    """The templates in `folder`, in the order of their names; `changed` when they are others.

    Names that differ only in case are the same name, as the file systems of two of three
    desktops have it.
    """

    changed = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._all = _read_folder(folder)

    @property
    def all(self) -> tuple[OwnTemplate, ...]:
        return self._all

    def refresh(self) -> None:
        """Read the folder again: another window may have saved one."""
        found = _read_folder(self._folder)
        if found != self._all:
            self._all = found
            self.changed.emit()

    def save(self, name: str, fragment: Project, *, overwrite: bool = False) -> str:
        """Keep `fragment` under `name`; the name as it is kept.

        Raises TemplateExistsError if there is one of that name and it may not be overwritten,
        TemplateNameError for a name that cannot be used, and OSError if the file cannot be
        written: then the old one is still whole.
        """
        name = self._checked(name)
        self.refresh()
        existing = self._find(name)
        path = self._path(name)
        if existing is not None:
            if not overwrite:
                raise self._exists(existing.name)
            name, path = existing.name, existing.file
        self._folder.mkdir(parents=True, exist_ok=True)
        _write(path, fragments.to_text(fragment))
        self.refresh()
        return name

    def rename(self, old: str, new: str) -> str:
        """The new name as it is kept.

        Raises KeyError if there is no `old`, and otherwise what `save` raises.
        """
        new = self._checked(new)
        self.refresh()
        template = self.template(old)
        existing = self._find(new)
        if existing is not None and existing is not template:
            raise self._exists(existing.name)
        template.file.rename(self._path(new))
        self.refresh()
        return new

    def remove(self, name: str) -> None:
        """Delete the file. Raises KeyError if there is no such template, OSError if it stays."""
        self.template(name).file.unlink(missing_ok=True)
        self.refresh()

    def load(self, name: str) -> Project:
        """The fragment kept under `name`.

        Raises KeyError if there is no such template, ProjectFileError if it cannot be read.
        """
        template = self.template(name)
        if template.fragment is None:
            raise ProjectFileError(f"{template.file}: {template.reason}")
        return template.fragment

    def template(self, name: str) -> OwnTemplate:
        """Raises KeyError if there is none of that name."""
        found = self._find(name)
        if found is None:
            raise KeyError(name)
        return found

    def _find(self, name: str) -> OwnTemplate | None:
        alike = [each for each in self._all if _same(each.name) == _same(name)]
        # Files made elsewhere may differ in nothing but case.
        exact = (each for each in alike if each.name == name)
        return next(exact, alike[0] if alike else None)

    def _path(self, name: str) -> Path:
        return self._folder / f"{file_stem(name)}{SUFFIX}"

    def _checked(self, name: str) -> str:
        """The name as it is kept: without spaces around it or two in a row."""
        name = unicodedata.normalize("NFC", " ".join(name.split()))
        if not name:
            raise TemplateNameError(self.tr("Give the template a name."))
        if len(name) > MAX_NAME:
            raise TemplateNameError(
                self.tr("Give the template a shorter name: up to {count} characters.").format(
                    count=MAX_NAME
                )
            )
        if not name.isprintable():
            raise TemplateNameError(
                self.tr("Give the template another name: this one has characters no file can have.")
            )
        return name

    def _exists(self, name: str) -> TemplateExistsError:
        return TemplateExistsError(
            self.tr("There is a template called “{name}” already.").format(name=name)
        )


def template_of(item: PaletteItem, own: OwnTemplates) -> tuple[str, Project]:
    """The title and the network of a "template" or an "own_template" from the palette.

    Raises ProjectFileError if there is no such template any more, or it cannot be read.
    """
    if item.kind == "template":
        for template in TEMPLATES:
            if template.name == item.value:
                title = QCoreApplication.translate("Templates", template.title)
                return title, template.project
    elif item.kind == "own_template" and any(each.name == item.value for each in own.all):
        return item.value, own.load(item.value)
    sentence = QCoreApplication.translate("OwnTemplates", "There is no template called “{name}”.")
    raise ProjectFileError(sentence.format(name=item.value))


def file_stem(name: str) -> str:
    """`name` as the name of a file on any system, without the suffix; `unquote` undoes it."""
    escape = [character in _UNSAFE for character in name]
    # Windows drops a dot at the end, hides nothing that starts with one; others do hide it.
    escape[0] |= name[0] == "." or name.split(".")[0].strip().lower() in _RESERVED
    escape[-1] |= name[-1] == "."
    return "".join(
        f"%{ord(character):02X}" if hidden else character
        for character, hidden in zip(name, escape, strict=True)
    )


def _read_folder(folder: Path) -> tuple[OwnTemplate, ...]:
    files = (file for file in folder.glob(f"*{SUFFIX}") if not file.name.startswith("."))
    return tuple(sorted(map(_read, files), key=lambda each: (_same(each.name), each.file)))


def _read(file: Path) -> OwnTemplate:
    name = unicodedata.normalize("NFC", unquote(file.stem))
    if not name.strip() or not name.isprintable():
        name = ascii(file.stem)
    try:
        fragment = fragments.from_text(_text(file))
    except ProjectFileError as error:
        return OwnTemplate(name, file, None, str(error))
    except OSError as error:
        return OwnTemplate(name, file, None, error.strerror or str(error))
    return OwnTemplate(name, file, fragment)


def _text(file: Path) -> str:
    if not file.is_file():
        # A pipe or a device would block, or never end.
        raise ProjectFileError("this is not a file")
    with file.open("rb") as opened:
        content = opened.read(MAX_FILE_BYTES + 1)
    if len(content) > MAX_FILE_BYTES:
        raise ProjectFileError(f"the file is larger than {MAX_FILE_BYTES // 2**20} MB")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ProjectFileError("the file is not text") from error


def _write(path: Path, text: str) -> None:
    """Replace the file in one move once the new one is on the disk. Raises OSError."""
    file = QSaveFile(str(path))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        raise OSError(0, file.errorString(), str(path))
    file.write(text.encode())
    if not file.commit():
        raise OSError(0, file.errorString(), str(path))


def _same(name: str) -> str:
    return name.casefold()
