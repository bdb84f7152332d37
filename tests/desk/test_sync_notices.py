"""What people hear about sync: alarms first, and nothing where there is nothing."""

from typing import Any

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from storedesk.desk.sync_notices import COPIED_SHOWN_MS, RESTORED_SHOWN_MS, NoticeKind, sync_notices
from storedesk.protocol.desk_link import FirstCopy, SyncState

NOW = 1_795_439_100_000
QUIET = SyncState(
    online=True, syncing=False, on_purpose=False, offline_since=None, last_good_at=NOW, waiting=0,
    oldest_waiting_at=None, next_try_at=NOW,
)  # fmt: skip


def kinds(**said: Any) -> list[NoticeKind]:
    return [one.kind for one in sync_notices(msgspec.structs.replace(QUIET, **said), None, NOW)]


def test_a_desk_that_is_well_has_nothing_to_say() -> None:
    assert kinds() == []
    assert sync_notices(None, None, NOW) == ()


def test_standing_still_is_said_while_the_hub_answers_and_not_while_there_is_no_line() -> None:
    assert kinds(stuck="queue", waiting=3) == [NoticeKind.STUCK_QUEUE]
    assert kinds(stuck="feed") == [NoticeKind.STUCK_FEED]
    assert kinds(stuck="queue", online=False, problem="refused") == [NoticeKind.STUCK_QUEUE]
    assert kinds(stuck="queue", online=False, problem="no_line") == []


def test_a_hub_put_back_and_data_in_use_twice_are_said_for_their_time() -> None:
    assert kinds(restored_at=NOW - RESTORED_SHOWN_MS + 1) == [NoticeKind.RESTORED]
    assert kinds(restored_at=NOW - RESTORED_SHOWN_MS) == []
    assert kinds(restored_at=NOW - RESTORED_SHOWN_MS, refetching=True)[0] is NoticeKind.RESTORED
    assert kinds(copied_at=NOW - COPIED_SHOWN_MS + 1) == [NoticeKind.COPIED]
    assert kinds(copied_at=NOW - COPIED_SHOWN_MS) == []


def test_a_copy_under_way_tells_bytes_and_rows() -> None:
    refetching = msgspec.structs.replace(QUIET, refetching=True)
    copy = FirstCopy(step="fetching", done=3_000_000, total=12_000_000, rows={"orders": 6_214, "price": 10})
    (notice,) = sync_notices(refetching, copy, NOW)
    assert notice.fetching is not None
    assert (notice.fetching.part, notice.fetching.rows) == (0.25, 6_224)
    assert sync_notices(refetching, FirstCopy(step="asking"), NOW)[0].fetching is None


@given(st.integers(0, 5), st.integers(0, 5), st.sampled_from(["", "queue", "feed"]), st.booleans())
def test_the_worst_comes_first(parked: int, corrected: int, stuck: str, refetching: bool) -> None:
    found = kinds(parked=parked, corrected=corrected, stuck=stuck, refetching=refetching)
    assert found == sorted(found, key=list(NoticeKind).index)
