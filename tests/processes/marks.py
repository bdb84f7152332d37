"""What a worker was doing when it was killed: it marks each step in a small shared file, which outlives it."""

import mmap
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

WIDTH = 16
DATABASE, LINE = 0, 1
IDLE = "idle"
STARTING = "starting"


class Marks:
    """A file of two words, what the database thread and what the line are at; ``log`` has one line for each end."""

    def __init__(self, path: Path) -> None:
        self.path, self.log = path, path.with_suffix(".log")
        if not path.exists():
            path.write_bytes(bytes(2 * WIDTH))

    def deaths(self) -> Counter[str]:
        """How often a worker ended at what; its last end, in peace, is not among them."""
        return Counter(self.log.read_text().split()) if self.log.exists() else Counter()


def marked_command(profile: Path, marks: Marks) -> list[str]:
    return [sys.executable, "-m", "tests.processes.marked_worker", str(profile), str(marks.path)]


class Marking(NamedTuple):
    """The worker's side."""

    shared: mmap.mmap

    @classmethod
    def begin(cls, path: Path) -> "Marking":
        """Writes down what the last worker was at when it ended, and marks this one as starting."""
        with path.open("r+b") as file:
            shared = mmap.mmap(file.fileno(), 2 * WIDTH)
        marking = cls(shared)
        before = marking.word(DATABASE) or marking.word(LINE)
        if before:
            with path.with_suffix(".log").open("a") as log:
                log.write(f"{before if before != IDLE else marking.word(LINE)}\n")
        marking.put(DATABASE, STARTING)
        marking.put(LINE, IDLE)
        return marking

    def word(self, place: int) -> str:
        return bytes(self.shared[place * WIDTH : (place + 1) * WIDTH]).rstrip(b"\0").decode()

    def put(self, place: int, word: str) -> None:
        self.shared[place * WIDTH : (place + 1) * WIDTH] = word.encode().ljust(WIDTH, b"\0")

    @contextmanager
    def during(self, place: int, word: str) -> Iterator[None]:
        before = self.word(place)
        self.put(place, word)
        try:
            yield
        finally:
            self.put(place, before)
