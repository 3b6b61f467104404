"""The only place that knows where `resources/` is."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resources() -> Path:
    """The folder of icons, themes, translations and examples.

    In a wheel it lies inside the package; in a checkout, or an editable install, beside it.

    Raises FileNotFoundError if the installation is incomplete.
    """
    for candidate in (_PACKAGE / "resources", _PACKAGE.parent / "resources"):
        if candidate.is_dir():
            return candidate
    raise FileNotFoundError(
        f"MLP Studio's resources folder is missing beside {_PACKAGE}; reinstall it."
    )
