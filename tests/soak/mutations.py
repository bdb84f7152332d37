"""``python -m tests.soak.mutations``: changes ``storedesk/sync`` line by line and counts how many changes a test notices."""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
PARTS = ("storedesk", "tests", "docs", "resources", "packaging")
FILES = ("pyproject.toml", "README.md")
GOAL = 0.85
NOT_NOTICED = {
    0: "no test fails",
    5: "no test",
    33: "no test",
    34: "left out",
    2: "not tried",
    None: "not tried",
}
"""What mutmut says of a mutant by the exit code of its tests; every other code is that of a test which fails."""
SETTINGS = """
[tool.mutmut]
source_paths = ["storedesk"]
only_mutate = [{only}]
do_not_mutate = ["storedesk/sync/ports.py", "storedesk/sync/__init__.py"]
also_copy = ["docs", "resources", "packaging", "README.md"]
pytest_add_cli_args = ["-p", "no:cacheprovider", "-q"]
pytest_add_cli_args_test_selection = ["tests/sync"]
"""


def main(arguments: list[str]) -> int:
    """0 if at least 85 % of the mutants were noticed; prints those that were not."""
    parser = argparse.ArgumentParser(prog="python -m tests.soak.mutations", description=__doc__)
    parser.add_argument("--jobs", type=int, default=2, help="mutants tried at the same time")
    parser.add_argument("--only", default="*", help="one module of storedesk/sync, as pace")
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="storedesk-mutants-") as name:
        folder = Path(name)
        _copy(folder, f'"storedesk/sync/{chosen.only}.py"')
        run = [sys.executable, "-m", "mutmut", "run", "--max-children", str(chosen.jobs)]
        with (folder / "run.log").open("wb") as log:
            code = subprocess.run(
                run, cwd=folder, stdout=log, stderr=subprocess.STDOUT, check=False
            ).returncode
        if code != 0:
            sys.stdout.write((folder / "run.log").read_text(encoding="utf-8", errors="replace")[-3_000:])
            return code
        return _judge(_outcomes(folder))


def _copy(folder: Path, only: str) -> None:
    left_out = shutil.ignore_patterns("__pycache__", "*.pyc")
    for part in PARTS:
        shutil.copytree(ROOT / part, folder / part, ignore=left_out)
    for file in FILES:
        shutil.copy(ROOT / file, folder / file)
    with (folder / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write(SETTINGS.format(only=only))


def _outcomes(folder: Path) -> dict[str, int | None]:
    """The exit code of each mutant's tests, by the mutant's name."""
    found: dict[str, int | None] = {}
    for meta in sorted((folder / "mutants" / "storedesk" / "sync").glob("*.meta")):
        found |= json.loads(meta.read_text(encoding="utf-8"))["exit_code_by_key"]
    return found


def _judge(outcomes: dict[str, int | None]) -> int:
    missed = {name: NOT_NOTICED[code] for name, code in sorted(outcomes.items()) if code in NOT_NOTICED}
    for name, why in missed.items():
        sys.stdout.write(f"not noticed: {name} ({why})\n")
    share = 1 - len(missed) / max(1, len(outcomes))
    counts = dict(Counter(missed.values()))
    sys.stdout.write(
        f"{len(outcomes)} mutants, {share:.1%} noticed (goal {GOAL:.0%}), not noticed: {counts}\n"
    )
    return 0 if outcomes and share >= GOAL else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
