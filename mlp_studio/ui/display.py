"""Whether a window can open at all, found out before Qt is loaded.

Without a display, or with one of its system libraries missing, Qt ends the whole process where
Python cannot catch it. So this is asked first; nothing here imports Qt.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

_NEEDS_NO_DISPLAY = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs")

_PACKAGES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libGLX.so.0": "libglx0",
    "libOpenGL.so.0": "libopengl0",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
}
"""The Debian package of each system library that Qt's xcb platform needs."""

Loader = Callable[[Path], object]


def missing_display(
    environment: Mapping[str, str] | None = None,
    platform: str = sys.platform,
    load: Loader | None = None,
) -> str | None:
    """One sentence that says why no window can open, or None if one can.

    The arguments stand in for the process's environment, `sys.platform` and the dynamic loader.
    """
    environment = os.environ if environment is None else environment
    if importlib.util.find_spec("PySide6") is None:
        return "PySide6 is not installed: install it with  pip install PySide6-Essentials"
    if not platform.startswith("linux"):
        return None
    chosen = environment.get("QT_QPA_PLATFORM", "").split(";")[0].split(":")[0]
    if chosen in _NEEDS_NO_DISPLAY:
        return None
    if not (environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")):
        return "There is no display: neither DISPLAY nor WAYLAND_DISPLAY is set."
    if environment.get("DISPLAY") and chosen in ("", "xcb"):
        return _why_xcb_cannot_load(load or _load)
    return None


def _why_xcb_cannot_load(load: Loader) -> str | None:
    for library in _xcb_libraries():
        try:
            load(library)
        except OSError as error:
            return _missing(str(error))
    return None


def _xcb_libraries() -> list[Path]:
    """Qt's own library for xcb and the plugin that uses it, where PySide6 has put them."""
    spec = importlib.util.find_spec("PySide6")
    if spec is None or spec.origin is None:
        return []
    qt = Path(spec.origin).parent / "Qt"
    candidates = [qt / "lib" / "libQt6XcbQpa.so.6", qt / "plugins" / "platforms" / "libqxcb.so"]
    return [path for path in candidates if path.is_file()]


def _load(library: Path) -> object:
    return ctypes.CDLL(str(library))


def _missing(error: str) -> str:
    """What to install, from the dynamic loader's complaint."""
    found = re.match(r"(lib[\w.+-]+\.so[.\d]*): cannot open shared object", error)
    if found is None:
        return f"Qt's window system plugin cannot be loaded: {error}."
    library = found.group(1)
    package = _PACKAGES.get(library)
    remedy = f": on Debian or Ubuntu, install it with  apt-get install {package}" if package else ""
    return f"The system library {library} is missing{remedy}"
