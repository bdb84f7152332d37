"""Unfinished work outlives a killed worker, and is finished in the same step as its action."""

import os
import signal
from pathlib import Path

import msgspec

from storedesk.desk.kept_counts import counts_from, counts_name, counts_text
from storedesk.protocol.desk_link import Answered, KeepDraft, Perform, Performed
from tests.processes.shop_floor import DeskProcess, HubProcess, new_action_id
from tests.small_shop import ALVA, ELIN, RASK, fulfilment_id

NAME, OTHER = counts_name("one"), counts_name("two")


def keep(desk: DeskProcess, name: str, counts: dict[int, int]) -> None:
    request = desk.link.next_request()
    kept = desk.ask(KeepDraft(request=request, name=name, content=counts_text(counts)))
    assert kept == Answered(request=request)


def kept(desk: DeskProcess) -> dict[str, dict[int, int]]:
    rows = desk.rows("SELECT name, content FROM draft")
    return {name: counts_from(text) for name, text in rows}


def claim(desk: DeskProcess, pickup: int, action_id: str, draft: str) -> Performed:
    args = msgspec.Raw(msgspec.json.encode({"fulfilment_id": fulfilment_id(pickup)}))
    performed: Performed = desk.ask(
        Perform(
            request=desk.link.next_request(), action_id=action_id, kind="ClaimPickup", args=args,
            staff_id=ELIN, draft=draft,
        )
    )  # fmt: skip
    return performed


def test_counts_are_there_after_a_kill_until_their_action_is_saved(tmp_path: Path) -> None:
    hub = HubProcess(tmp_path / "hub").start()
    try:
        with DeskProcess(tmp_path / "desk") as desk:
            desk.enrol(hub)
            hub.stop()
            for number in (1, 2, 3):
                keep(desk, NAME, {ALVA: number, RASK: 1})
            keep(desk, OTHER, {RASK: 5})
            heard = len(desk.messages)
            os.kill(desk.link.pid, signal.SIGKILL)
            desk.wait_ready(after=heard)
            assert kept(desk) == {NAME: {ALVA: 3, RASK: 1}, OTHER: {RASK: 5}}
            assert claim(desk, 1, new_action_id(), NAME).outcome == "rejected"
            assert kept(desk)[NAME] == {ALVA: 3, RASK: 1}, "nothing was done, so nothing is finished"
            assert claim(desk, 48201, new_action_id(), NAME).outcome == "saved"
            assert kept(desk) == {OTHER: {RASK: 5}}
            keep(desk, OTHER, {RASK: 0})
            assert kept(desk) == {}
    finally:
        hub.stop()


def test_text_that_is_no_count_counts_nothing() -> None:
    for text in ("", "{", "[]", '{"a": 1}', "null", '{"1": "x"}'):
        assert counts_from(text) == {}
    assert counts_from(counts_text({ALVA: 2, RASK: 0})) == {ALVA: 2}
