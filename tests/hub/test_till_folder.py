"""Files of tills: read once when they are whole, moved with a report, and killed anywhere they end the same."""

import asyncio
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import pytest

from storedesk.hub.database import SqliteDatabase
from storedesk.hub.tills.till_folder import AT_ONCE, Report
from storedesk.hub.tills.till_runner import TillRunner
from storedesk.hub.watched_folder import WatchedFolder
from storedesk.storage.hub_rows import prepare_hub, write_rows
from tests.hub.till_lines import NOW, till_shop

T = TypeVar("T")
KEY = "5a" * 32
HEADING = "Kassa;Kvitto;Rad;Typ;Artikel;Antal;Tid"
AT = "2026-11-23 14:00:00"


class _Quiet:
    def __init__(self) -> None:
        self.told: list[Any] = []

    def info(self, *said: Any, **more: Any) -> None:
        self.told.append((said, more))

    warning = error = info


class Killed(BaseException):
    """The process is gone."""


class Dying(SqliteDatabase):
    """Dies just before or just after its n-th write, like the folder at its steps."""

    left = -1

    def step(self) -> None:
        self.left -= 1
        if self.left == 0:
            raise Killed

    async def write(self, work: Callable[[Any], T]) -> T:
        self.step()
        done = await super().write(work)
        self.step()
        return done


class DyingFolder(WatchedFolder):
    step: Callable[[], None] = staticmethod(lambda: None)

    def write_report(self, target: Path, report: str) -> None:
        self.step()
        super().write_report(target, report)
        self.step()

    def move(self, path: Path, target: Path) -> None:
        super().move(path, target)
        self.step()


class Store:
    """A hub's folder with the tills of one store."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(exist_ok=True)
        self.root = folder / "tills"
        self.database = Dying(folder / "hub.db", KEY, folder / "snapshots")
        self.tags = iter(range(1, 1 << 40))
        self.inbox = self.root / "GBG" / "in"
        self.run(self.database.write(lambda connection: prepare_hub(connection, "hub", self.tag)))
        self.run(self.database.write(lambda connection: write_rows(connection, till_shop(), self.tag)))
        self.start()

    def run(self, work: Any) -> Any:
        return asyncio.run(work)

    def tag(self) -> int:
        return next(self.tags)

    def start(self) -> None:
        """A new process."""
        self.log = _Quiet()
        self.runner = TillRunner(self.database, self.root, lambda: NOW, self.tag, self.log)  # type: ignore[arg-type]

    def put(self, name: str, text: str, encoding: str = "cp1252") -> Path:
        self.inbox.mkdir(parents=True, exist_ok=True)
        path = self.inbox / name
        path.write_bytes(text.encode(encoding))
        return path

    def look(self) -> list[Report]:
        """Two looks: a file is taken when it has not changed since the look before."""
        return [*self.run(self.runner.look()), *self.run(self.runner.look())]

    def die_at(self, step: int) -> None:
        self.database.left = step
        folder = self.runner._folder(1, "GBG")
        folder.folder = DyingFolder(self.root / "GBG")
        folder.folder.step = self.database.step  # type: ignore[method-assign]

    def there(self, name: str) -> list[str]:
        return sorted(path.name for path in (self.root / "GBG" / name).iterdir())

    def report(self, name: str, where: str = "done") -> dict[str, Any]:
        found: dict[str, Any] = json.loads((self.root / "GBG" / where / f"{name}.report.json").read_bytes())
        return found

    def levels(self) -> list[tuple[Any, ...]]:
        sql = "SELECT location_id, variant_id, bucket, quantity FROM stock_level ORDER BY 1, 2, 3"
        return [tuple(row) for row in self.run(self.database.read(lambda c: c.exec_driver_sql(sql).all()))]

    def movements(self) -> int:
        sql = "SELECT count(*) FROM movement"
        return int(self.run(self.database.read(lambda c: c.exec_driver_sql(sql).scalar_one())))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    running = Store(tmp_path)
    yield running
    running.run(running.database.close())


def csv(*rows: str, end: str = "") -> str:
    return "\r\n".join([HEADING, *rows, *([end] if end else []), ""])


def day(receipts: int) -> str:
    return csv(*(f"T1;R{number};1;Försäljning;SKU-101;1;{AT}" for number in range(receipts)))


def test_a_swedish_file_of_sales_returns_and_voids_is_taken(store: Store) -> None:
    store.put(
        "dag.csv",
        csv(
            f"T1;R1;1;Försäljning;SKU-101;2,00;{AT}",
            f"T1;R1;2;F;OST-1;0,375;{AT}",
            f"T1;R2;1;Retur;SKU-101;-1;{AT}",
            f"T1;R1;2;Makulering;OST-1;-0,375;{AT}",
            f"T1;R3;1;F;saknas;1;{AT}",
            f"T1;R4;1;F;SKU-101;mycket;{AT}",
            end="Totalt;;;;;2,375;",
        ).replace(";mycket;", ";1;"),
    )
    (report,) = store.look()
    assert report.refused.startswith("The totals row of dag.csv says 2,375 for quantity")
    assert store.there("refused") == ["dag.csv", "dag.csv.report.json"]
    assert store.movements() == 0


def test_a_file_whose_totals_add_up_is_taken_and_every_odd_line_is_told(store: Store) -> None:
    rows = [
        f"T1;R1;1;Försäljning;SKU-101;2,00;{AT}",
        f"T1;R2;1;Retur;SKU-101;-1;{AT}",
        f"T1;R3;1;F;saknas;1;{AT}",
        "T1;R4;1;F;SKU-101;1;någon gång",
    ]
    store.put("dag.csv", csv(*rows, end="SUMMA:;;;;;3,00;"))
    (report,) = store.look()
    assert report.counts == {"aside": 1, "refused": 1, "taken": 2}
    told = store.report("dag.csv")
    assert [(one["line"], one["outcome"]) for one in told["lines"]] == [(4, "aside"), (5, "refused")]
    assert store.there("in") == []
    assert (1, 101, 0, 48) in store.levels()
    assert (1, 101, 3, 1) in store.levels()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_encodings_that_tills_write_are_understood(store: Store, encoding: str) -> None:
    store.put("dag.csv", csv(f"T1;R1;1;Försäljning;SKU-101;2;{AT}"), encoding)
    (report,) = store.look()
    assert report.counts == {"taken": 1}


def test_json_lines_are_taken_as_they_are_posted_and_the_same_sale_counts_once(store: Store) -> None:
    sale = {"till": "T1", "receipt": "R1", "line": "1", "kind": "sale", "at": "2026-11-23T14:00:00+01:00",
            "article": "SKU-101", "quantity": "2.0"}  # fmt: skip
    store.put("a.jsonl", "\n".join([json.dumps(sale), "", "{", json.dumps(sale | {"kind": "gift"})]))
    store.put("b.csv", csv(f"T1;R1;1;F;SKU-101;2,00;{AT}"))
    counts = {report.file: report.counts for report in store.look()}
    assert counts == {"a.jsonl": {"refused": 2, "taken": 1}, "b.csv": {"repeated": 1}}


def test_a_file_that_is_still_written_waits(store: Store) -> None:
    path = store.put("dag.csv", csv(f"T1;R1;1;F;SKU-101;1;{AT}"))
    store.put("other.csv.tmp", day(1))
    assert store.run(store.runner.look()) == []
    path.write_bytes(day(2).encode())
    assert store.run(store.runner.look()) == []
    (report,) = store.run(store.runner.look())
    assert report.counts == {"taken": 2}
    assert store.there("in") == ["other.csv.tmp"]


def test_the_same_file_again_is_told_and_kept_apart(store: Store) -> None:
    store.put("dag.csv", day(3))
    store.look()
    store.put("dag.csv", day(3))
    (report,) = store.look()
    assert report.repeated
    assert report.counts == {"taken": 3}
    assert len(store.there("done")) == 4
    assert store.movements() == 3


def test_a_line_that_comes_in_two_files_counts_once(store: Store) -> None:
    store.put("a.csv", day(3))
    store.put("b.csv", day(5))
    store.look()
    assert store.movements() == 5


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", None),
        (b"\0\1\2\0", "zero bytes"),
        (b"nothing here", "not a CSV table"),
        (b"a;b;c\r\n1;2;3\r\n", "lacks the column"),
        (HEADING.encode() + b"\r\nTotal;;;;;x;\r\nT1;R1;1;F;SKU-101;1;x\r\n", "rows after its totals row"),
        (HEADING.encode() + b'\r\n"T1;R1;1;F;SKU-101;1;x\r\n' * 3, None),
        (b"PK\x03\x04 not a workbook", ""),
        (b"\x1f\x8b not gzip", "cut short"),
    ],
)
def test_a_hostile_file_is_refused_with_one_sentence_and_stops_no_other(
    store: Store, content: bytes, why: str | None
) -> None:
    bad = store.put("bad.csv", "")
    bad.write_bytes(content)
    store.put("good.csv", day(1))
    reports = {report.file: report for report in store.look()}
    assert reports["good.csv"].counts == {"taken": 1}
    if why is not None:
        assert why in reports["bad.csv"].refused
    assert store.movements() == 1


def test_a_name_that_is_no_text_is_taken_all_the_same(store: Store) -> None:
    store.inbox.mkdir(parents=True)
    (store.inbox / "d\udcffag\u202e.csv").write_bytes(day(1).encode())
    (store.inbox / "bad\udcff.csv").write_bytes(b"a;b\r\n1;2\r\n")
    reports = {report.file: report for report in store.look()}
    assert reports["dag.csv"].counts == {"taken": 1}
    assert reports["bad.csv"].refused.startswith("The file bad.csv lacks the column")
    assert store.there("in") == []


class Poison:
    """A row that makes the program break."""

    def __getattr__(self, name: str) -> Any:
        raise ZeroDivisionError


def test_a_file_that_breaks_the_program_is_put_aside_and_stops_no_other(store: Store) -> None:
    store.put("bad.csv", day(1))
    store.put("good.csv", day(2))
    folder = store.runner._folder(1, "GBG")
    take = folder.take

    async def breaks_once(path: Path, mapping: Any) -> Report:
        return await (Poison().take(path) if path.name == "bad.csv" else take(path, mapping))

    folder.take = breaks_once  # type: ignore[method-assign]
    reports = {report.file: report for report in store.look()}
    assert "error of the program" in reports["bad.csv"].refused
    assert reports["good.csv"].counts == {"taken": 2}
    assert store.there("refused") == ["bad.csv", "bad.csv.report.json"]
    assert any(said == ("bug",) for said, _ in store.log.told)


def test_a_link_out_of_the_folder_is_left_alone(store: Store, tmp_path: Path) -> None:
    outside = tmp_path / "outside.csv"
    outside.write_text(day(1))
    store.inbox.mkdir(parents=True)
    (store.inbox / "link.csv").symlink_to(outside)
    assert store.look() == []
    assert outside.exists()


def test_a_place_s_own_mapping_is_used(store: Store) -> None:
    mapping = Path("resources/mappings/tills.toml").read_text(encoding="utf-8")
    store.inbox.mkdir(parents=True)
    (store.root / "GBG" / "mapping.toml").write_text(mapping.replace('"Kassa"', '"Box"'), encoding="utf-8")
    store.put("dag.csv", day(1).replace("Kassa", "Box"))
    (report,) = store.look()
    assert report.counts == {"taken": 1}


STEPS = range(1, 9)


@pytest.mark.parametrize("step", STEPS)
def test_killed_between_any_two_steps_the_day_ends_the_same(tmp_path: Path, step: int) -> None:
    """The steps: begin, each part written (three of them), report written, file moved."""
    whole, killed = Store(tmp_path / "whole"), Store(tmp_path / "killed")
    count = AT_ONCE + 50
    for store in (whole, killed):
        store.put("dag.csv", day(count))
    whole.look()
    killed.die_at(step)
    died = False
    try:
        killed.look()
    except Killed:
        died = True
    assert died == (step <= 7), "every step is covered"
    killed.database.left = -1
    killed.start()
    killed.look()
    assert killed.levels() == whole.levels()
    assert killed.movements() == whole.movements() == count
    assert killed.there("in") == []
    assert killed.there("done") == whole.there("done")
    assert killed.report("dag.csv")["counts"] == {"taken": count}
    for store in (whole, killed):
        store.run(store.database.close())
