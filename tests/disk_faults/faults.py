"""Lets one chosen deed on the disk fail, once or from then on, for the database and the second copy alike."""

import errno
from pathlib import Path
from typing import NamedTuple

from storedesk.storage.disk import Disk
from tests.disk_faults.faulty_vfs import (
    CANTOPEN,
    FULL,
    IOERR_FSYNC,
    IOERR_TRUNCATE,
    IOERR_WRITE,
    NAME,
    OK,
    OPEN,
    SYNC,
    TRUNCATE,
    WRITE,
    FaultyVfs,
)

REPLACE = "replace"
FAILS = (WRITE, SYNC, TRUNCATE, OPEN, REPLACE)


class Fault(NamedTuple):
    """The deed with this number (from 0) fails; ``full`` as on a full disk, ``sticky`` with all after it."""

    number: int
    full: bool = False
    sticky: bool = False


class Faults(Disk):
    """Counts what is done to the disk while it is armed; the product's port for the second copy, too."""

    vfs = NAME

    def __init__(self, layer: FaultyVfs) -> None:
        self._fault: Fault | None = None
        self.deeds: list[str] = []
        self._handles: dict[int, str] = {}
        layer.watcher = self

    def arm(self, fault: Fault | None) -> None:
        """From now on deeds count; without a fault they only count."""
        self._fault, self.deeds = fault, []

    def disarm(self) -> None:
        self._fault = None

    @property
    def has_struck(self) -> bool:
        return self._fault is not None and len(self.deeds) > self._fault.number

    def before(self, what: str, path: str) -> int:
        if what not in FAILS or path.endswith("-journal"):
            return OK
        number = len(self.deeds)
        self.deeds.append(f"{what} {Path(path).name}")
        fault = self._fault
        if fault is None or not (number == fault.number or (fault.sticky and number > fault.number)):
            return OK
        codes = {SYNC: IOERR_FSYNC, TRUNCATE: IOERR_TRUNCATE, OPEN: CANTOPEN}
        return codes.get(what, FULL if fault.full else IOERR_WRITE)

    def after(self, what: str, path: str, at: int = 0, data: bytes = b"") -> None:
        return None

    def open(self, path: Path) -> int:
        self._ask(OPEN, str(path))
        handle = super().open(path)
        self._handles[handle] = str(path)
        return handle

    def write(self, handle: int, data: bytes) -> int:
        try:
            self._ask(WRITE, self._handles[handle])
        except OSError:
            super().write(handle, data[: len(data) // 2])
            if self._fault is not None and self._fault.full:
                return len(data) // 2
            raise
        return super().write(handle, data)

    def cut(self, handle: int, size: int) -> None:
        self._ask(TRUNCATE, self._handles[handle])
        super().cut(handle, size)

    def flush(self, handle: int) -> None:
        self._ask(SYNC, self._handles[handle])

    def replace(self, fresh: Path, path: Path) -> None:
        self._ask(REPLACE, str(path))
        super().replace(fresh, path)

    def flush_folder(self, folder: Path) -> None:
        self._ask(SYNC, str(folder))

    def _ask(self, what: str, path: str) -> None:
        if self.before(what, path) != OK:
            full = self._fault is not None and self._fault.full
            raise OSError(errno.ENOSPC if full else errno.EIO, "the disk fails")
