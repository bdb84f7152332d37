"""A store in memory, small order tables and a mapping for them."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from storedesk.connectors.import_port import Batch, Run, Written
from storedesk.connectors.import_report import ImportReport
from storedesk.connectors.run_import import run_import
from storedesk.domain.records import Movement, Order, OrderLine
from storedesk.domain.tables import TABLE_BY_ROW

HEADER = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country"
MAPPINGS = Path(__file__).resolve().parents[2] / "resources" / "mappings"


class MemoryStore:
    """Keeps records by table and key; counts writes."""

    def __init__(self) -> None:
        self.rows: dict[tuple[str, Any], Any] = {}
        self.runs: dict[str, Run] = {}
        self.counts: list[Any] = []
        self.writes = 0

    def find_run(self, key: str) -> Run | None:
        return self.runs.get(key)

    def write(self, batch: Batch, run: Run, report_of: Callable[[Written], str]) -> Written:
        self.writes += 1
        before = dict(self.rows)
        for row in batch.new_only:
            self.rows.setdefault(self._key(row), row)
        for row in (*batch.rows, *batch.movements):
            self.rows[self._key(row)] = row
        self.counts += batch.counts
        new = [key for key in self.rows if key not in before]
        changed = [key for key in before if before[key] != self.rows[key]]
        written = Written(len(new), len(changed), 0)
        self.runs[run.key] = run._replace(report=report_of(written))
        return written

    def all(self, kind: type[Any]) -> list[Any]:
        return [row for row in self.rows.values() if isinstance(row, kind)]

    def order(self, number: str) -> tuple[Order, list[OrderLine]]:
        order = next(row for row in self.all(Order) if row.number == number)
        return order, sorted(row for row in self.all(OrderLine) if row.order_id == order.id)

    def movements(self) -> list[Movement]:
        return self.all(Movement)

    @staticmethod
    def _key(row: Any) -> tuple[str, Any]:
        table = TABLE_BY_ROW[type(row)]
        return table.name, table.key_of(row)


def quiet(step: str, fraction: float) -> None:
    """A progress nobody looks at."""
    assert step
    assert 0 <= fraction <= 1


def write_csv(path: Path, lines: Sequence[str], header: str = HEADER, encoding: str = "utf-8") -> Path:
    path.write_bytes("\n".join([header, *lines, ""]).encode(encoding))
    return path


def import_lines(
    folder: Path, lines: Sequence[str], mapping: str = "online_retail.toml", header: str = HEADER
) -> tuple[MemoryStore, ImportReport]:
    store = MemoryStore()
    path = write_csv(folder / "orders.csv", lines, header)
    return store, run_import(MAPPINGS / mapping, [path], store, quiet)


def invoice(
    number: str,
    *lines: str,
    at: str = "2011-01-03 10:00:00",
    customer: str = "17850.0",
    country: str = "United Kingdom",
) -> Iterator[str]:
    """Rows of one invoice; each line is "SKU,name,quantity,price"."""
    for line in lines:
        sku, name, quantity, price = line.split(",")
        yield f"{number},{sku},{name},{quantity},{at},{price},{customer},{country}"
