"""Row 1: from the enrolment code to a usable desk, a real hub and a real worker on loopback."""

import json
import queue
import secrets
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from sqlcipher3 import dbapi2 as sqlcipher

from storedesk.desk.look_up import DeskLookUp
from storedesk.desk.scan_resolver import ArticleFound, resolve
from storedesk.desk.system_clock import wall_ms
from storedesk.domain.ids import new_id
from storedesk.protocol.desk_link import Answered, Enrol, FirstCopy, Performed, Started
from storedesk.storage.desk_reads import place_by_id
from storedesk.storage.engine import connect_sqlite, new_database_key
from tests.bench.desk_profiles import keep_keys_in_file
from tests.bench.figures import Figure, Measured, median, now_measured
from tests.bench.large_hub import KEY, SampleHub
from tests.bench.pickup_work import Press, message_of, open_pickups
from tests.bench.workers import BenchWorker, running_worker

RUNS = 4
GOAL = 0.6


class FirstSync(NamedTuple):
    """Seconds from the code to the first saved action, and to each step on the way."""

    rows: int
    announced: float
    fetched: float
    ready: float
    usable: float


def measure(hub: SampleHub, folder: Path) -> Iterator[Measured]:
    data = folder / "hub"
    data.mkdir(mode=0o700)
    for name in ("hub.db", "hub.key"):
        shutil.copyfile(hub.folder / name, data / name)
    (data / "hub.key").chmod(0o600)
    floors, runs = [], []
    with _serving(data) as address:
        for number in range(RUNS):
            floors.append(exported(hub, folder / "export.db"))
            runs.append(first_sync(hub, data, address, folder / f"desk-{number}"))
    yield _figure("first sync, first desk after the hub's start", runs[:1], median(floors[:1]))
    yield _figure("first sync, later desks (index kept by the hub)", runs[1:], median(floors[1:]))


def _figure(what: str, runs: list[FirstSync], floor: float) -> Measured:
    rate = median(run.rows / run.usable for run in runs)
    middle = sorted(runs, key=lambda run: run.usable)[len(runs) // 2]
    steps = (
        f"announced {middle.announced:.2f} s, fetched {middle.fetched:.2f} s, opened {middle.ready:.2f} s, "
        f"first scan and action {middle.usable:.2f} s"
    )
    return now_measured(
        Figure(
            1, what, floor, "sqlcipher_export of the hub's file into another encrypted file", rate, "rows/s",
            f">= {GOAL} of the floor", rate >= GOAL * floor,
            f"{len(runs)} of {RUNS} runs, {middle.rows:,} rows: {steps}",
        )
    )  # fmt: skip


def exported(hub: SampleHub, target: Path) -> float:
    """Rows a second of copying the whole file, encrypted to encrypted, with nothing flushed."""
    target.unlink(missing_ok=True)
    source = connect_sqlite(hub.database, KEY, readonly=True)
    tables = [
        name for (name,) in source.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    ]
    rows = sum(source.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in tables)
    source.close()
    driver = sqlcipher.connect(hub.database.as_uri() + "?mode=ro", uri=True, isolation_level=None)
    driver.execute(f"PRAGMA key = \"x'{KEY}'\"")
    driver.execute("PRAGMA cipher_memory_security = OFF")
    driver.execute("ATTACH ? AS target KEY ?", (target.as_uri() + "?mode=rwc", f"x'{new_database_key()}'"))
    driver.execute("PRAGMA target.journal_mode = OFF")
    driver.execute("PRAGMA target.synchronous = OFF")
    begun = time.perf_counter()
    driver.execute("SELECT sqlcipher_export('target')").fetchall()
    took = time.perf_counter() - begun
    driver.close()
    target.unlink()
    return float(rows / took)


@contextmanager
def _serving(data: Path) -> Iterator[str]:
    command = [
        sys.executable, "-m", "storedesk", "hub", "serve", "--data", str(data), "--port", "0", "--until-stdin-closes",
    ]  # fmt: skip
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    if process.stdout is None or process.stdin is None:
        raise RuntimeError("The hub has no pipes")
    try:
        yield process.stdout.readline().rsplit(" ", 1)[-1].strip()
    finally:
        process.stdin.close()
        process.wait(20)


def _code(data: Path) -> str:
    command = [
        sys.executable, "-m", "storedesk", "hub", "enrol", "--data", str(data), "--place", "GBG", "--json",
    ]  # fmt: skip
    made = subprocess.run(command, capture_output=True, check=True, text=True)
    return str(json.loads(made.stdout)["code"])


def first_sync(hub: SampleHub, data: Path, address: str, folder: Path) -> FirstSync:
    """Enrols a desk and works with it at once; the clock starts with the code's entry."""
    folder.mkdir()
    keep_keys_in_file(folder)
    code = _code(data)
    with running_worker(folder) as worker:
        worker.started("not_enrolled")
        begun = time.perf_counter()
        enrolled = worker.link.ask(
            Enrol(request=worker.link.next_request(), hub_url=address, code=code, device_name="bench")
        )
        announced, fetched, rows, started = _followed(worker, begun)
        answer: Answered = enrolled.result(1)
        if answer.problem:
            raise RuntimeError(f"Not enrolled: {answer.problem} {answer.detail}")
        ready = time.perf_counter() - begun
        _use(hub, worker, started)
        return FirstSync(rows, announced, fetched, ready, time.perf_counter() - begun)


def _followed(worker: BenchWorker, begun: float) -> tuple[float, float, int, Started]:
    """Seconds until the file was announced and until it was here, its rows, and the word that the desk is ready."""
    announced = fetched = 0.0
    rows = 0
    while True:
        try:
            message = worker.heard.get(timeout=300)
        except queue.Empty:
            raise RuntimeError("The first copy never came") from None
        if isinstance(message, FirstCopy):
            announced = announced or time.perf_counter() - begun
            if message.step == "opening":
                fetched, rows = time.perf_counter() - begun, sum(message.rows.values())
        elif isinstance(message, Started) and message.phase == "ready":
            return announced, fetched, rows, message


def _use(hub: SampleHub, worker: BenchWorker, started: Started) -> None:
    """The first scan and the first action."""
    path = Path(started.database)
    driver = connect_sqlite(path, started.key, readonly=True)
    place = place_by_id(driver, hub.place_id)
    (code,) = driver.execute("SELECT code FROM barcode LIMIT 1").fetchone()
    if place is None or not isinstance(resolve(code, DeskLookUp(driver), place, hub.now, True), ArticleFound):
        raise RuntimeError("The first scan found nothing")
    driver.close()
    fulfilment = open_pickups(path, started.key, hub.place_id, 1)[0]
    press = Press("ClaimPickup", {"fulfilment_id": fulfilment, "take_over": True})
    action_id = new_id(wall_ms(), secrets.token_bytes)
    message = message_of(press, worker.link.next_request(), action_id, min(hub.pins))
    saved: Performed = worker.link.ask(message).result(60)
    if saved.outcome != "saved":
        raise RuntimeError(f"The first action was {saved.outcome}: {saved.why}")
