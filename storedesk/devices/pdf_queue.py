"""A printer that is a folder: each job becomes one PDF there, written whole or not at all."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from storedesk.devices.printer_port import (
    Printed,
    PrinterUnavailable,
    PrintJob,
    PrintResult,
    UnavailableReason,
)

_NOT_IN_A_NAME = re.compile(r"[^A-Za-z0-9]+")
_MOST_OF_ONE_NUMBER = 1000


class PdfQueue:
    """Writes `NUMBER.pdf`, a different print of the same number beside it as `NUMBER-2.pdf` and so on.

    The same job again finds its file and leaves it alone, so a repeat is always safe.
    """

    def __init__(self, name: str, folder: Path) -> None:
        self._name = name
        self._folder = folder

    @property
    def name(self) -> str:
        """The name staff know the queue by."""
        return self._name

    def print_job(self, job: PrintJob) -> PrintResult:
        """Writes the PDF; `detail` of the result is the file's name in the folder."""
        content = job.content.pdf
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            for target in _names(self._folder, job.number):
                if not target.exists():
                    _write_whole(target, content)
                    return Printed(self._name, confirmed=True, detail=target.name)
                if target.read_bytes() == content:
                    return Printed(self._name, confirmed=True, detail=target.name)
        except OSError as trouble:
            return self._unavailable(f"The PDF could not be written: {trouble.strerror or 'unknown'}.")
        return self._unavailable(f"There are {_MOST_OF_ONE_NUMBER} prints of this number already.")

    def trouble(self) -> UnavailableReason | None:
        """Whether the folder is there, or can be made, and can be written."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            return UnavailableReason.FOLDER_NOT_WRITABLE
        return None if os.access(self._folder, os.W_OK) else UnavailableReason.FOLDER_NOT_WRITABLE

    def _unavailable(self, detail: str) -> PrinterUnavailable:
        return PrinterUnavailable(self._name, UnavailableReason.FOLDER_NOT_WRITABLE, detail)


def safe_file_stem(number: str) -> str:
    """The number as a file name made by us: letters, digits and single hyphens, at most 64."""
    return _NOT_IN_A_NAME.sub("-", number[:256])[:64].strip("-") or "print"


def _names(folder: Path, number: str) -> Iterator[Path]:
    stem = safe_file_stem(number)
    yield folder / f"{stem}.pdf"
    for count in range(2, _MOST_OF_ONE_NUMBER + 1):
        yield folder / f"{stem}-{count}.pdf"


def _write_whole(target: Path, content: bytes) -> None:
    unfinished = target.with_suffix(".part")
    try:
        with unfinished.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(target)
    except OSError:
        unfinished.unlink(missing_ok=True)
        raise
