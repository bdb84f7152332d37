"""Each change of a desk says where it stands and why: what it waits for and what waits for it."""

import json
from typing import Any

import msgspec

from storedesk.desk.sync_entries import EntryView, Standing, Why, entry_views, support_text
from storedesk.protocol.desk_link import SyncState
from storedesk.storage.sync_reads import OutboxEntry

NOW = 1_795_439_100_000
ONLINE = SyncState(
    online=True, syncing=False, on_purpose=False, offline_since=None, last_good_at=NOW, waiting=0,
    oldest_waiting_at=None, next_try_at=NOW + 15_000,
)  # fmt: skip
OFFLINE = msgspec.structs.replace(ONLINE, online=False, offline_since=NOW - 60_000, problem="no_line")


def entry(number: int, state: str = "waiting", **said: Any) -> OutboxEntry:
    plain = OutboxEntry(
        number, f"id-{number}", "HandOver", '{"note":"Karin Öberg"}', NOW - 1_000, 1, state, 0, None, 0, None, None,
        "{}", None,
    )  # fmt: skip
    return plain._replace(**said)


def views(sync: SyncState | None, *entries: OutboxEntry) -> list[EntryView]:
    return list(entry_views(entries, sync, NOW))


def test_the_first_goes_next_and_each_other_waits_for_the_one_before_it() -> None:
    third, second, first = views(ONLINE, entry(9), entry(7), entry(5))
    assert (first.standing, first.why, first.holds_back) == (Standing.NEXT, Why.IN_TURN, 2)
    assert (second.standing, second.after, third.after) == (Standing.BEHIND, 5, 7)
    assert all(one.waits for one in (first, second, third))


def test_what_was_decided_in_between_holds_nothing_back() -> None:
    last, _, first = views(ONLINE, entry(3), entry(2, "done", outcome="accepted"), entry(1))
    assert (last.after, first.holds_back) == (1, 1)


def test_a_push_under_way_says_so_for_all_that_are_in_it() -> None:
    sending = msgspec.structs.replace(ONLINE, syncing=True)
    second, first = views(sending, entry(2), entry(1, tries=1))
    assert (first.standing, second.standing) == (Standing.SENDING, Standing.BEHIND)


def test_why_the_first_waits_is_told_by_the_line() -> None:
    def why(sync: SyncState | None, tries: int = 0) -> tuple[Standing, Why, int]:
        (view,) = views(sync, entry(1, tries=tries))
        return view.standing, view.why, view.again_in

    on_purpose = msgspec.structs.replace(OFFLINE, on_purpose=True)
    revoked = msgspec.structs.replace(ONLINE, problem="revoked")
    busy = msgspec.structs.replace(ONLINE, problem="refused")
    assert why(None) == (Standing.NEXT, Why.IN_TURN, 0)
    assert why(OFFLINE) == (Standing.NEXT, Why.NO_LINE, 15_000)
    assert why(OFFLINE, 3) == (Standing.AGAIN, Why.NO_LINE, 15_000)
    assert why(on_purpose) == (Standing.NEXT, Why.ON_PURPOSE, 0)
    assert why(revoked) == (Standing.NEXT, Why.STOPPED, 0)
    assert why(busy, 2) == (Standing.AGAIN, Why.BUSY, 15_000)


def test_each_outcome_stands_for_itself() -> None:
    found = views(
        ONLINE,
        entry(5, "decided", outcome="accepted"),
        entry(4, "done", outcome="accepted_with_conflict"),
        entry(3, "decided", outcome="refused", reason="OrderEnded", facts='{"order":"48190"}'),
        entry(2, "parked", outcome="parked"),
        entry(1, "done", outcome="refused", facts="not json"),
    )
    assert [one.standing for one in found] == [
        Standing.CONFIRMED, Standing.NEEDS_YOU, Standing.REFUSED, Standing.PARKED, Standing.REFUSED,
    ]  # fmt: skip
    assert found[2].reason_facts == (("order", "48190"),)
    assert not any(one.waits for one in found)


def test_a_second_decision_that_differs_from_the_first_is_a_correction() -> None:
    turned, same, waits, unparked = views(
        ONLINE,
        entry(4, "done", outcome="refused", earlier_outcome="accepted"),
        entry(3, "done", outcome="accepted", earlier_outcome="accepted"),
        entry(2, earlier_outcome="accepted"),
        entry(1, "done", outcome="accepted", earlier_outcome="parked"),
    )
    assert (turned.standing, turned.why, turned.earlier) == (Standing.REFUSED, Why.CORRECTED, "accepted")
    assert (same.why, unparked.why) == (Why.TAKEN, Why.TAKEN)
    assert waits.earlier == "accepted" and waits.waits


def test_a_change_that_no_longer_fits_what_is_here_may_be_refused() -> None:
    (view,) = views(ONLINE, entry(1, doubtful=1))
    assert view.may_be_refused


def test_what_support_gets_holds_nothing_that_anybody_typed() -> None:
    (view,) = views(
        ONLINE, entry(3, "decided", outcome="refused", reason="OrderEnded", facts='{"order":"48190"}')
    )
    text = support_text(view, "GBG-2", "v0")
    assert "Karin" not in text and "48190" not in text
    assert json.loads(text)["action"] == "id-3"
