"""The snapshot file while it comes in: kept in part, resumed, and only believed with the announced hash."""

import hashlib
import os
import re
from pathlib import Path
from types import TracebackType
from typing import Self

from storedesk.desk.hub_failures import NotAHub, SnapshotDamaged
from storedesk.protocol.wire import SnapshotReply
from storedesk.protocol.wire_sizes import SNAPSHOT_BYTES

_NAME = re.compile(r"[0-9a-f]{32}")
_HEX_256 = re.compile(r"[0-9a-f]{64}")
_CHUNK = 1 << 20


class SnapshotDownload:
    """``had`` bytes are on disk, in a file beside ``path`` whose name is the snapshot's; blocking file calls."""

    def __init__(self, reply: SnapshotReply, path: Path) -> None:
        """Raises ``NotAHub`` if the announcement cannot be one of a hub."""
        right = (
            _NAME.fullmatch(reply.file) and _HEX_256.fullmatch(reply.sha256) and _HEX_256.fullmatch(reply.key)
        )
        if not right or not 0 < reply.size <= SNAPSHOT_BYTES:
            raise NotAHub("an announcement of a snapshot that cannot be")
        self.name = reply.file
        self.had = 0
        self._reply = reply
        self._path = path
        self._part = path.with_name(f"{reply.file}.part")
        self._digest = hashlib.sha256()

    def __enter__(self) -> Self:
        """Takes up what an earlier try left and drops the parts of other snapshots."""
        for other in self._part.parent.glob("*.part"):
            if _NAME.fullmatch(other.stem) and other != self._part:
                other.unlink(missing_ok=True)
        self._file = self._part.open("a+b")
        self._file.seek(0)
        while chunk := self._file.read(_CHUNK):
            self._digest.update(chunk)
            self.had += len(chunk)
        if self.had > self._reply.size:
            self._start_over()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def add(self, chunk: bytes) -> None:
        """Raises ``SnapshotDamaged`` when more comes than was announced."""
        if self.had + len(chunk) > self._reply.size:
            self._throw_away("longer than announced")
        self._file.write(chunk)
        self._digest.update(chunk)
        self.had += len(chunk)

    def finish(self) -> None:
        """The file is complete, on disk and under its name; raises ``SnapshotDamaged``."""
        if self.had != self._reply.size or self._digest.hexdigest() != self._reply.sha256:
            self._throw_away("not the announced content")
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()
        self._part.replace(self._path)

    def _start_over(self) -> None:
        self._file.truncate(0)
        self._digest = hashlib.sha256()
        self.had = 0

    def _throw_away(self, why: str) -> None:
        self._file.close()
        self._part.unlink(missing_ok=True)
        raise SnapshotDamaged(f"The snapshot is {why}.")
