"""Desk profiles for the measurements: the sample hub's snapshot as a desk's database, beside its keys."""

import shutil
from pathlib import Path
from typing import NamedTuple

import msgspec

from storedesk.desk.desk_files import DeskFiles, OpenDesk
from storedesk.desk.key_store import FileKeyStore, Secrets
from storedesk.desk.profile import Profile
from storedesk.domain.tables import scopes_of_desk
from storedesk.protocol.wire import SnapshotReply
from storedesk.storage.engine import connect_sqlite
from storedesk.storage.search_store import SearchStore
from storedesk.storage.snapshot_file import SnapshotFile, snapshot_of_sqlite
from tests.bench.large_hub import KEY, SampleHub

SNAPSHOT_KEY = "3c" * 32
NOBODY = "http://127.0.0.1:9"
"""A hub where nobody listens: the desk is offline."""


class DeskData(NamedTuple):
    """A database as the hub would send it."""

    path: Path
    reply: SnapshotReply
    scopes: tuple[str, ...]


def scopes(hub: SampleHub) -> tuple[str, ...]:
    """What the demo store's desk follows, with the stock of every location the hub has."""
    driver = connect_sqlite(hub.database, KEY, readonly=True)
    found = [row[0] for row in driver.execute("SELECT scope FROM scope_sum WHERE scope LIKE 'stock:%'")]
    driver.close()
    return scopes_of_desk(hub.place_id, tuple(int(scope.partition(":")[2]) for scope in found))


def build_snapshot(hub: SampleHub, path: Path) -> SnapshotFile:
    store = SearchStore(path.with_suffix(".search"), SNAPSHOT_KEY)
    try:
        return snapshot_of_sqlite(hub.database, KEY, scopes(hub), path, SNAPSHOT_KEY, store)
    finally:
        store.forget()


def desk_data(hub: SampleHub) -> DeskData:
    """The cached snapshot of the sample hub."""
    path, about = hub.folder / "desk.db", hub.folder / "desk.json"
    if not about.exists():
        built = build_snapshot(hub, path)
        reply = SnapshotReply(
            file="0" * 32, key=built.key, size=built.size, sha256=built.sha256, cursor=built.cursor,
            rows=built.rows, sums=built.sums,
        )  # fmt: skip
        about.write_bytes(msgspec.json.encode(reply))
    return DeskData(path, msgspec.json.decode(about.read_bytes(), type=SnapshotReply), scopes(hub))


def keep_keys_in_file(folder: Path) -> None:
    """So that a measurement never asks the system's key store."""
    (folder / "settings.toml").write_text('key_store = "file"\n', encoding="utf-8")


def make_profile(folder: Path, hub: SampleHub, *, database: Path | None = None) -> OpenDesk:
    """A profile that has had its first copy and knows a hub that is away; the caller closes its store."""
    data = desk_data(hub)
    folder.mkdir(parents=True, exist_ok=True)
    secrets = Secrets(
        device_secret="11" * 32, device_id="bench-desk", place_id=hub.place_id, place_code="GBG", desk="GBG-1",
        place_key=hub.place_key, hub_url=NOBODY,
    )  # fmt: skip
    FileKeyStore(folder / "keys.json").save(secrets)
    keep_keys_in_file(folder)
    files = DeskFiles(Profile(folder), lambda count: b"\x07" * count)
    empty = files.open()
    shutil.copyfile(database or data.path, folder / "desk-bench.db")
    return files.adopt(empty, "desk-bench.db", data.reply, list(data.scopes), 1)
