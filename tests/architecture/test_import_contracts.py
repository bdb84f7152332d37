"""The import contracts hold, see the whole product, and each of them catches what it forbids."""

import subprocess
import sys
import tomllib
from pathlib import Path

import grimp
import pytest

from tests.architecture.product import ROOT, source_files

# contract id -> (a module, what it must not import)
PLANTED = {
    "layers": ("storedesk/domain/planted.py", "storedesk.ui"),
    "qt": ("storedesk/desk/planted.py", "PySide6.QtCore"),
    "sql": ("storedesk/hub/planted.py", "sqlalchemy"),
    "http": ("storedesk/ui/planted.py", "httpx"),
    "server": ("storedesk/connectors/planted.py", "litestar"),
    "paper": ("storedesk/devices/planted.py", "reportlab.pdfgen"),
}


def contracts() -> list[dict[str, object]]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    found = project["tool"]["importlinter"]["contracts"]
    assert isinstance(found, list)
    return found


def lint(folder: Path, *contract: str) -> subprocess.CompletedProcess[str]:
    arguments = [word for name in contract for word in ("--contract", name)]
    program = "import sys; from importlinter.cli import lint_imports_command; lint_imports_command()"
    command = [
        sys.executable,
        "-c",
        program,
        "--no-cache",
        "--config",
        str(ROOT / "pyproject.toml"),
        *arguments,
    ]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120, check=False)


def test_the_product_keeps_every_contract() -> None:
    result = lint(ROOT)
    assert result.returncode == 0, result.stdout + result.stderr
    assert f"{len(contracts())} kept, 0 broken" in result.stdout


def test_the_contracts_see_every_module() -> None:
    files = [Path(file.path).with_suffix("") for file in source_files("storedesk")]
    modules = {".".join(path.parts).removesuffix(".__init__") for path in files}
    unseen = modules - grimp.build_graph("storedesk", cache_dir=None).modules
    assert unseen == set(), "a folder without __init__.py is seen by no contract"


def test_every_contract_has_its_planted_fault() -> None:
    assert {str(contract["id"]) for contract in contracts()} == set(PLANTED)


@pytest.mark.parametrize("contract", PLANTED)
def test_a_contract_catches_what_it_forbids(contract: str, tmp_path: Path) -> None:
    for package in {Path(file.path).parent for file in source_files("storedesk")}:
        if len(package.parts) <= 2:
            (tmp_path / package).mkdir(parents=True, exist_ok=True)
            (tmp_path / package / "__init__.py").touch()
    (tmp_path / "storedesk" / "__main__.py").touch()
    module, forbidden = PLANTED[contract]
    assert lint(tmp_path, contract).returncode == 0
    (tmp_path / module).write_text(f"import {forbidden}\n", encoding="utf-8")
    result = lint(tmp_path, contract)
    assert result.returncode == 1, result.stdout + result.stderr
    assert "1 broken" in result.stdout
