"""Runs in a process of its own: applies changes to a bench desk while its staff work, and tells what both took."""

import asyncio
import json
import secrets
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import msgspec

from storedesk.actions.registry import KINDS, act_from
from storedesk.desk.desk_files import DeskFiles, OpenDesk
from storedesk.desk.profile import Profile
from storedesk.desk.system_clock import wall_ms
from storedesk.domain.ids import new_id
from storedesk.domain.reasons import Reason
from storedesk.protocol.wire import ActionRecord
from storedesk.storage.desk_rows import DeskRowsInTransaction
from storedesk.storage.encrypted_file import connect_sqlite
from storedesk.sync.rebase import do
from tests.bench.applying import OnDatabase, apply_changes, database_thread
from tests.bench.many_changes import Changes, stock_changes
from tests.bench.pickup_work import open_pickups

BETWEEN_SECONDS = 0.05


def main(folder: Path, staff: int, rows: int) -> None:
    """Says "ready", waits for a line, works, and tells."""
    files = DeskFiles(Profile(folder), secrets.token_bytes)
    with ThreadPoolExecutor(1, "database") as executor:
        desk = executor.submit(files.open).result()
        path, key = files.database(desk)
        reader = connect_sqlite(path, key, readonly=True)
        changes = stock_changes(reader, rows)
        reader.close()
        pickups = open_pickups(path, key, desk.secrets.place_id, 2_000)
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        sys.stdin.readline()
        told = asyncio.run(_work(desk, folder, changes, pickups, staff, database_thread(executor)))
        executor.submit(desk.store.close).result()
    sys.stdout.write(json.dumps(told) + "\n")


async def _work(
    desk: OpenDesk, folder: Path, changes: Changes, pickups: list[str], staff: int, on_database: OnDatabase
) -> dict[str, object]:
    saved: list[float] = []
    pressing = asyncio.ensure_future(_press(desk, pickups, staff, on_database, saved))
    begun = time.perf_counter()
    outcome = await apply_changes(desk, folder, changes.pages, on_database)
    took = time.perf_counter() - begun
    pressing.cancel()
    await asyncio.gather(pressing, return_exceptions=True)
    return {"seconds": took, "rows": changes.count, "saved_ms": saved, "replayed": outcome.replayed}


async def _press(
    desk: OpenDesk, pickups: list[str], staff: int, on_database: OnDatabase, saved: list[float]
) -> None:
    """One claim after the other, each through the database's thread like the worker's."""
    loop = asyncio.get_running_loop()
    for fulfilment in pickups:
        next_press = loop.create_future()
        loop.call_later(BETWEEN_SECONDS, next_press.set_result, None)
        await next_press
        begun = time.perf_counter()
        await on_database(lambda fulfilment=fulfilment: _claim(desk, fulfilment, staff))  # type: ignore[misc]
        saved.append((time.perf_counter() - begun) * 1000)


def _claim(desk: OpenDesk, fulfilment: str, staff: int) -> None:
    known, at = desk.secrets, wall_ms()
    args = msgspec.json.encode({"fulfilment_id": fulfilment})
    record = ActionRecord(
        id=new_id(at, secrets.token_bytes), seq=0, kind="ClaimPickup", version=KINDS["ClaimPickup"].version, at=at,
        at_error=0, boot="bench", staff_id=staff, place_id=known.place_id, args=msgspec.Raw(args),
    )  # fmt: skip
    act = act_from(record.id, record.kind, record.version, args, staff, known.place_id, known.desk)

    def work(rows: DeskRowsInTransaction) -> Reason | None:
        return do(rows, act, at)

    if desk.store.perform(record, work) is None:
        desk.store.seal()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
