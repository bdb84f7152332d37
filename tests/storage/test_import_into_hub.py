"""Imports into a real hub database: a second run changes nothing, a killed run goes on and ends equal."""

import json
import subprocess
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
import sqlalchemy as sa
from click.testing import CliRunner

from storedesk.connectors.import_report import ImportReport
from storedesk.connectors.run_import import run_import
from storedesk.hub.command_database import Writer, hub_writer
from storedesk.hub.import_command import HubImportStore, import_command
from storedesk.hub.sample_shop import sample_command
from storedesk.storage.database_work import Connection
from storedesk.storage.schema import SYNCED, feed_head, import_run, scope_sum
from tests.connectors.import_world import HEADER, MAPPINGS, write_csv

ROOT = Path(__file__).resolve().parents[2]
MAPPING = MAPPINGS / "online_retail.toml"
NOW = 1_795_439_100_000


def lines() -> Iterator[str]:
    """A small table with sales, charges, adjustments, returns and dirt."""
    for number in range(120):
        sku, customer = f"SKU{number % 11},LAMP NUMBER {number % 11}", f"{17_000 + number % 7}.0"
        at = f"2011-01-{1 + number % 28:02d} {8 + number % 9:02d}:00:00"
        yield f"{1000 + number},{sku},{1 + number % 5},{at},2.{number % 90 + 10},{customer},EIRE"
        yield f"{1000 + number},POST,POSTAGE,1,{at},18,{customer},EIRE"
        if number % 6 == 0:
            yield f"C{2000 + number},{sku},-1,2011-03-01 10:00:00,2.5,{customer},EIRE"
        if number % 10 == 0:
            yield f"{3000 + number},SKU{number % 11},damaged,-{1 + number % 3},{at},0,,EIRE"
        if number % 17 == 0:
            yield f"{4000 + number},SKU1,LAMP,many,{at},1,,EIRE"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return write_csv(tmp_path / "orders.csv", list(lines()))


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[Writer]:
    with hub_writer(tmp_path / "hub", None) as writer:
        yield writer


def bring_in(writer: Writer, table: Path) -> ImportReport:
    tags = count(1)
    store = HubImportStore(writer, lambda: NOW, lambda: next(tags))
    return run_import(MAPPING, [table], store, lambda step, done: None, chunk_rows=40)


def content(connection: Connection) -> dict[str, object]:
    rows = {
        name: connection.execute(sa.select(sql).order_by(*sql.primary_key)).all()
        for name, sql in SYNCED.items()
    }
    return {**rows, "sums": sorted(connection.execute(sa.select(scope_sum)).all())}


def position(connection: Connection) -> int:
    return int(connection.execute(sa.select(feed_head.c.position)).scalar_one())


def forget_runs(connection: Connection) -> None:
    connection.execute(sa.delete(import_run))


def test_a_second_run_says_so_and_changes_nothing(hub: Writer, table: Path) -> None:
    first = bring_in(hub, table)
    before, at = hub.run(content), hub.run(position)
    again = bring_in(hub, table)
    assert (again.repeated, again.read, again.refusals) == (True, first.read, first.refusals)
    assert (hub.run(content), hub.run(position)) == (before, at)


def test_even_a_forgotten_run_finds_every_record_equal(hub: Writer, table: Path) -> None:
    bring_in(hub, table)
    before, at = hub.run(content), hub.run(position)
    hub.run(forget_runs)
    again = bring_in(hub, table)
    assert (again.repeated, again.inserted, again.changed) == (False, 0, 0)
    assert (hub.run(content), hub.run(position)) == (before, at)


def test_the_report_accounts_for_every_row(hub: Writer, table: Path) -> None:
    report = bring_in(hub, table)
    assert report.adds_up()
    assert report.read == len(list(lines()))
    assert report.reasons == {"the quantity is no whole number": 8}
    assert report.inserted > 300


def test_levels_follow_the_movements(hub: Writer, table: Path) -> None:
    bring_in(hub, table)
    found = hub.run(content)
    sums: dict[int, int] = {}
    for row in found["movement"]:  # type: ignore[attr-defined]
        sums[row.variant_id] = sums.get(row.variant_id, 0) + row.quantity
    assert {row.variant_id: row.quantity for row in found["stock_level"]} == sums  # type: ignore[attr-defined]
    assert len(sums) > 5


KILLED = """
import os, signal, sys
from itertools import count
from pathlib import Path
from storedesk.connectors.run_import import run_import
from storedesk.hub.command_database import hub_writer
from storedesk.hub.import_command import HubImportStore

folder, mapping, table, where, after = sys.argv[1:]
left = int(after)

def tick():
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)

tags = count(1)

def tag():
    if where == "within":
        tick()
    return next(tags)

class Store(HubImportStore):
    def write(self, batch, run, report_of):
        written = super().write(batch, run, report_of)
        if where == "between":
            tick()
        return written

with hub_writer(Path(folder), None) as writer:
    store = Store(writer, lambda: 1795439100000, tag)
    run_import(Path(mapping), [Path(table)], store, lambda step, done: None, chunk_rows=40)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is of POSIX")
@pytest.mark.parametrize(("where", "after"), [("between", 1), ("between", 3), ("within", 3), ("within", 5)])
def test_a_killed_run_goes_on_and_ends_equal(tmp_path: Path, table: Path, where: str, after: int) -> None:
    with hub_writer(tmp_path / "whole", None) as whole:
        expected_report = bring_in(whole, table)
        expected = whole.run(content)
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, str(tmp_path / "hub"), str(MAPPING), str(table), where, str(after)],
        cwd=ROOT,
        check=False,
    )
    assert killed.returncode == -9
    with hub_writer(tmp_path / "hub", None) as writer:
        assert writer.run(content) != expected
        report = bring_in(writer, table)
        assert writer.run(content) == expected
    assert report == expected_report


def test_the_command_reports_as_json_with_every_refused_line(tmp_path: Path, table: Path) -> None:
    options = ["--mapping", str(MAPPING), str(table), "--data", str(tmp_path / "hub"), "--json"]
    done = CliRunner().invoke(import_command, options)
    assert done.exit_code == 0
    told = json.loads(done.stdout)
    assert told["read"] == told["taken"] + told["repaired"] + told["refused"]
    assert len(told["refusals"]) == told["refused"] == 8


def test_the_command_says_what_is_wrong_in_one_line(tmp_path: Path) -> None:
    wrong = write_csv(tmp_path / "t.csv", ["1,2"], HEADER.replace("Quantity", "Menge"))
    done = CliRunner().invoke(
        import_command, ["--mapping", str(MAPPING), str(wrong), "--data", str(tmp_path / "hub")]
    )
    assert done.exit_code == 1
    assert "lacks the column 'Quantity' for quantity" in done.stderr
    assert done.stderr.count("\n") == 1


def test_the_sample_shop_fills_an_empty_hub_and_no_other(tmp_path: Path) -> None:
    options = ["--data", str(tmp_path / "hub"), "--manifest", str(tmp_path / "manifest.json")]
    first = CliRunner().invoke(sample_command, options)
    assert first.exit_code == 0, first.output
    assert json.loads((tmp_path / "manifest.json").read_bytes())["demo_place_id"] == 1
    second = CliRunner().invoke(sample_command, options)
    assert second.exit_code == 1
    assert "holds places already" in second.stderr
