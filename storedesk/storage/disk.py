"""What storage asks of the disk beside SQLite, as a port: files that only grow, and their folder."""

import os
from pathlib import Path


class Disk:
    """The machine's own disk. All of it raises ``OSError``; ``vfs`` names the layer below SQLite, empty for
    SQLite's own."""

    vfs = ""

    def open(self, path: Path) -> int:
        """A handle for writing at the end; the file is made if it is not there."""
        return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    def write(self, handle: int, data: bytes) -> int:
        """How many of the bytes the disk took."""
        return os.write(handle, data)

    def cut(self, handle: int, size: int) -> None:
        os.ftruncate(handle, size)

    def flush(self, handle: int) -> None:
        """Comes back when what was written survives a power cut."""
        os.fsync(handle)

    def replace(self, fresh: Path, path: Path) -> None:
        os.replace(fresh, path)

    def flush_folder(self, folder: Path) -> None:
        """Makes new and replaced names in it survive a power cut, where folders can be flushed."""
        if os.name == "posix":
            handle = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)


SYSTEM_DISK = Disk()
