"""When central has taken a desk's access away: unsent work into a sealed file, then keys and data destroyed.

Each step is durable before the next one begins, so that a start goes on where a kill, or a power cut, ended it.
"""

import contextlib
import os
import shutil
from pathlib import Path

import msgspec

from storedesk.desk.desk_files import OpenDesk
from storedesk.desk.device_key import DeviceKey
from storedesk.desk.profile import Profile
from storedesk.protocol.rescue_file import seal_work
from storedesk.storage import desk_outbox

MARKER = "revoked.json"


class Revoked(msgspec.Struct, frozen=True):
    """What is left to say: which desk, when (UTC ms), how much was unsent, and the file it lies in, if any."""

    desk: str
    place_code: str
    at: int
    unsent: int
    file: str


class Revocation:
    """Of one profile; used by the process that holds the worker's lock."""

    def __init__(self, profile: Profile) -> None:
        self._profile = profile
        self._marker = profile.folder / MARKER

    def found(self) -> Revoked | None:
        """None for a desk that may work. A marker that cannot be read still locks: it was only ours to write."""
        try:
            return msgspec.json.decode(self._marker.read_bytes(), type=Revoked)
        except FileNotFoundError:
            return None
        except (msgspec.MsgspecError, UnicodeDecodeError):
            return Revoked("", "", 0, 0, "")

    def begin(self, desk: OpenDesk, rescue_key: str, now: int) -> Revoked:
        """Seals what is unsent and locks the profile; from here on nothing more may be saved. Raises ``OSError``
        or the database's errors with everything as it was."""
        known = desk.secrets
        with desk.store.begin() as connection:
            unsent = desk_outbox.unsent(connection)
        path = self._profile.folder / f"unsent-{known.desk}.rescue"
        if unsent:
            key = DeviceKey(bytes.fromhex(known.device_secret), known.device_id)
            _write(path, seal_work(unsent, known.device_id, known.desk, rescue_key, key.sign))
        file = str(path) if unsent else ""
        revoked = Revoked(known.desk, known.place_code, now, len(unsent), file)
        _write(self._marker, msgspec.json.encode(revoked))
        return revoked

    def finish(self) -> bool:
        """Destroys the keys, then removes what they opened; False if something is still held open and has to be
        tried again. Nothing can be read once the keys are gone."""
        folder = self._profile.folder
        self._profile.keys.destroy()
        for name in ("desk-*.db*", "outbox.sealed", "outbox.new", "papers.reserved", "database.suspect"):
            for path in folder.glob(name):
                with contextlib.suppress(PermissionError):
                    path.unlink(missing_ok=True)
        shutil.rmtree(self._profile.papers, ignore_errors=True)
        return not any(folder.glob("desk-*.db*")) and not self._profile.papers.exists()

    def begin_anew(self) -> bool:
        """The folder may become another desk; the file with the unsent work stays. False while data is left."""
        if not self.finish():
            return False
        self._marker.unlink(missing_ok=True)
        return True


def _write(path: Path, data: bytes) -> None:
    """Whole or not at all, and on the disk when this returns."""
    fresh = path.with_name(f"{path.name}.new")
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    os.replace(fresh, path)
    if os.name == "posix":
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
