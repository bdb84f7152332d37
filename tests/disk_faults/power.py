"""Remembers all that was done to a disk, and what of it is there if the power is cut at some moment."""

import os
import random
from pathlib import Path
from typing import NamedTuple

from storedesk.storage.disk import Disk
from tests.disk_faults.faults import REPLACE
from tests.disk_faults.faulty_vfs import DELETE, NAME, OK, OPEN, SYNC, TRUNCATE, WRITE, FaultyVfs

KEEP, DROP, TEAR = "keep", "drop", "tear"
MODES = (KEEP, DROP, TEAR)
SECTOR = 512
FOLDER, MARK = "folder", "mark"


class Event(NamedTuple):
    """``data`` are the bytes of a write; ``text`` the new name of a replaced file, or what a mark says."""

    what: str
    path: str
    at: int = 0
    data: bytes = b""
    text: str = ""


class Recorder(Disk):
    """Watches SQLite and is the product's port for the second copy; keeps every deed in order, and marks."""

    vfs = NAME

    def __init__(self, layer: FaultyVfs, flushes: bool = True) -> None:
        self.events: list[Event] = []
        self._flushes = flushes
        self._handles: dict[int, Path] = {}
        layer.watcher = self

    def mark(self, text: str) -> None:
        self.events.append(Event(MARK, "", text=text))

    def before(self, what: str, path: str) -> int:
        return OK

    def after(self, what: str, path: str, at: int = 0, data: bytes = b"") -> None:
        self.events.append(Event(what, path, at, data))

    def open(self, path: Path) -> int:
        handle = super().open(path)
        self._handles[handle] = path
        self.events.append(Event(OPEN, str(path)))
        return handle

    def write(self, handle: int, data: bytes) -> int:
        at = os.fstat(handle).st_size
        self.events.append(Event(WRITE, str(self._handles[handle]), at, data))
        return super().write(handle, data)

    def flush(self, handle: int) -> None:
        if self._flushes:
            self.events.append(Event(SYNC, str(self._handles[handle])))

    def replace(self, fresh: Path, path: Path) -> None:
        super().replace(fresh, path)
        self.events.append(Event(REPLACE, str(fresh), text=str(path)))

    def flush_folder(self, folder: Path) -> None:
        self.events.append(Event(FOLDER, str(folder)))


class _File:
    """One file, whatever its name: what surely is on the disk, and what was done to it since."""

    def __init__(self, content: bytes = b"") -> None:
        self.flushed = bytearray(content)
        self.since: list[Event] = []
        self.was_flushed = False

    def flush(self) -> None:
        self.was_flushed = True
        for event in self.since:
            _do(self.flushed, event, event.data)
        self.since = []

    def after_cut(self, mode: str, rng: random.Random) -> bytes:
        content = bytearray(self.flushed)
        for event in self.since:
            if mode == KEEP:
                _do(content, event, event.data)
            elif mode == TEAR:
                _do_by_chance(content, event, rng)
        return bytes(content)


class Disks:
    """The disk after the events played so far; names that were not flushed may be the old ones after a cut."""

    def __init__(self, folder: Path) -> None:
        self._names = {str(path): _File(path.read_bytes()) for path in folder.iterdir() if path.is_file()}
        self._flushed_names = dict(self._names)

    def play(self, event: Event) -> None:
        if event.what == OPEN:
            self._names.setdefault(event.path, _File())
        elif event.what in (WRITE, TRUNCATE):
            self._names[event.path].since.append(event)
        elif event.what == SYNC:
            file = self._names[event.path]
            if event.path.endswith(("-wal", "-journal")) and not file.was_flushed:
                self._flushed_names = dict(self._names)  # SQLite flushes the folder of a new log itself
            file.flush()
        elif event.what == DELETE:
            self._names.pop(event.path, None)
        elif event.what == REPLACE:
            self._names[event.text] = self._names.pop(event.path)
        elif event.what == FOLDER:
            self._flushed_names = dict(self._names)

    def cut(self, place: Path, mode: str, rng: random.Random) -> None:
        """Writes the files that are found after the power is back."""
        place.mkdir()
        kept_names = mode == KEEP or (mode == TEAR and rng.random() < 0.5)
        for name, file in (self._names if kept_names else self._flushed_names).items():
            if not name.endswith("-shm"):
                (place / Path(name).name).write_bytes(file.after_cut(mode, rng))


def _do(content: bytearray, event: Event, data: bytes) -> None:
    if event.what == TRUNCATE:
        del content[event.at :]
        content.extend(bytes(event.at - len(content)))
        return
    content.extend(bytes(max(0, event.at - len(content))))
    content[event.at : event.at + len(data)] = data


def _do_by_chance(content: bytearray, event: Event, rng: random.Random) -> None:
    """The whole of it, nothing, or some of its sectors."""
    chance = rng.random()
    if chance < 0.3 or event.what == TRUNCATE:
        if chance < 0.6:
            _do(content, event, event.data)
    elif chance < 0.6:
        for start in range(0, len(event.data), SECTOR):
            if rng.random() < 0.5:
                part = event._replace(at=event.at + start)
                _do(content, part, event.data[start : start + SECTOR])
