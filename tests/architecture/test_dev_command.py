"""The one command of a checkout needs nothing but a Python, and says so where that is too old."""

import ast
import subprocess
import sys
from pathlib import Path

from tests.architecture.product import ROOT, imported_roots, source_files

PACKAGING = ROOT / "packaging"
RUN_IN_THE_ENVIRONMENT = {"packaging/frozen_start.py", "packaging/shots.py"}


def test_the_command_needs_the_standard_library_only() -> None:
    own = {path.stem for path in PACKAGING.glob("*.py")}
    foreign = [
        f"{file.path}:{line} {name}"
        for file in source_files("packaging")
        if file.path not in RUN_IN_THE_ENVIRONMENT
        for line, name in imported_roots(file.tree)
        if name.split(".")[0] not in sys.stdlib_module_names | own
    ]
    assert foreign == []


def test_an_old_python_can_read_the_first_file() -> None:
    source = (PACKAGING / "dev.py").read_text(encoding="utf-8")
    assert ast.parse(source, feature_version=(3, 4))


def test_an_unknown_verb_is_wrong_usage() -> None:
    result = run_dev("sell")
    assert result.returncode == 2
    assert "invalid choice: 'sell'" in result.stderr


def test_a_dead_line_ends_in_one_clear_sentence(tmp_path: Path) -> None:
    dead_line = {
        "PIP_INDEX_URL": "http://127.0.0.1:9/simple",
        "PIP_RETRIES": "0",
        "PIP_CONFIG_FILE": "/dev/null",
    }
    result = run_dev("demo", {"STOREDESK_VENV": str(tmp_path / "environment"), **dead_line})
    assert result.returncode == 1
    assert result.stdout.splitlines()[-1].startswith("The download failed: ")


def run_dev(verb: str, environment: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(PACKAGING / "dev.py"), verb]
    names = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", **(environment or {})}
    return subprocess.run(command, env=names, capture_output=True, text=True, timeout=120, check=False)
