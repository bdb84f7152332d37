"""A profile that was copied and runs twice: what both do is decided once each, and both are told."""

import shutil
from contextlib import ExitStack
from pathlib import Path

from storedesk.domain.document_number import parse_document_number
from tests.chaos.picking_desk import PickingDesk
from tests.processes.killing import check_effects, check_journal, shop_to_kill_in
from tests.processes.shop_floor import HubProcess, new_action_id

BEFORE, ROUNDS = 4, 3


def test_everything_that_two_twins_do_is_decided_once_and_the_fork_is_told(tmp_path: Path) -> None:
    hub = HubProcess(tmp_path / "hub", shop_to_kill_in(1)).start()
    with ExitStack() as stack:
        stack.callback(hub.stop)
        with PickingDesk(tmp_path / "desk", hub, 1) as origin:
            origin.pick(BEFORE)
            origin.desk.wait_until_sent()
        shutil.copytree(tmp_path / "desk", tmp_path / "copy")
        twins = [stack.enter_context(PickingDesk(tmp_path / name, hub, 1)) for name in ("desk", "copy")]
        for turn in range(1, ROUNDS + 1):
            for twin in twins:
                twin.pick(turn)
        for twin in (*twins, *twins):
            twin.desk.wait_until_sent()
        made = origin.asked + [action_id for twin in twins for action_id in twin.asked]
        check_effects(hub, 1, made)
        assert hub.rows("SELECT forks > 0 FROM device") == [(1,)]
        for twin, other in zip(twins, reversed(twins), strict=True):
            state = twin.desk.wait_until_sent()
            twin.shows_what_it_did(BEFORE + len(other.asked))
            assert state.copied_at > 0, "a twin was not told"
            check_journal(twin.desk)
            assert twin.desk.downs == []


def test_papers_of_two_twins_carry_the_same_count_and_are_told_apart_by_their_check(tmp_path: Path) -> None:
    """The count is the desk's own and final when it is printed: only the check characters, which belong to
    the record, differ."""
    hub = HubProcess(tmp_path / "hub", shop_to_kill_in(1)).start()
    with ExitStack() as stack:
        stack.callback(hub.stop)
        PickingDesk(tmp_path / "desk", hub, 1).stop()
        shutil.copytree(tmp_path / "desk", tmp_path / "copy")
        records = [new_action_id() for _ in range(2)]
        given = []
        for name, record in zip(("desk", "copy"), records, strict=True):
            twin = stack.enter_context(PickingDesk(tmp_path / name, hub, 1))
            text = twin.number_for(record)
            assert twin.number_for(record) == text
            number = parse_document_number(text)
            assert number is not None and number.belongs_to(record)
            given.append(number)
        assert given[0][:3] == given[1][:3]
