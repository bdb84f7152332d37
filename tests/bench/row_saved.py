"""Row 14: from the press to "Saved", through a real worker, on this disk and on a slow one."""

import secrets
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from storedesk.desk.system_clock import wall_ms
from storedesk.domain.ids import new_id
from storedesk.protocol.desk_link import Performed
from storedesk.storage.engine import connect_sqlite, new_database_key
from tests.bench.desk_profiles import make_profile
from tests.bench.figures import Figure, Measured, median, now_measured, p99
from tests.bench.large_hub import SampleHub
from tests.bench.pickup_work import message_of, open_pickups, presses_of
from tests.bench.slow_disk import EXTRA_MS, slow_disk_environment
from tests.bench.workers import running_worker

COMMITS = 500
NORMAL_PICKUPS, SLOW_PICKUPS = 100, 40


def measure(hub: SampleHub, folder: Path) -> Iterator[Measured]:
    floor = commits(folder / "floor.db")
    yield _figure("perform to Saved, this disk", saved(hub, folder / "normal", NORMAL_PICKUPS, {}), floor, 10)
    slow = slow_disk_environment(folder)
    if slow is not None:
        took = saved(hub, folder / "slow", SLOW_PICKUPS, slow)
        slow_floor = [ms + EXTRA_MS for ms in floor]
        yield _figure(f"perform to Saved, {EXTRA_MS} ms more per sync", took, slow_floor, 50)


def _figure(what: str, took: dict[str, list[float]], floor: list[float], goal: float) -> Measured:
    every = [ms for kind in took.values() for ms in kind]
    parts = ", ".join(f"{kind} {median(times):.1f}" for kind, times in took.items())
    return now_measured(
        Figure(
            14, f"{what}, p99", p99(floor), f"one durable commit, p99 of {len(floor)} (median {median(floor):.2f})",
            p99(every), "ms", f"<= {goal:g} ms", p99(every) <= goal,
            f"{len(every)} actions, median {median(every):.2f} ms; medians: {parts}",
        )
    )  # fmt: skip


def commits(path: Path) -> list[float]:
    """Milliseconds of one small durable commit each, in an encrypted database through the bare driver."""
    driver = connect_sqlite(path, new_database_key())
    driver.execute("CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT)")
    took = []
    for number in range(COMMITS):
        begun = time.perf_counter()
        driver.execute("BEGIN IMMEDIATE")
        driver.execute("INSERT INTO note VALUES (?, ?)", (number, "x" * 200))
        driver.execute("COMMIT")
        took.append((time.perf_counter() - begun) * 1000)
    driver.close()
    return took


def saved(
    hub: SampleHub, folder: Path, pickups: int, environment: dict[str, str], database: Path | None = None
) -> dict[str, list[float]]:
    """Milliseconds from the message to the answer "saved" by kind of action; the hub is away meanwhile."""
    desk = make_profile(folder, hub, database=database)
    path, key = folder / desk.secrets.current, desk.secrets.databases[desk.secrets.current]
    desk.store.close()
    staff = min(hub.pins)
    took: dict[str, list[float]] = defaultdict(list)
    with running_worker(folder, environment) as worker:
        worker.started("ready")
        for fulfilment in open_pickups(path, key, hub.place_id, pickups):
            for press in presses_of(fulfilment, path, key):
                action_id = new_id(wall_ms(), secrets.token_bytes)
                message = message_of(press, worker.link.next_request(), action_id, staff)
                begun = time.perf_counter()
                answer: Performed = worker.link.ask(message).result(30)
                took[press.kind].append((time.perf_counter() - begun) * 1000)
                if answer.outcome != "saved":
                    raise RuntimeError(f"{press.kind} was {answer.outcome}: {answer.why} {answer.facts}")
    return dict(took)
