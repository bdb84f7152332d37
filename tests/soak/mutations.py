"""``python -m tests.soak.mutations``: changes ``storedesk/sync`` line by line and counts how many changes a test notices.

Module by module, each tried by the tests that drive it most directly: what only other tests would notice counts as
not noticed, so the share is a lower bound. A mutant that runs into its time limit counts as not noticed too.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
PARTS = ("storedesk", "tests", "docs", "resources", "packaging")
FILES = ("pyproject.toml", "README.md")
GOAL = 0.85
NOTICED = 1
"""mutmut's exit code when a test of ours failed, in its body or in what sets it up."""
WHY_NOT: dict[int | None, str] = {
    0: "no test fails",
    5: "no test",
    33: "no test",
    34: "left out",
    2: "not tried",
}
TESTS: dict[str, tuple[str, ...]] = {
    "sync_table": ("sync_table",),
    "exchange": ("round_steps", "catch_up_steps"),
    "pace": ("pace", "sync_table"),
    "rebase": ("own_work", "rebase", "content_check", "pickup_path", "much_at_once"),
    "catch_up": ("catch_up_steps", "round_steps", "sync_table", "content_check"),
    "sync_round": ("round_steps", "sync_table", "heard", "pushes_in_flight", "restored_hub"),
}
"""The files of ``tests/sync`` that try each module."""
SETTINGS = """
[tool.mutmut]
source_paths = ["storedesk"]
only_mutate = ["storedesk/sync/{module}.py"]
also_copy = ["docs", "resources", "packaging", "README.md"]
pytest_add_cli_args = ["-p", "no:cacheprovider", "-q"]
pytest_add_cli_args_test_selection = [{tests}]
"""


def main(arguments: list[str]) -> int:
    """0 if at least 85 % of the mutants were noticed; prints those that were not."""
    parser = argparse.ArgumentParser(prog="python -m tests.soak.mutations", description=__doc__)
    parser.add_argument("--jobs", type=int, default=2, help="mutants tried at the same time")
    parser.add_argument("--only", choices=TESTS, help="one module of storedesk/sync")
    parser.add_argument("--show", action="store_true", help="also what was changed where nobody noticed")
    chosen = parser.parse_args(arguments)
    outcomes: dict[str, int | None] = {}
    for module in [chosen.only] if chosen.only else TESTS:
        found = _try(module, chosen.jobs, chosen.show)
        if not found:
            return 2
        outcomes |= found
    _say("all", outcomes)
    return 0 if _share(outcomes) >= GOAL else 1


def _try(module: str, jobs: int, show: bool) -> dict[str, int | None]:
    """What became of each mutant of a module, by its name; nothing if they could not be tried."""
    with tempfile.TemporaryDirectory(prefix="storedesk-mutants-") as name:
        folder = Path(name)
        _copy(folder, module)
        run = [sys.executable, "-m", "mutmut", "run", "--max-children", str(jobs)]
        began = time.monotonic()
        with (folder / "run.log").open("wb") as log:
            code = subprocess.run(
                run, cwd=folder, env=_environment(), stdout=log, stderr=subprocess.STDOUT, check=False
            ).returncode
        if code != 0:
            sys.stdout.write((folder / "run.log").read_text(encoding="utf-8", errors="replace")[-3_000:])
            return {}
        found = _outcomes(folder)
        for mutant, why in _missed(found).items():
            sys.stdout.write(f"not noticed: {mutant} ({why})\n")
            if show:
                sys.stdout.write(_change(folder, mutant))
        _say(f"{module} in {time.monotonic() - began:.0f} s", found)
        sys.stdout.flush()
        return found


def _environment() -> dict[str, str]:
    """Without a path to the sources that are not changed."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}


def _copy(folder: Path, module: str) -> None:
    left_out = shutil.ignore_patterns("__pycache__", "*.pyc")
    for part in PARTS:
        shutil.copytree(ROOT / part, folder / part, ignore=left_out)
    for file in FILES:
        shutil.copy(ROOT / file, folder / file)
    tests = ", ".join(f'"tests/sync/test_{name}.py"' for name in TESTS[module])
    with (folder / "pyproject.toml").open("a", encoding="utf-8") as settings:
        settings.write(SETTINGS.format(module=module, tests=tests))


def _outcomes(folder: Path) -> dict[str, int | None]:
    """The exit code of each mutant's tests, by the mutant's name."""
    found: dict[str, int | None] = {}
    for meta in sorted((folder / "mutants" / "storedesk" / "sync").glob("*.meta")):
        found |= json.loads(meta.read_text(encoding="utf-8"))["exit_code_by_key"]
    return found


def _change(folder: Path, mutant: str) -> str:
    command = [sys.executable, "-m", "mutmut", "show", mutant]
    return subprocess.run(
        command, cwd=folder, env=_environment(), capture_output=True, text=True, check=False
    ).stdout


def _missed(outcomes: dict[str, int | None]) -> dict[str, str]:
    """Why a mutant counts as not noticed, for each that does."""
    return {
        name: WHY_NOT.get(code, "time limit") for name, code in sorted(outcomes.items()) if code != NOTICED
    }


def _share(outcomes: dict[str, int | None]) -> float:
    return 1 - len(_missed(outcomes)) / len(outcomes)


def _say(heading: str, outcomes: dict[str, int | None]) -> None:
    counts = dict(Counter(_missed(outcomes).values()))
    sys.stdout.write(
        f"{heading}: {len(outcomes)} mutants, {_share(outcomes):.1%} noticed (goal {GOAL:.0%}), not noticed: {counts}\n"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
