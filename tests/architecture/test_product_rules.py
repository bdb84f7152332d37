"""The rules of the house that a machine can read from the product's files."""

import ast
import sys
from pathlib import PurePosixPath

from tests.architecture.product import SourceFile, calls, imported_roots, source_files

LONGEST_FILE = 350
LONGEST_FUNCTION = 60
VAGUE_NAMES = {
    "utils",
    "util",
    "helpers",
    "helper",
    "common",
    "manager",
    "managers",
    "misc",
    "base",
    "shared",
    "lib",
}
CLOCK_CALLS = {
    "time.time", "time.time_ns", "datetime.now", "datetime.utcnow", "datetime.today", "date.today",
    "datetime.datetime.now", "datetime.datetime.utcnow", "datetime.date.today", "datetime.datetime.today",
}  # fmt: skip
# the only places that may read the wall clock; everything else is given a clock
CLOCK_PORTS = {
    "storedesk/desk/system_clock.py",
    "storedesk/hub/system_clock.py",
    "storedesk/ui/system_clock.py",
}
RANDOM_CALLS = {"uuid.uuid4", "uuid4", "uuid.uuid1", "os.urandom", "secrets.token_bytes", "secrets.token_hex"}
PURE = ("storedesk/domain/", "storedesk/actions/", "storedesk/protocol/", "storedesk/sync/")
SYNCHRONOUS = ("storedesk/domain/", "storedesk/actions/", "storedesk/sync/", "storedesk/storage/")


def product() -> tuple[SourceFile, ...]:
    files = source_files("storedesk")
    assert len(files) >= 10, "the product was not found, so no rule would mean anything"
    return files


def test_no_file_is_longer_than_the_cap() -> None:
    assert [f"{file.path}: {file.lines}" for file in product() if file.lines > LONGEST_FILE] == []


def test_no_function_is_longer_than_the_cap() -> None:
    long = [
        f"{file.path}:{node.lineno} {node.name}"
        for file in product()
        for node in ast.walk(file.tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or node.lineno) - node.lineno + 1 > LONGEST_FUNCTION
    ]
    assert long == []


def test_every_module_says_its_job_in_its_first_line() -> None:
    silent = [file.path for file in product() if not (ast.get_docstring(file.tree) or "").strip()]
    assert silent == []


def test_no_module_has_a_vague_name() -> None:
    vague = [
        file.path
        for file in product()
        for part in PurePosixPath(file.path).with_suffix("").parts
        if set(part.split("_")) & VAGUE_NAMES
    ]
    assert vague == []


def test_only_the_named_ports_read_the_wall_clock() -> None:
    readers = [
        f"{file.path}:{line} {name}"
        for file in product()
        if file.path not in CLOCK_PORTS
        for line, name, _ in calls(file.tree)
        if name in CLOCK_CALLS
    ]
    assert readers == []


def test_pure_layers_make_no_random_value() -> None:
    random = [
        f"{file.path}:{line} {name}"
        for file in product()
        if file.path.startswith(PURE)
        for line, name, _ in calls(file.tree)
        if name in RANDOM_CALLS or name.startswith("random.")
    ]
    assert random == []


def test_rules_sync_and_storage_are_written_synchronously() -> None:
    awaiting = [
        f"{file.path}:{node.lineno}"
        for file in product()
        if file.path.startswith(SYNCHRONOUS)
        for node in ast.walk(file.tree)
        if isinstance(node, ast.AsyncFunctionDef | ast.Await | ast.AsyncFor | ast.AsyncWith)
    ]
    assert awaiting == []


def test_domain_needs_the_standard_library_only() -> None:
    allowed = sys.stdlib_module_names | {"storedesk"}
    assert _foreign("storedesk/domain/", allowed) == []


def test_actions_need_msgspec_at_most() -> None:
    allowed = sys.stdlib_module_names | {"storedesk", "msgspec"}
    assert _foreign("storedesk/actions/", allowed) == []


def test_nothing_in_the_product_is_a_stub_or_a_mock() -> None:
    stubs = [
        f"{file.path}:{node.lineno}"
        for file in product()
        for node in ast.walk(file.tree)
        if isinstance(node, ast.Raise)
        and node.exc is not None
        and "NotImplementedError" in ast.dump(node.exc)
    ]
    mocks = [
        f"{file.path}:{line}"
        for file in product()
        for line, name in imported_roots(file.tree)
        if "mock" in name
    ]
    assert stubs + mocks == []


def _foreign(folder: str, allowed: frozenset[str] | set[str]) -> list[str]:
    return [
        f"{file.path}:{line} {name}"
        for file in product()
        if file.path.startswith(folder)
        for line, name in imported_roots(file.tree)
        if name.split(".")[0] not in allowed
    ]
