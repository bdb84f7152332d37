"""A folder that somebody else writes files into: each is taken once it is whole, then moved with a report beside."""

import hashlib
import os
import stat
from pathlib import Path

from storedesk.domain.plain_text import clean_text

INBOX, DONE, REFUSED = "in", "done", "refused"
UNFINISHED = (".tmp", ".part", ".partial", ".crdownload", ".filepart")
LONGEST_NAME, LONGEST_SENTENCE = 120, 1_000
_BLOCK = 1 << 20


class WatchedFolder:
    """``root`` holds ``in``, ``done`` and ``refused``; used by one thread at a time."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._seen: dict[str, tuple[int, int]] = {}

    def prepare(self) -> None:
        for name in (INBOX, DONE, REFUSED):
            (self.root / name).mkdir(parents=True, exist_ok=True, mode=0o700)

    def whole_files(self) -> list[Path]:
        """The files whose size and time are what they were at the look before, the oldest first."""
        seen: dict[str, tuple[int, int]] = {}
        ready: list[tuple[int, str, Path]] = []
        for entry in os.scandir(self.root / INBOX):
            if entry.name.startswith(".") or entry.name.lower().endswith(UNFINISHED):
                continue
            try:
                found = entry.stat(follow_symlinks=False)
            except FileNotFoundError:
                continue
            if not stat.S_ISREG(found.st_mode):
                continue
            state = (found.st_size, found.st_mtime_ns)
            seen[entry.name] = state
            if found.st_size and self._seen.get(entry.name) == state:
                ready.append((found.st_mtime_ns, entry.name, Path(entry.path)))
        self._seen = seen
        return [path for _, _, path in sorted(ready)]

    def settle(self, path: Path, key: str, into: str, report: str) -> None:
        """Writes the report beside where the file goes, then moves the file: done again after a crash, it ends the
        same."""
        target = self.root / into / self._name(path, key, into)
        self.write_report(target, report)
        self.move(path, target)

    def write_report(self, target: Path, report: str) -> None:
        write_whole(target.with_name(f"{target.name}.report.json"), report.encode())

    def move(self, path: Path, target: Path) -> None:
        path.replace(target)
        self._seen.pop(path.name, None)

    def _name(self, path: Path, key: str, into: str) -> str:
        """The file's own name, or with its content's mark where another file had it."""
        stem, suffix = path.stem[:LONGEST_NAME], path.suffix[:20]
        plain = f"{stem}{suffix}"
        return f"{stem}-{key[:12]}{suffix}" if (self.root / into / plain).exists() else plain


def shown_name(path: Path) -> str:
    """The file's name as reports say it, whatever characters it was given."""
    return clean_text(path.name, LONGEST_NAME)


def shown_text(refusal: Exception) -> str:
    """A refusal's sentence, which may hold what the file said."""
    return clean_text(str(refusal), LONGEST_SENTENCE)


def write_whole(path: Path, content: bytes) -> None:
    """The file with all of its content, or as it was."""
    fresh = path.with_name(f"{path.name}.tmp")
    with fresh.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)


def content_key(kind: str, path: Path) -> str:
    """Names a file by its content: the same file again has the same key."""
    digest = hashlib.sha256(f"storedesk {kind} 1\0".encode())
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()
