"""What dev.py says on the terminal, and the programs it starts there."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


class Stopped(Exception):
    """Work cannot go on; the text is the one sentence to show."""


def say(text: str) -> None:
    """Print one line at once."""
    print(text, flush=True)


def heading(text: str) -> None:
    """Print a line that begins a part of the work."""
    say(f"\n== {text}")


def run(command: Sequence[str], environment: Mapping[str, str] | None = None) -> int:
    """Run a program in the checkout with our terminal and return its exit code."""
    process = subprocess.Popen(command, cwd=ROOT, env=_environment(environment))
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:  # the program got it as well: let it end by itself
            continue


def run_lines(
    command: Sequence[str], each: Callable[[str], None], environment: Mapping[str, str] | None = None
) -> int:
    """Run a program in the checkout, hand each line of its output to `each`, return its exit code."""
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env=_environment(environment),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    )
    assert process.stdout is not None
    try:
        for line in process.stdout:
            each(line.rstrip("\n"))
    except KeyboardInterrupt:
        process.send_signal(signal.SIGINT)
        process.wait()
        raise
    return process.wait()


def _environment(extra: Mapping[str, str] | None) -> dict[str, str]:
    """Bytecode is kept whatever the terminal's own setting: the tests start some hundred processes of ours."""
    environment = {**os.environ, "PYTHONUTF8": "1", **(extra or {})}
    environment.pop("PYTHONHOME", None)
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return environment


def on_terminal() -> bool:
    """Whether somebody looks at a terminal, where a line may be painted over."""
    return sys.stdout.isatty()
