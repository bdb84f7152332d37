"""A disk with little room is said before nothing can be saved, and once."""

from storedesk.protocol.desk_link import SyncState
from storedesk.ui.window.low_disk import LowDiskWarning


def state(low_disk: bool) -> SyncState:
    return SyncState(
        online=True, syncing=False, on_purpose=False, offline_since=None, last_good_at=None, waiting=0,
        oldest_waiting_at=None, next_try_at=0, low_disk=low_disk,
    )  # fmt: skip


def test_little_room_is_said_once_and_again_after_there_was_room() -> None:
    said: list[str] = []
    warning = LowDiskWarning(lambda words, _kind: said.append(words))
    for low in (False, True, True, False, True):
        warning.heard(state(low))
    assert len(said) == 2
    assert "100 MB" in said[0]
