"""Each request of a round word for word, and how a round ends: what it says, counts and leaves in the desk."""

from pathlib import Path
from typing import Any

import msgspec
import pytest

from storedesk.protocol.wire import (
    Cursor,
    Decision,
    HelloRequest,
    PullRequest,
    PushReply,
    PushRequest,
    SnapshotRequest,
    WireError,
)
from storedesk.protocol.wire_errors import WireErrorNumber
from storedesk.storage.desk_store import DeskStore
from storedesk.sync.exchange import RoundOutcome
from storedesk.sync.sync_round import Answer, NoReply, SyncRound
from tests.small_shop import NOW
from tests.sync.played_round import EMPTY, Played, busy_desk
from tests.sync.scripted_hub import announced, answer, decision, hello, page
from tests.sync.twin_desks import roll_back
from tests.world import DeskInProcess

LATER = NOW + 4_321


@pytest.fixture(scope="module")
def imaged(tmp_path_factory: pytest.TempPathFactory) -> tuple[DeskInProcess, Path]:
    return busy_desk(tmp_path_factory.mktemp("steps"))


@pytest.fixture
def desk(imaged: tuple[DeskInProcess, Path]) -> DeskInProcess:
    own, image = imaged
    roll_back(own, image)
    own.clock = LATER
    return own


class OneByOne(DeskStore):
    """Sends one act at a time, so that several pushes fly together."""

    def to_send(self, after_seq: int) -> list:  # type: ignore[type-arg]
        return super().to_send(after_seq)[:1]


def all_decided(request: PushRequest) -> PushReply:
    return PushReply(decisions=[decision(one.id, one.seq) for one in request.actions], expected=99)


def none_decided(request: PushRequest) -> PushReply:
    return PushReply(decisions=[], expected=1, gap=True)


def outbox(desk: DeskInProcess) -> list[Any]:
    return desk.rows("SELECT seq, state, tries, last_try_at, decided_at FROM outbox ORDER BY number")


def test_a_hello_says_where_the_desk_stands(desk: DeskInProcess) -> None:
    link = desk.store.link()
    assert link.cursor is not None and link.oldest_unsent_at == NOW + 50 and link.seen is not None
    played = Played(desk, NOW + 49, hello=[NoReply("timeout")])
    expected = HelloRequest(
        app="app 7", wire=1, epoch=1, cursor=link.cursor, last_seq=6, oldest_seq=1, oldest_unsent_at=NOW + 50,
        heard=NOW + 49, parked=list(link.parked), boot="boot 9", seen=link.seen,
    )  # fmt: skip
    assert len(link.parked) == 1
    assert played.asked == [[expected]]
    assert played.outcome == RoundOutcome("no_line", "timeout", heard=NOW + 49)


def test_a_hello_of_a_desk_whose_cursor_is_lost_speaks_of_none(desk: DeskInProcess) -> None:
    desk.store.begin_epoch(2, cursor_lost=True)
    request = Played(desk, hello=[NoReply("timeout")]).asked[0][0]
    assert isinstance(request, HelloRequest)
    assert (request.cursor, request.epoch) == (None, 2)


@pytest.mark.parametrize(("heard", "said"), [(NOW + 49, NOW + 49), (NOW + 50, 0), (NOW + 51, 0)])
def test_it_was_not_heard_past_its_oldest_unsent_action(desk: DeskInProcess, heard: int, said: int) -> None:
    request = Played(desk, heard, hello=[NoReply("timeout")]).asked[0][0]
    assert isinstance(request, HelloRequest)
    assert request.heard == said


def test_a_round_is_hello_push_pull_and_counts_what_was_decided(desk: DeskInProcess) -> None:
    told, fetched = hello(desk, now=LATER + 5, last_seq=2), page(desk)
    waiting = desk.store.to_send(0)
    played = Played(desk, hello=[told], push=[all_decided], pull=[fetched])
    assert played.kinds() == ["HelloRequest", "PushRequest", "PullRequest"]
    push = PushRequest(epoch=1, first_seq=3, actions=waiting, chain=desk.store.chain_before(3))
    assert push.chain and len(waiting) == 4
    link = desk.store.link()
    assert played.asked[1:] == [[push], [PullRequest(cursor=link.cursor, scopes=list(link.scopes))]]
    assert played.pages == [fetched]
    assert played.outcome == RoundOutcome("done", pushed=4, page=EMPTY, hello=told, heard=LATER + 5)
    assert outbox(desk)[2:] == [(seq, "decided", 1, LATER, LATER) for seq in (3, 4, 5, 6)]


def test_three_pushes_fly_at_once_and_the_newest_head_is_kept(desk: DeskInProcess) -> None:
    desk.store = OneByOne(desk.engine, desk.sealed)
    heads = {3: Cursor(70_001, 1), 4: Cursor(70_009, 2), 5: Cursor(70_005, 3), 6: None}

    def decided(request: PushRequest) -> PushReply:
        return msgspec.structs.replace(all_decided(request), head=heads[request.first_seq])

    chains = [desk.store.chain_before(seq) for seq in (3, 4, 5)]
    seen: list[Any] = []

    def pulled(request: PullRequest) -> Answer:
        seen.append(desk.store.link().seen)
        return page(desk)

    played = Played(desk, hello=[hello(desk)], push=[decided], pull=[pulled])
    assert [len(requests) for requests in played.asked] == [1, 3, 1, 1]
    first = [request for request in played.asked[1] if isinstance(request, PushRequest)]
    assert [(one.first_seq, len(one.actions), one.chain, one.epoch) for one in first] == [
        (3, 1, chains[0], 1), (4, 1, chains[1], 1), (5, 1, chains[2], 1),
    ]  # fmt: skip
    assert len(set(chains)) == 3
    assert seen == [Cursor(70_009, 2)]
    assert played.outcome.pushed == 4


def test_the_head_behind_what_a_hello_tells_as_decided_is_kept_though_nothing_else_comes(
    desk: DeskInProcess,
) -> None:
    (parked,) = desk.store.link().parked
    told = hello(desk, decisions=[decision(parked, 2)], decided_head=Cursor(70_003, 4))
    Played(desk, hello=[told], push=[NoReply("timeout")])
    assert desk.store.link().seen == Cursor(70_003, 4)
    assert desk.store.link().parked == ()


def test_what_was_decided_counts_though_another_push_was_lost(desk: DeskInProcess) -> None:
    desk.store = OneByOne(desk.engine, desk.sealed)
    pushes = [all_decided, NoReply("timeout"), all_decided]
    played = Played(desk, 5, hello=[hello(desk)], push=pushes)
    assert played.outcome == RoundOutcome("no_line", "timeout", pushed=2, heard=5)
    assert [row[1] for row in outbox(desk)[2:]] == ["decided", "waiting", "decided", "waiting"]


def test_an_error_in_a_push_ends_the_round_with_its_number(desk: DeskInProcess) -> None:
    busy = WireError(number=WireErrorNumber.BUSY)
    played = Played(desk, hello=[hello(desk)], push=[busy])
    assert (played.outcome.kind, played.outcome.detail) == ("refused", "50")
    assert played.kinds() == ["HelloRequest", "PushRequest"]


def test_a_wrong_epoch_among_other_failures_has_a_hello_follow(desk: DeskInProcess) -> None:
    desk.store = OneByOne(desk.engine, desk.sealed)
    wrong = WireError(number=WireErrorNumber.WRONG_EPOCH)
    played = Played(desk, hello=[hello(desk), NoReply("cut")], push=[NoReply("timeout"), wrong, all_decided])
    assert played.kinds() == ["HelloRequest", "PushRequest", "HelloRequest"]
    assert played.outcome == RoundOutcome("no_line", "cut", pushed=1)


def test_a_hub_that_never_agrees_on_the_epoch_is_asked_eight_times(desk: DeskInProcess) -> None:
    wrong = WireError(number=WireErrorNumber.WRONG_EPOCH)
    played = Played(desk, 5, hello=[hello(desk)], push=[wrong])
    assert played.kinds() == ["HelloRequest", "PushRequest"] * 8
    assert played.outcome == RoundOutcome("refused", "41", heard=5)


def test_pushes_that_decide_nothing_end_the_round(desk: DeskInProcess) -> None:
    played = Played(desk, 5, hello=[hello(desk)], push=[none_decided])
    assert played.outcome == RoundOutcome("refused", "gap", heard=5)
    assert played.kinds() == ["HelloRequest", "PushRequest"]


def test_a_push_of_fewer_than_before_is_made_again(desk: DeskInProcess) -> None:
    def first_decided(request: PushRequest) -> PushReply:
        one = request.actions[0]
        return PushReply(decisions=[decision(one.id, one.seq)], expected=one.seq + 1)

    played = Played(desk, hello=[hello(desk)], push=[first_decided], pull=[page(desk)])
    assert played.kinds() == ["HelloRequest"] + ["PushRequest"] * 4 + ["PullRequest"]
    assert (played.outcome.kind, played.outcome.pushed) == ("done", 4)


def test_a_revoked_desk_is_told_with_the_whole_reply(desk: DeskInProcess) -> None:
    told = hello(desk, revoked=True, rescue_key="ab", epoch=9)
    assert Played(desk, 5, hello=[told]).outcome == RoundOutcome("revoked", hello=told, heard=5)
    assert desk.store.link().epoch == 1


@pytest.mark.parametrize(
    "other", [{"epoch": 0}, {"cursor_known": False}, {"epoch": 0, "cursor_known": False}]
)
def test_a_hello_that_contradicts_the_desk_ends_the_round(desk: DeskInProcess, other: dict[str, Any]) -> None:
    before = desk.store.link(), outbox(desk)
    played = Played(desk, 5, hello=[hello(desk, **other)])
    assert played.outcome == RoundOutcome("refused", "41", heard=5)
    assert (desk.store.link(), outbox(desk)) == before


OFFERED = {
    "a new epoch": ({}, 5, False),
    "put back, the cursor known": ({"put_back": True}, 6, False),
    "the cursor unknown": ({"cursor_known": False}, 6, True),
}


@pytest.mark.parametrize(("other", "waiting", "lost"), OFFERED.values(), ids=OFFERED)
def test_a_new_epoch_offers_what_it_must(
    desk: DeskInProcess, other: dict[str, Any], waiting: int, lost: bool
) -> None:
    told = hello(desk, epoch=3, last_seq=0, **other)
    played = Played(desk, 5, hello=[told], push=[NoReply("timeout")])
    (push,) = played.asked[1]
    assert isinstance(push, PushRequest)
    assert (push.epoch, push.first_seq, push.chain, len(push.actions)) == (3, 1, "", waiting)
    assert desk.store.link().cursor_lost is lost
    assert played.outcome == RoundOutcome("no_line", "timeout", heard=0)


def test_heard_is_forgotten_by_a_new_epoch_and_by_what_is_offered_again_only(desk: DeskInProcess) -> None:
    lost = NoReply("timeout")
    assert Played(desk, 5, hello=[hello(desk, last_seq=2)], push=[lost]).outcome.heard == 5
    assert Played(desk, 5, hello=[hello(desk, last_seq=1)], push=[lost]).outcome.heard == 0
    assert Played(desk, 5, hello=[hello(desk, last_seq=0)], push=[lost]).outcome.heard == 0
    assert Played(desk, 5, hello=[hello(desk, epoch=2, last_seq=2)], push=[lost]).outcome.heard == 0


def test_a_decision_of_a_parked_action_is_kept_with_the_desks_time(desk: DeskInProcess) -> None:
    (parked,) = desk.store.link().parked
    told = hello(desk, decisions=[Decision(action_id=parked, seq=2, outcome="refused", position=9)])
    assert Played(desk, hello=[told], push=[NoReply("timeout")]).outcome.pushed == 0
    assert outbox(desk)[1] == (2, "decided", 0, None, LATER)


def test_an_unknown_cursor_in_the_pull_has_a_hello_follow(desk: DeskInProcess) -> None:
    unknown = WireError(number=WireErrorNumber.UNKNOWN_CURSOR)
    hellos = [hello(desk), NoReply("cut")]
    played = Played(desk, hello=hellos, push=[all_decided], pull=[unknown])
    assert played.kinds() == ["HelloRequest", "PushRequest", "PullRequest", "HelloRequest"]
    assert (played.outcome.kind, played.outcome.pushed, played.outcome.heard) == ("no_line", 4, NOW)


def test_scopes_the_desk_does_not_have_are_fetched_alone(desk: DeskInProcess) -> None:
    scopes = list(desk.store.link().scopes)
    told = hello(desk, scopes=["stock:77", *scopes, "stock:78"])
    reply = announced(desk)
    played = Played(desk, hello=[told], push=[all_decided], snapshot=[reply])
    assert played.asked[-1] == [SnapshotRequest(scopes=["stock:77", "stock:78"])]
    assert played.outcome == RoundOutcome(
        "needs_snapshot", pushed=4, snapshot=reply, hello=told, covered=("stock:77", "stock:78"),
        followed=tuple(told.scopes), heard=NOW,
    )  # fmt: skip


def test_scopes_that_are_of_two_ages_are_fetched_anew(desk: DeskInProcess) -> None:
    scopes = desk.store.link().scopes
    desk.store.distrust(scopes[1], [])
    outcome = Played(desk, hello=[hello(desk)], push=[all_decided], snapshot=[announced(desk)]).outcome
    assert (outcome.kind, outcome.covered, outcome.followed) == ("needs_snapshot", (scopes[1],), scopes)


def test_a_desk_without_a_cursor_fetches_all(desk: DeskInProcess) -> None:
    with desk.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE desk_state SET value = '' WHERE name = 'cursor'")
    scopes = desk.store.link().scopes
    outcome = Played(desk, hello=[hello(desk)], push=[all_decided], snapshot=[announced(desk)]).outcome
    assert (outcome.kind, outcome.covered, outcome.followed) == ("needs_snapshot", scopes, scopes)


def test_a_desk_that_follows_less_gathers_what_is_left_and_says_what_it_was_told(desk: DeskInProcess) -> None:
    fewer = desk.store.link().scopes[1:]
    told = hello(desk, scopes=list(fewer))
    outcome = Played(desk, hello=[told], push=[all_decided], pull=[page(desk)]).outcome
    assert outcome == RoundOutcome("staged", pushed=4, hello=told, followed=fewer, heard=NOW)


def test_scopes_in_another_order_are_the_same_scopes(desk: DeskInProcess) -> None:
    turned = list(desk.store.link().scopes)[::-1]
    played = Played(desk, hello=[hello(desk, scopes=turned)], push=[all_decided], pull=[page(desk)])
    assert played.outcome.kind == "done"
    assert played.asked[-1] == [PullRequest(cursor=desk.store.link().cursor, scopes=turned)]


def test_a_round_that_is_sent_for_a_snapshot_leaves_the_outbox(desk: DeskInProcess) -> None:
    far = answer(WireErrorNumber.TOO_FAR_BEHIND, desk)
    played = Played(desk, hello=[hello(desk)], push=[all_decided], pull=[far], snapshot=[NoReply("cut")])
    assert played.outcome == RoundOutcome("no_line", "cut", pushed=4, heard=NOW)


def test_what_waits_is_offered_alone_while_something_large_is_under_way(desk: DeskInProcess) -> None:
    played = Played(desk, 7, only_sends=True, push=[all_decided])
    assert played.kinds() == ["PushRequest"]
    assert played.outcome == RoundOutcome("done", pushed=4, heard=7)
    assert Played(desk, 7, only_sends=True).outcome == RoundOutcome("done", heard=7)


def test_trouble_while_offering_alone_is_left_to_the_next_round(desk: DeskInProcess) -> None:
    desk.store = OneByOne(desk.engine, desk.sealed)
    wrong, lost = WireError(number=WireErrorNumber.WRONG_EPOCH), NoReply("timeout")
    played = Played(desk, 7, only_sends=True, push=[all_decided, lost, lost])
    assert played.outcome == RoundOutcome("no_line", "timeout", pushed=1, heard=7)
    played = Played(desk, 7, only_sends=True, push=[wrong])
    assert (played.kinds(), played.outcome) == (["PushRequest"], RoundOutcome("done", heard=7))


def test_a_round_of_which_nothing_is_told_has_heard_nothing_and_names_no_start(desk: DeskInProcess) -> None:
    (request,) = next(SyncRound(desk.store, lambda page: EMPTY, lambda: NOW, "app 7").run())
    assert isinstance(request, HelloRequest)
    assert (request.app, request.heard, request.boot) == ("app 7", 0, "")
