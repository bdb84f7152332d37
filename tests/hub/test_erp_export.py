"""Files for the ERP system: each change once under a running number, harmless to spreadsheets, sent again alike."""

import asyncio
import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from storedesk.connectors.erp_files import Number, defused, erp_file
from storedesk.connectors.feed_mapping import parse_feed_mapping
from storedesk.connectors.feed_table import read_feed
from storedesk.domain.records import GoodsReturn, GoodsReturnLine, Movement
from storedesk.hub.erp.erp_export import ErpExport, NoSuchExport
from storedesk.hub.erp.take_stock import REASON
from tests.hub.test_erp_import import ALVA, GBG, NOW, Erp
from tests.small_shop import order_id


class Killed(BaseException):
    """The process is gone."""


class DyingExport(ErpExport):
    dies = ""

    def write_file(self, path: Path, content: bytes) -> None:
        if self.dies == "before":
            raise Killed
        super().write_file(path, content)
        if self.dies == "after":
            raise Killed


@pytest.fixture
def erp(tmp_path: Path) -> Iterator[Erp]:
    running = Erp(tmp_path)
    yield running
    asyncio.run(running.database.close())


def export(erp: Erp) -> list[str]:
    exports = ErpExport(erp.database, erp.folder / "out", lambda: NOW)
    return [one.name for one in asyncio.run(exports.export())]


def table(erp: Erp, name: str) -> list[dict[str, str]]:
    text = (erp.folder / "out" / name).read_bytes().decode("cp1252")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


def moved(number: int, quantity: int = -1, reason: str = "till_sale") -> Movement:
    return Movement(f"00000000-0000-4000-8000-{number:012d}", GBG, ALVA, 0, quantity, reason, "", 0, NOW)


def test_orders_pickups_movements_and_returns_go_out_once(erp: Erp) -> None:
    back = GoodsReturn("r1", "GBG-01-1", order_id(48201), GBG, "taken_back", NOW, "GBG-1", 1)
    erp.write(moved(1, -2), back, GoodsReturnLine("r1", 1, ALVA, 1, "size", "as_new", 0))
    assert export(erp) == [f"{kind}-000001.csv" for kind in ("movements", "orders", "pickups", "returns")]
    (move, total) = table(erp, "movements-000001.csv")
    assert (move["SKU"], move["Quantity"], move["Reason"], move["At"]) == (
        f"SKU-{ALVA}", "-2", "till_sale", "2026-11-23T13:05:00Z",
    )  # fmt: skip
    assert (total["Movement"], total["Quantity"]) == ("Total", "-2")
    assert [row["Order"] for row in table(erp, "orders-000001.csv")][:2] == ["48201", "48201"]
    assert table(erp, "returns-000001.csv")[0]["Condition"] == "as_new"
    assert export(erp) == []
    erp.write(moved(2))
    assert export(erp) == ["movements-000002.csv"]


def test_no_person_is_in_any_file(erp: Erp) -> None:
    export(erp)
    for path in (erp.folder / "out").iterdir():
        assert b"Nilsson" not in path.read_bytes()


def test_our_files_can_be_read_with_their_totals(erp: Erp) -> None:
    erp.write(moved(1, -2), moved(2, 5))
    export(erp)
    mapping = parse_feed_mapping(
        b'format = 1\nkind = "stock"\n[columns]\nplace = "Place"\nsku = "SKU"\nquantity = "Quantity"\nat = "At"',
        "m",
    )
    found = read_feed(erp.folder / "out" / "movements-000001.csv", mapping)
    assert (len(found.rows), found.totals) == (2, "3")


def test_what_the_erp_counted_itself_is_not_told_back(erp: Erp) -> None:
    export(erp)
    erp.write(moved(1, reason=REASON))
    assert export(erp) == []


def test_a_number_is_sent_again_byte_for_byte_though_the_records_have_changed(erp: Erp) -> None:
    erp.write(moved(1))
    export(erp)
    path = erp.folder / "out" / "orders-000001.csv"
    before = path.read_bytes()
    path.unlink()
    (first,) = (row for row in erp.rows("orders") if row.number == "48201")
    erp.write(erp.row("orders", first.id)._replace(state="cancelled"))
    exports = ErpExport(erp.database, erp.folder / "out", lambda: NOW)
    asyncio.run(exports.again(1))
    assert path.read_bytes() == before
    with pytest.raises(NoSuchExport):
        asyncio.run(exports.again(9))


@pytest.mark.parametrize("when", ["before", "after"])
def test_killed_while_writing_the_file_comes_with_its_number(erp: Erp, when: str) -> None:
    erp.write(moved(1))
    dying = DyingExport(erp.database, erp.folder / "out", lambda: NOW)
    dying.dies = when
    with pytest.raises(Killed):
        asyncio.run(dying.export())
    erp.write(moved(2))
    names = export(erp)
    assert "movements-000001.csv" in names
    assert "movements-000002.csv" in names
    ids = [row["Movement"] for name in names if "movements" in name for row in table(erp, name)]
    assert sorted(id_ for id_ in ids if id_ != "Total") == [moved(1).id, moved(2).id]
    assert not list((erp.folder / "out").glob("*.tmp"))


@pytest.mark.parametrize("text", ["=1+1", "+SUM(A1)", "-2", "@x", "\t=1", "|calc", "%0A"])
def test_a_cell_that_a_spreadsheet_would_run_is_defused(text: str) -> None:
    assert defused(text).startswith("'") or not defused(text).startswith(("=", "+", "-", "@", "|", "%"))
    (head, row, _total, end) = (
        erp_file(("A", "N"), [(text, Number(-150, 2))], "N").decode("cp1252").split("\r\n")
    )
    assert (head, end) == ("A;N", "")
    assert row.endswith(";-1,5")
    assert row[0] == "'"


def test_what_windows_1252_cannot_say_is_shown_as_unknown(erp: Erp) -> None:
    content = erp_file(("A", "N"), [("Łódź å", Number(1, 0))], "N")
    assert b"?" in content
    assert "å".encode("cp1252") in content
