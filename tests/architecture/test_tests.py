"""The rules for the tests themselves."""

import ast
import re

from tests.architecture.product import ROOT, SourceFile, calls, imported_roots, source_files

SLOW_ON_PURPOSE = ("tests/chaos/chaos_proxy.py", "tests/bench/row_other_desk.py", "tests/bench/row_polls.py")
"""A line that stalls is the fault itself, and a measured load keeps its rate; no test waits for either."""
ASSERTING = re.compile(r"\bassert\b|pytest\.raises|assert_|verify|check|expect")


def files_of_tests() -> tuple[SourceFile, ...]:
    files = source_files("tests")
    assert files
    return files


def test_no_test_sleeps() -> None:
    sleeping = [
        f"{file.path}:{line}"
        for file in files_of_tests()
        for line, name, node in calls(file.tree)
        if name in ("time.sleep", "asyncio.sleep", "qtbot.wait", "QTest.qWait")
        and not _waits_for_nothing(node)
        and not file.path.startswith(SLOW_ON_PURPOSE)
    ]
    assert sleeping == []


def test_no_test_uses_mocks() -> None:
    mocks = [
        f"{file.path}:{line}"
        for file in files_of_tests()
        for line, name in imported_roots(file.tree)
        if "mock" in name
    ]
    assert mocks == []


def test_every_test_asserts_something() -> None:
    silent = [
        f"{file.path}:{node.lineno} {node.name}"
        for file in files_of_tests()
        for node in ast.walk(file.tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.name.startswith("test_")
        and not ASSERTING.search(ast.get_source_segment(file.text, node) or "")
    ]
    assert silent == []


def test_the_readme_shows_exactly_the_two_commands() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = re.findall(r"python3? packaging/dev\.py \w+", readme)
    assert shown == ["python3 packaging/dev.py demo", "python3 packaging/dev.py test"]


def test_the_build_server_runs_the_readme_command() -> None:
    assert "python3 packaging/dev.py test" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def _waits_for_nothing(node: ast.Call) -> bool:
    return bool(node.args) and isinstance(node.args[0], ast.Constant) and node.args[0].value == 0
