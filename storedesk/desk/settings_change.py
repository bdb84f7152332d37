"""Changes the settings of a profile for the window, and tells it what they are now."""

import contextlib

import msgspec

from storedesk.desk.profile import Profile, changed_settings
from storedesk.desk.worker_setup import Tell
from storedesk.protocol.desk_link import Answered, ChangeSettings, SettingsNow


class SettingsChange:
    """Used by the worker's own loop: the file is small and replaced whole."""

    def __init__(self, profile: Profile, tell: Tell) -> None:
        self._profile, self._tell = profile, tell

    def change(self, message: ChangeSettings) -> None:
        """Some lines; what cannot be saved changes nothing and is said."""
        problem = ""
        try:
            self._profile.save_settings(changed_settings(self._profile.settings, bytes(message.change)))
        except ValueError:
            problem = "settings_refused"
        except OSError:
            problem = "own_disk"
        self.tell()
        self._tell(Answered(request=message.request, problem=problem))

    def work_offline(self, on: bool) -> None:
        """Keeps the switch over restarts; a disk that refuses it keeps it for this run only."""
        with contextlib.suppress(OSError):
            self._profile.save_settings(msgspec.structs.replace(self._profile.settings, work_offline=on))
        self.tell()

    def tell(self) -> None:
        self._tell(SettingsNow(settings=msgspec.Raw(msgspec.json.encode(self._profile.settings))))
