"""The hub's commands for tills and ERP files, as somebody types them."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from storedesk.hub.command_database import hub_writer
from storedesk.hub.commands import hub
from storedesk.hub.data_folder import DataFolder
from storedesk.hub.tills.take_sales import take_sales
from storedesk.storage.hub_rows import write_rows
from tests.hub.till_lines import NOW, sold, till_shop


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "hub"
    with hub_writer(folder, None) as writer:
        writer.run(lambda connection: write_rows(connection, till_shop(), lambda: 7))
        lines = [sold("R1", article="9999"), sold("R2", article="BAG")]
        writer.run(lambda connection: take_sales(connection, lines, NOW, lambda: 8))
    return folder


def run(data: Path, *arguments: str) -> Result:
    return CliRunner().invoke(hub, [*arguments, "--data", str(data)])


def test_a_key_is_shown_once_listed_without_its_secret_and_revoked(data: Path) -> None:
    made = run(data, "till", "add", "--place", "GBG", "--name", "front tills")
    key_id, _, secret = made.stdout.strip().partition(".")
    assert len(secret) == 64
    listed = run(data, "till", "list", "--json")
    assert secret not in listed.stdout
    assert [(one["id"], one["place"], one["revoked_at"]) for one in json.loads(listed.stdout)] == [
        (key_id, "GBG", None)
    ]
    assert run(data, "till", "revoke", key_id).exit_code == 0
    again = run(data, "till", "revoke", key_id)
    assert (again.exit_code, again.stderr.count("\n")) == (1, 1)
    assert "revoked" in run(data, "till", "list").stdout


def test_what_waits_is_shown_and_named(data: Path) -> None:
    waiting = json.loads(run(data, "till", "waiting", "--json").stdout)
    assert [(one["place"], one["article"], one["lines"]) for one in waiting] == [
        ("GBG", "9999", 1),
        ("GBG", "BAG", 1),
    ]
    assert "1 lines were settled" in run(data, "till", "name", "9999", "SKU-101").stdout
    assert "no goods" in run(data, "till", "name", "BAG", "--no-goods", "--place", "GBG").stdout
    assert run(data, "till", "waiting").stdout == ""


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["till", "add", "--place", "XXX", "--name", "a"], 1),
        (["till", "name", "9999", "nobody"], 1),
        (["till", "name", "9999"], 2),
        (["till", "name", "9999", "SKU-101", "--no-goods"], 2),
        (["erp", "export", "--again", "7"], 1),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(data: Path, arguments: list[str], code: int) -> None:
    done = run(data, *arguments)
    assert done.exit_code == code
    assert "Traceback" not in done.output


def test_files_go_in_and_out_by_command(data: Path, tmp_path: Path) -> None:
    good, bad = tmp_path / "arrivals-1.csv", tmp_path / "stock.csv"
    good.write_bytes(
        "Lagerställe;Artikelnr;Antal;Leveransdatum\r\nGBG;SKU-101;3;2026-12-01\r\n".encode("cp1252")
    )
    bad.write_bytes(b"Lager;SKU;Antal\r\nGBG;SKU-101;3\r\nTotal;;4\r\n")
    done = run(data, "erp", "import", str(good), str(bad))
    assert done.exit_code == 1
    assert "arrivals-1.csv: 1 rows, 0 records new, 1 changed" in done.stdout
    assert "says 4 for quantity, its rows add up to 3" in done.stderr
    assert "was taken before" in run(data, "erp", "import", str(good)).stdout
    assert "orders-000001.csv" in run(data, "erp", "export").stdout
    assert "Nothing has changed" in run(data, "erp", "export").stdout
    assert "orders-000001.csv" in run(data, "erp", "export", "--again", "1").stdout
    told = json.loads(run(data, "erp", "status", "--json").stdout)
    assert {one["kind"] for one in told["exports"]} == {"orders", "pickups"}
    assert (DataFolder(data).erp / "out" / "orders-000001.csv").exists()
    assert "orders-000001.csv" in run(data, "erp", "status").stdout
