"""Which actions are being decided right now, written down so that a hub that dies over one knows it afterwards."""

import os
from collections import Counter
from pathlib import Path

_SHORTEN_AT = 1 << 20
_BEGUN, _ENDED = "+", "-"


class TryMarks:
    """Counts the tries of actions whose decision has not ended. In a file of its own, written before each try
    and outside any transaction: a try that takes the process down, and with it the transaction, still counts.
    A lost connection, a deadlock or a full disk ends a decision and leaves no count.

    Without a path it counts in memory. A file that the disk does not take counts in memory too.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._counts: Counter[str] = Counter()
        self._handle: int | None = None
        self._size = 0
        if path is not None:
            self._load(path)
            self._handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    def begin(self, action_id: str) -> int:
        """The number of this try, those included after which the process was never heard of again."""
        self._counts[action_id] += 1
        self._write(_BEGUN + action_id)
        return self._counts[action_id]

    def end(self, action_id: str) -> None:
        """The decision has ended, one way or another; it is counted from 1 again if it is asked for again."""
        if self._counts.pop(action_id, 0):
            self._write(_ENDED + action_id)
        if not self._counts and self._size > _SHORTEN_AT and self._handle is not None:
            os.ftruncate(self._handle, 0)
            self._size = 0

    def close(self) -> None:
        """Counts in memory from now on."""
        handle, self._handle = self._handle, None
        if handle is not None:
            os.close(handle)

    def _write(self, line: str) -> None:
        if self._handle is None:
            return
        try:
            self._size += os.write(self._handle, f"{line}\n".encode())
        except OSError:
            self.close()

    def _load(self, path: Path) -> None:
        try:
            lines = path.read_bytes().decode("utf-8", "replace").splitlines()
        except FileNotFoundError:
            return
        for line in lines:
            if line.startswith(_BEGUN):
                self._counts[line[1:]] += 1
            elif line.startswith(_ENDED):
                self._counts.pop(line[1:], None)
