"""Keeps the translations in step with the code.

`python -m resources.i18n` rewrites `mlp_studio_ko.ts` from the code and compiles it; then fill in
what is marked unfinished and run it once more. With `--check` it changes nothing and fails if a
text is untranslated, has vanished from the code, or a file is stale.
"""

from __future__ import annotations

import argparse
import string
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import PySide6

LANGUAGES = ("ko",)
_FOLDER = Path(__file__).resolve().parent
_PACKAGE = _FOLDER.parent.parent / "mlp_studio"


def source(language: str) -> Path:
    """The file translators edit."""
    return _FOLDER / f"mlp_studio_{language}.ts"


def compiled(language: str) -> Path:
    """The file the program loads."""
    return _FOLDER / f"mlp_studio_{language}.qm"


def update(ts: Path, language: str) -> None:
    """Bring `ts` in step with the code: new texts unfinished, those no longer used dropped."""
    files = sorted(str(path) for path in _PACKAGE.rglob("*.py"))
    options = ["-no-obsolete", "-locations", "none", "-silent", "-target-language", language]
    _run("lupdate", *options, *files, "-ts", str(ts))


def release(ts: Path, qm: Path) -> None:
    """Compile `ts`."""
    _run("lrelease", "-silent", str(ts), "-qm", str(qm))


def faults(language: str) -> Iterator[str]:
    """Why the committed files cannot stay as they are, one line each."""
    with tempfile.TemporaryDirectory() as scratch:
        fresh = Path(scratch) / source(language).name
        fresh.write_bytes(source(language).read_bytes())
        update(fresh, language)
        yield from _unfinished(fresh)
        if fresh.read_bytes() != source(language).read_bytes():
            yield f"{source(language).name} is not in step with the code"
        binary = Path(scratch) / compiled(language).name
        release(source(language), binary)
        if binary.read_bytes() != compiled(language).read_bytes():
            yield f"{compiled(language).name} was not compiled from {source(language).name}"


def _unfinished(ts: Path) -> Iterator[str]:
    for context in ElementTree.parse(ts).getroot().iter("context"):
        for message in context.iter("message"):
            original = message.findtext("source") or ""
            translation = message.find("translation")
            text = "" if translation is None else (translation.text or "")
            where = f"{context.findtext('name')}: {original!r}"
            if translation is None or translation.get("type") is not None or not text.strip():
                yield f"{where} is not translated"
            elif _places(original) != _places(text):
                yield f"{where} and its translation have different places to fill in"


def _places(text: str) -> set[str]:
    """The names of the {places} in a text."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def _run(tool: str, *arguments: str) -> None:
    """Run one of Qt's translation tools, as PySide6 brings it along."""
    suffix = ".exe" if sys.platform == "win32" else ""
    program = Path(PySide6.__file__).parent / f"{tool}{suffix}"
    subprocess.run([str(program), *arguments], check=True, stdout=subprocess.DEVNULL)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m resources.i18n", description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing, only report")
    check = parser.parse_args().check
    if not check:
        for language in LANGUAGES:
            update(source(language), language)
            release(source(language), compiled(language))
    found = [fault for language in LANGUAGES for fault in faults(language)]
    sys.stderr.writelines(f"{fault}\n" for fault in found)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
