"""The verbs of dev.py and what each starts."""

import argparse
import shlex
from collections.abc import Callable, Sequence

import dev_tests
from dev_environment import environment_program, provide_environment
from dev_system import provide_libraries
from dev_terminal import ROOT, Stopped, run, say

EXTRAS: dict[str, list[str]] = {
    "demo": [],
    "test": ["test", "check"],
    "check": ["test", "check"],
    "bench": ["test"],
    "soak": ["test"],
    "shots": ["test"],
    "package": ["freeze"],
}

# verbs that another file does, as the environment's Python is told of it
PROGRAMS = {
    "demo": ["-m", "storedesk", "demo"],
    "bench": ["-m", "tests.bench"],
    "soak": ["-m", "tests.soak"],
    "shots": [str(ROOT / "packaging" / "shots.py")],
    "package": [str(ROOT / "packaging" / "freeze.py")],
}

WORDS = {
    "demo": "open the desk on a sample shop with its own hub (without a display: the guided tour)",
    "test": "run every check and test; with arguments: just those of pytest",
    "check": "format, lint, types, contracts, dead code, dependencies (--fix mends what can be mended)",
    "bench": "measure beside a floor of the same minute: bench [NAME] [--json FILE]",
    "soak": "run the simulation on new seeds for long, kill processes, run longer store days",
    "shots": "draw every screen as PNG in each theme, size and language: shots --out DIR",
    "package": "make the frozen folder in dist/storedesk and try it",
}


def main(arguments: Sequence[str]) -> int:
    """Do what the command line asks and return its exit code: 0 good, 1 failed, 2 wrong usage."""
    words = "\n".join(f"  {verb:<9} {text}" for verb, text in WORDS.items())
    parser = argparse.ArgumentParser(
        prog="dev.py", usage="python3 packaging/dev.py VERB [arguments]", description=f"verbs:\n{words}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    parser.add_argument("verb", choices=WORDS, metavar="VERB")
    parser.add_argument("rest", nargs=argparse.REMAINDER, metavar="arguments")
    chosen = parser.parse_args(arguments)
    try:
        provide_libraries()
        provide_environment(EXTRAS[chosen.verb])
        return _verb(chosen.verb)(chosen.rest)
    except Stopped as stop:
        say(f"\n{stop}")
        return 1
    except KeyboardInterrupt:
        say("\nStopped.")
        return 130


def _verb(verb: str) -> Callable[[list[str]], int]:
    if verb == "test":
        return dev_tests.run_tests
    if verb == "check":
        return _check
    return lambda rest: run([str(environment_program("python")), *PROGRAMS[verb], *rest])


def _check(rest: list[str]) -> int:
    if rest not in ([], ["--fix"]):
        raise Stopped(f"check knows only --fix, not {shlex.join(rest)}.")
    return 0 if dev_tests.run_checks(fix=bool(rest)) else 1
