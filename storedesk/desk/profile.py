"""A desk's profile folder: its files, settings, secrets, and the one process that may write them."""

import os
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec

from storedesk.desk.file_lock import FileLock
from storedesk.desk.key_store import KeyStore, Secrets, open_key_store

PrinterRoleName = Literal["slip_80", "label_62x29", "a5", "a4"]
ThemeName = Literal["light", "dark", "high_contrast"]
TextSize = Literal[100, 115, 130]
WINDOW_LOCK = "window.lock"
PRACTICE = "practice"
"""The folder inside a profile where practice has a profile of its own."""


class PrinterEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One printer as it stands in the settings; ``target`` is a host, a folder or a queue name."""

    name: str
    kind: Literal["raw_network", "pdf_folder", "system_queue"]
    target: str
    roles: list[PrinterRoleName]
    port: int = 9100


class OwnChoice(msgspec.Struct, frozen=True, kw_only=True):
    """What one person chose for the own eyes; empty and None leave it to the desk."""

    language: str = ""
    text_size: TextSize | None = None


class ScannerTest(msgspec.Struct, frozen=True, kw_only=True):
    """The last test of the scanner: when (UTC ms), whether each letter came in as it was, the slowest gap."""

    at: int
    same: bool
    gap_ms: int


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What may be changed without rights; no ``language`` means that of the machine.

    ``people`` maps the numbers of staff, as text, to what they chose; ``text_size`` is in percent.
    """

    language: str = ""
    theme: ThemeName = "light"
    text_size: TextSize = 100
    sounds: bool = True
    key_store: Literal["auto", "file"] = "auto"
    lock_after_seconds: Annotated[int, msgspec.Meta(ge=1, le=86_400)] = 180
    printers: list[PrinterEntry] = []
    work_offline: bool = False
    scanner: ScannerTest | None = None
    people: dict[str, OwnChoice] = {}


def choice_of(settings: Settings, staff_id: int) -> tuple[str, int]:
    """Language and text size (percent) for a person: the own choice, else that of the desk; 0 for nobody."""
    own = settings.people.get(str(staff_id), OwnChoice())
    return own.language or settings.language, own.text_size or settings.text_size


def people_with(settings: Settings, staff_id: int, **chosen: Any) -> dict[str, OwnChoice]:
    """``people`` with what one person has chosen now."""
    own = settings.people.get(str(staff_id), OwnChoice())
    return {**settings.people, str(staff_id): msgspec.structs.replace(own, **chosen)}


def changed_settings(settings: Settings, change: bytes) -> Settings:
    """The settings with some lines changed, given as a JSON object; ``ValueError`` for what they cannot be."""
    lines = msgspec.json.decode(change, type=dict[str, msgspec.Raw])
    known = {
        name: msgspec.Raw(msgspec.json.encode(value))
        for name, value in msgspec.structs.asdict(settings).items()
    }
    if not lines.keys() <= known.keys():
        raise ValueError("There is no such line in the settings.")
    return msgspec.json.decode(msgspec.json.encode({**known, **lines}), type=Settings)


class SettingsUnreadable(Exception):
    """The settings file cannot be read; the sentence says what and where."""


class NotForPractice(Exception):
    """The folder holds a real desk; the sentence says which."""


class Profile:
    """Paths and stores of one profile folder; made if it is not there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        if os.name == "posix":
            folder.chmod(0o700)
        self.settings = self._read_settings()
        self.keys: KeyStore = open_key_store(folder, self.settings.key_store)

    @property
    def window_lock(self) -> FileLock:
        return FileLock(self.folder / WINDOW_LOCK)

    @property
    def worker_lock(self) -> FileLock:
        return FileLock(self.folder / "worker.lock")

    @property
    def sealed_copy(self) -> Path:
        return self.folder / "outbox.sealed"

    @property
    def paper_numbers(self) -> Path:
        """Up to where document numbers are reserved; outlives the database."""
        return self.folder / "papers.reserved"

    @property
    def logs(self) -> Path:
        """Where the desk writes what went wrong, without data."""
        return self.folder / "logs"

    @property
    def papers(self) -> Path:
        """Where PDFs go that no printer takes."""
        return self.folder / "papers"

    def database(self, secrets: Secrets) -> Path:
        return self.folder / secrets.current

    def save_settings(self, settings: Settings) -> None:
        """Replaces the file whole; ``OSError`` leaves file and settings as they were."""
        fresh = self.folder / "settings.json.new"
        fresh.write_bytes(msgspec.json.format(msgspec.json.encode(settings)))
        os.replace(fresh, self.folder / "settings.json")
        self.settings = settings

    def _read_settings(self) -> Settings:
        path = self.folder / "settings.json"
        try:
            return msgspec.json.decode(path.read_bytes(), type=Settings)
        except FileNotFoundError:
            return Settings()
        except (msgspec.MsgspecError, UnicodeDecodeError, ValueError) as error:
            raise SettingsUnreadable(
                f"The settings in {path.name} cannot be read ({error}): mend or delete that file."
            ) from error
