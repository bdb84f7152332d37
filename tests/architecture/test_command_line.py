"""The command line is thin: it answers without loading a composition root, and names only what exists."""

import subprocess
import sys

from storedesk.__main__ import ROOTS
from tests.architecture.product import ROOT


def run_storedesk(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-X", "importtime", "-m", "storedesk", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)


def test_help_names_every_root_and_loads_none() -> None:
    result = run_storedesk("--help")
    assert result.returncode == 0
    assert [name for name in ROOTS if f"  {name} " not in result.stdout] == []
    loaded = {line.rpartition("|")[2].strip() for line in result.stderr.splitlines()}
    assert (
        loaded & {"PySide6", "sqlalchemy", "litestar", "httpx", "reportlab", "storedesk.ui", "storedesk.hub"}
        == set()
    )


def test_an_unknown_word_is_wrong_usage() -> None:
    result = run_storedesk("sell")
    assert result.returncode == 2
    assert "No such command 'sell'" in result.stderr
