"""Every command of the program. The window is imported only by the commands that open it."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import mlp_studio

DONE, BAD_INPUT = 0, 2
COMMANDS = ("open", "trace", "train", "check", "predict", "chain", "demo")

_EPILOG = """\
exit codes: 0 done, 1 the answer is no, 2 bad input (one line on standard error says what is wrong)
A FILE is a project in either form: saved by the window, or plain JSON.
Started without a command, the program opens the window; with no display it runs the demo."""


class _Parser(argparse.ArgumentParser):
    """Reports bad usage in one line, as every other bad input."""

    def error(self, message: str) -> NoReturn:
        self.exit(BAD_INPUT, f"{self.prog}: {message} (see {self.prog} --help)\n")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    from mlp_studio.commands.reading import BadInputError
    from mlp_studio.engine.spec import SpecError

    words = list(sys.argv[1:] if argv is None else argv)
    if words and words[0] not in COMMANDS and Path(words[0]).is_file():
        words.insert(0, "open")  # a file manager starts the program with just the file
    arguments = _parser().parse_args(words)
    try:
        code = _run(arguments)
        if sys.stdout is not None:
            # Now, while a reader that has gone can still be caught; not when Python ends.
            sys.stdout.flush()
        return code
    except (BadInputError, SpecError) as error:
        print(f"mlp-studio: {_one_line(str(error))}", file=sys.stderr)
        return BAD_INPUT
    except BrokenPipeError:
        # The reader of our output (head, less) has gone: nothing is left to tell it.
        _forget_the_reader()
        return DONE


def _forget_the_reader() -> None:
    """Let what is still to be written go nowhere, or Python complains of it when it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def _run(arguments: argparse.Namespace) -> int:
    match arguments.command:
        case "trace":
            from mlp_studio.commands import trace

            return trace.run(
                arguments.file,
                sample=arguments.sample,
                batch=arguments.batch,
                as_json=arguments.json,
            )
        case "train":
            from mlp_studio.commands import train

            return train.run(
                arguments.file,
                data=arguments.data,
                epochs=arguments.epochs,
                seed=arguments.seed,
                output=arguments.output,
                history=arguments.history,
                as_json=arguments.json,
            )
        case "check":
            from mlp_studio.commands import check

            return check.run(arguments.file, as_json=arguments.json)
        case "predict":
            from mlp_studio.commands import predict

            return predict.run(arguments.file, data=arguments.data, as_json=arguments.json)
        case "chain":
            from mlp_studio.commands import chain

            return chain.run(arguments.formulas, at=arguments.at, as_json=arguments.json)
        case "demo":
            from mlp_studio.commands import demo

            return demo.run(picture=arguments.picture)
        case _:
            return _open_window(None if arguments.command is None else arguments.file)


def _open_window(file: Path | None) -> int:
    from mlp_studio.commands import demo
    from mlp_studio.ui.display import missing_display

    problem = missing_display()
    if problem is not None:
        print(f"{problem}\nRunning the demo in the terminal instead.\n")
        return demo.run(picture=demo.PICTURE)
    from mlp_studio.ui.app import run

    return run([sys.argv[0], *([str(file)] if file else [])])


def _one_line(message: str) -> str:
    return " ".join(message.split())


def _parser() -> _Parser:
    parser = _Parser(
        prog="mlp-studio",
        description="Build a multi-layer perceptron, step through backpropagation, watch it learn.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {mlp_studio.__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    window = commands.add_parser("open", help="open the window, with FILE if given")
    window.add_argument("file", metavar="FILE", nargs="?", type=Path, help="a project to open")
    _add_trace(commands)
    _add_train(commands)
    check = commands.add_parser(
        "check",
        help="compare backpropagation with central differences",
        description="Compare every gradient with a central difference, over all the data: "
        "the largest relative error and where it is. Exit code 1 above 1e-6.",
    )
    _add_file_and_json(check)
    predict = commands.add_parser(
        "predict",
        help="the network's outputs for the data",
        description="Print the network's outputs, a row a sample: as CSV, or as JSON.",
    )
    _add_file_and_json(predict)
    predict.add_argument(
        "--data",
        metavar="FILE",
        type=Path,
        help="predict for these inputs: a table whose header names the project's columns, or an "
        "NPZ file with X",
    )
    _add_chain(commands)
    demo = commands.add_parser(
        "demo",
        help="the whole story in the terminal, without a display",
        description="Build XOR, step once forward and backward with the numbers, train, show the "
        "loss curve, and write a picture of the window.",
    )
    demo.add_argument(
        "--picture",
        metavar="PNG",
        type=Path,
        default=Path("mlp-studio-window.png"),
        help="where to write the picture of the window (default: %(default)s)",
    )
    return parser


def _add_trace(commands: argparse._SubParsersAction[_Parser]) -> None:
    trace = commands.add_parser(
        "trace",
        help="one forward pass, backward pass and the update it would make",
        description="One forward pass, one backward pass and the update it would make. "
        "The file is not changed.",
    )
    _add_file_and_json(trace)
    which = trace.add_mutually_exclusive_group()
    which.add_argument(
        "--sample", metavar="N", type=int, default=0, help="which sample, from 0 (default: 0)"
    )
    which.add_argument(
        "--batch", action="store_true", help="all samples: gradients and loss are their means"
    )


def _add_train(commands: argparse._SubParsersAction[_Parser]) -> None:
    train = commands.add_parser(
        "train",
        help="train the network",
        description="Train the network with the project's settings. Ctrl+C keeps what was learned.",
    )
    _add_file_and_json(train)
    train.add_argument(
        "--epochs", metavar="N", type=_count, help="instead of the project's number of epochs"
    )
    train.add_argument(
        "--data",
        metavar="FILE",
        type=Path,
        help="learn from this CSV or TSV table, or NPZ file with X and y, instead of its own data",
    )
    train.add_argument("--seed", metavar="S", type=_count, help="instead of the project's seed")
    train.add_argument(
        "-o",
        "--output",
        metavar="OUT",
        type=Path,
        help="save the trained project here (plain JSON if the name ends in .json)",
    )
    train.add_argument("--history", metavar="CSV", type=Path, help="write the losses here")


def _add_chain(commands: argparse._SubParsersAction[_Parser]) -> None:
    chain = commands.add_parser(
        "chain",
        help="the chain rule on a graph of formulas",
        description="Evaluate a graph of formulas and differentiate its output by every input: "
        "local derivatives, each path with its product, the sum over paths, and what reuse saves. "
        'Example: mlp-studio chain "z = x*y; x = u + v; y = u*v" --at u=2 v=3',
    )
    chain.add_argument(
        "formulas",
        metavar="FORMULAS",
        help="name = formula; … with + - * / **, parentheses, numbers, pi, e, and sin cos tan exp "
        "log sqrt tanh sigmoid relu abs; names without a formula are inputs",
    )
    chain.add_argument(
        "--at",
        metavar="NAME=VALUE",
        nargs="+",
        action="extend",
        default=[],
        help="the value of each input",
    )
    chain.add_argument("--json", action="store_true", help="print one JSON object and nothing else")


def _add_file_and_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", type=Path, help="a project, in either form")
    parser.add_argument(
        "--json", action="store_true", help="print one JSON object and nothing else"
    )


def _count(written: str) -> int:
    number = int(written)
    if number < 0:
        raise argparse.ArgumentTypeError(f"{written} is negative")
    return number
