"""Opening a desk's files at the start: the database, its second copy, and what a damaged one leaves behind."""

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import msgspec

from storedesk.desk.key_store import Secrets
from storedesk.desk.profile import Profile
from storedesk.protocol.desk_rows import BringingIn
from storedesk.protocol.wire import ActionRecord, SnapshotReply
from storedesk.storage.database_work import DatabaseTrouble, naming_trouble
from storedesk.storage.desk_database import (
    is_sound,
    make_empty_desk_database,
    open_desk_database,
    remove_database,
)
from storedesk.storage.desk_store import DeskStore, Identity
from storedesk.storage.disk import SYSTEM_DISK, Disk
from storedesk.storage.engine import DatabaseDamaged, new_database_key
from storedesk.storage.sealed_copy import SealedCopy
from storedesk.sync.rebase import replay

SOON_READ_BYTES = 16 * 1024 * 1024
"""A database below this size is read whole before the desk is said to be ready, a larger one soon after."""

RandomBytes = Callable[[int], bytes]


@dataclass(frozen=True)
class OpenDesk:
    """``healed`` says what was mended at the start: empty, or ``database`` when it has to be fetched anew."""

    store: DeskStore
    secrets: Secrets
    healed: str = ""


class DeskFiles:
    """All file work of one profile; used by the thread that owns the writing connection."""

    def __init__(self, profile: Profile, random_bytes: RandomBytes, disk: Disk = SYSTEM_DISK) -> None:
        self._profile, self._random_bytes, self._disk = profile, random_bytes, disk

    def open(self) -> OpenDesk:
        """Opens the database in use; a damaged one is set aside and an empty one takes its place."""
        secrets = self._profile.keys.load()
        if secrets.current:
            try:
                path = self._profile.database(secrets)
                if not path.exists():
                    raise DatabaseDamaged(f"The database {path.name} is gone")
                whole = self._suspicion.exists() or path.stat().st_size < SOON_READ_BYTES
                key = secrets.databases[secrets.current]
                engine = open_desk_database(path, key, whole=whole, vfs=self._disk.vfs)
            except DatabaseDamaged:
                opened = self._begin_empty(secrets, "database")
                self._suspicion.unlink(missing_ok=True)
                return opened
            self._suspicion.unlink(missing_ok=True)
            store = DeskStore(engine, self._sealed(secrets.databases[secrets.current]))
            self._level_second_copy(store, secrets)
            self._clear_left_snapshots(store, secrets)
            return OpenDesk(store, secrets)
        return self._begin_empty(secrets, "")

    def is_damaged(self, open_desk: OpenDesk) -> bool:
        """Reads all of the database in use, on any thread; a damaged one is set aside by the next start."""
        known = open_desk.secrets
        try:
            with naming_trouble():
                sound = is_sound(self._profile.database(known), known.databases[known.current])
                if not sound:
                    self._suspicion.touch()
        except DatabaseTrouble:
            return False
        return not sound

    @property
    def _suspicion(self) -> Path:
        """Lies in the profile when the next start has to read the whole database before it trusts it."""
        return self._profile.folder / "database.suspect"

    def enrolled(self, secrets: Secrets, store: DeskStore) -> None:
        """Keeps what the hub gave this device."""
        self._profile.keys.save(secrets)
        store.set_identity(Identity(secrets.device_id, secrets.place_id, secrets.desk))

    def new_snapshot_name(self) -> str:
        return f"desk-{self._random_bytes(6).hex()}.db"

    def path_of(self, name: str) -> Path:
        return self._profile.folder / name

    def clear(self, name: str) -> None:
        """Makes room for a fetched file: nothing of an earlier try stays beside it, not even its log."""
        remove_database(self.path_of(name))

    def adopt(
        self, open_desk: OpenDesk, name: str, reply: SnapshotReply, scopes: list[str], epoch: int
    ) -> OpenDesk:
        """The fetched file becomes the database, with the key it came with; unsent work moves into it."""
        engine = open_desk_database(self.path_of(name), reply.key, vfs=self._disk.vfs)
        store = DeskStore(engine, self._sealed(reply.key))
        old = open_desk.secrets
        try:
            store.set_identity(Identity(old.device_id, old.place_id, old.desk))
            store.follow(scopes)
            store.begin_epoch(epoch)
            self._take_back(store, old)
        except BaseException:
            store.close()
            raise
        secrets = msgspec.structs.replace(old, databases={**old.databases, name: reply.key}, current=name)
        self._profile.keys.save(secrets)
        kept = open_desk.store
        kept.become(store)
        try:
            with naming_trouble():
                kept.compact_sealed()
        except DatabaseTrouble:
            return OpenDesk(kept, secrets)
        return OpenDesk(kept, self._forget_old(secrets))

    def database(self, open_desk: OpenDesk) -> tuple[Path, str]:
        """The file in use and its key."""
        known = open_desk.secrets
        return self._profile.database(known), known.databases[known.current]

    def snapshot_at_work(self, work: BringingIn) -> Path | None:
        """The file that a work was begun with; None if it has none. Raises ``FileNotFoundError`` if it is lost."""
        if not work.file:
            return None
        path = self.path_of(work.file)
        if not path.exists():
            raise FileNotFoundError(f"The snapshot {work.file} is gone")
        return path

    def _clear_left_snapshots(self, store: DeskStore, secrets: Secrets) -> None:
        """Files that were fetched and never used, because the process ended just then."""
        work = store.bringing_in()
        for path in self._profile.folder.glob("desk-*.db"):
            if path.name not in secrets.databases and (work is None or path.name != work.file):
                remove_database(path)

    def _begin_empty(self, secrets: Secrets, healed: str) -> OpenDesk:
        """Keys of earlier databases stay until the unsent work they sealed is safe in a new one."""
        name, key = self.new_snapshot_name(), new_database_key()
        engine = make_empty_desk_database(self._profile.folder / name, key, self._disk.vfs)
        store = DeskStore(engine, self._sealed(key))
        secrets = msgspec.structs.replace(secrets, databases={**secrets.databases, name: key}, current=name)
        self._profile.keys.save(secrets)
        if secrets.device_id:
            store.set_identity(Identity(secrets.device_id, secrets.place_id, secrets.desk))
        self._level_second_copy(store, secrets)
        return OpenDesk(store, secrets, healed)

    def _sealed(self, key: str) -> SealedCopy:
        return SealedCopy(self._profile.sealed_copy, key, self._random_bytes, self._disk)

    def _second_copies(self, secrets: Secrets) -> list[ActionRecord]:
        """What the second copy holds under any key this profile has had, in the order it was written."""
        found: dict[str, ActionRecord] = {}
        for key in secrets.databases.values():
            for record in self._sealed(key).read():
                action = msgspec.json.decode(record.content, type=ActionRecord)
                found[action.id] = action
        return list(found.values())

    def _level_second_copy(self, store: DeskStore, secrets: Secrets) -> None:
        """Outbox and second copy each get what they lack; a full disk lets the second copy wait."""
        self._take_back(store, secrets)
        with contextlib.suppress(DatabaseTrouble), naming_trouble():
            store.compact_sealed()

    def _take_back(self, store: DeskStore, secrets: Secrets) -> None:
        """Unsent actions of the second copy that this database does not know, on top of its rows."""
        rescued = store.rescue(self._second_copies(secrets))
        if rescued:
            with store.begin() as connection:
                replay(store.rows(connection))

    def _forget_old(self, secrets: Secrets) -> Secrets:
        kept = {secrets.current: secrets.databases[secrets.current]}
        for name in secrets.databases:
            if name not in kept:
                remove_database(self._profile.folder / name)
        secrets = msgspec.structs.replace(secrets, databases=kept)
        self._profile.keys.save(secrets)
        return secrets
