"""A real hub process: tills post and leave files, an ERP system leaves a file, and all of it is taken in seconds."""

import json
import subprocess
import threading
import time
from pathlib import Path

import httpx
import pytest

from storedesk.hub.data_folder import DataFolder
from storedesk.storage.database_work import SqliteConnection
from storedesk.storage.engine import open_sqlite
from tests.processes.test_hub_server import PROGRAM, READY, run, write
from tests.small_shop import ALVA, GBG, small_shop

AT = time.strftime("%Y-%m-%d %H:%M", time.gmtime(time.time() - 7200))
LONGEST_SECONDS = 60


def level(folder: DataFolder) -> int:
    connection = SqliteConnection(open_sqlite(folder.database, folder.key()))
    sql = f"SELECT quantity FROM stock_level WHERE location_id = {GBG} AND variant_id = {ALVA} AND bucket = 0"
    found = int(connection.run(lambda inside: inside.exec_driver_sql(sql).scalar_one()))
    connection.close()
    return found


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    found = DataFolder(tmp_path / "hub")
    run("migrate", "--data", str(found.path))
    write(found, small_shop())
    return found


def heard(process: "subprocess.Popen[str]", *wanted: str) -> list[str]:
    """Reads the hub's log until it has told all these events."""
    told: list[str] = []
    assert process.stderr is not None
    for line in process.stderr:
        told.append(json.loads(line).get("event", ""))
        if set(wanted) <= set(told):
            break
    return told


def test_posts_and_files_of_tills_and_erp_are_taken_while_the_hub_serves(folder: DataFolder) -> None:
    key = run("till", "add", "--place", "GBG", "--name", "front", "--data", str(folder.path)).strip()
    inbox, erp = folder.tills / "GBG" / "in", folder.erp / "in"
    for path in (inbox, erp):
        path.mkdir(parents=True)
    rows = [
        "Kassa;Kvitto;Rad;Typ;Artikel;Antal;Tid",
        f"T1;R2;1;Försäljning;SKU-101;3,00;{AT}",
        "Summa;;;;;3,00;",
    ]
    (inbox / "dag.csv").write_bytes("\r\n".join(rows).encode("cp1252"))
    (erp / "articles-1.csv").write_bytes("Artikelnr;Benämning\r\nA-1;Ny väska\r\n".encode("cp1252"))
    serving = [*PROGRAM, "serve", "--data", str(folder.path), "--port", "0", "--until-stdin-closes"]
    pipe = subprocess.PIPE
    with subprocess.Popen(serving, stdin=pipe, stdout=pipe, stderr=pipe, text=True) as process:
        clock = threading.Timer(LONGEST_SECONDS, process.kill)
        clock.start()
        assert process.stdout is not None
        found = READY.fullmatch(process.stdout.readline())
        assert found is not None
        line = {"till": "T1", "receipt": "R1", "line": "1", "kind": "sale", "at": f"{AT.replace(' ', 'T')}:00+00:00",
                "article": "SKU-101", "quantity": "2"}  # fmt: skip
        content, headers = json.dumps({"lines": [line]}), {"authorization": f"Bearer {key}"}
        replies = [
            httpx.post(f"{found[1]}/v1/till/sales", content=content, headers=headers).json() for _ in range(2)
        ]
        assert [reply["counts"] for reply in replies] == [{"taken": 1}, {"repeated": 1}]
        assert {"till file", "erp file", "erp export"} <= set(
            heard(process, "till file", "erp file", "erp export")
        )
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(15) == 0
        clock.cancel()
    assert (folder.tills / "GBG" / "done" / "dag.csv.report.json").exists()
    assert list((folder.erp / "out").glob("orders-*.csv"))
    assert level(folder) == 45
