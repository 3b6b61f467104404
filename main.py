"""Start MLP Studio from a checkout: `python main.py`, or `python main.py trace FILE --json`."""

import sys


def start() -> int:
    """Run the program, or say which package is missing and how to install it."""
    try:
        from mlp_studio.cli import main

        return main()
    except ModuleNotFoundError as error:
        if error.name is None or error.name.startswith("mlp_studio"):
            raise
        print(
            f"MLP Studio needs the Python package {error.name!r}, which is not installed. "
            "Install everything it needs with:  python -m pip install -e .",
            file=sys.stderr,
        )
        return 2


if __name__ == "__main__":
    sys.exit(start())
