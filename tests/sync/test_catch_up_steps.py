"""A pull step by step: what is asked, what is applied at once, what waits, and how it ends."""

from pathlib import Path
from typing import Any

import pytest

from storedesk.protocol.wire import (
    Cursor,
    HelloReply,
    PullReply,
    PullRequest,
    PushReply,
    Request,
    SnapshotReply,
    SnapshotRequest,
    TableRows,
    WireError,
)
from storedesk.protocol.wire_errors import WireErrorNumber
from storedesk.sync.catch_up import CatchUp
from storedesk.sync.exchange import Ended, RoundOutcome, expect
from storedesk.sync.rebase import PageOutcome
from storedesk.sync.sync_round import Answer, NoReply
from tests.sync.played_round import EMPTY, busy_desk, driven
from tests.sync.scripted_hub import announced, hello, page
from tests.sync.twin_desks import roll_back
from tests.world import DeskInProcess


@pytest.fixture(scope="module")
def imaged(tmp_path_factory: pytest.TempPathFactory) -> tuple[DeskInProcess, Path]:
    return busy_desk(tmp_path_factory.mktemp("steps"))


@pytest.fixture
def desk(imaged: tuple[DeskInProcess, Path]) -> DeskInProcess:
    own, image = imaged
    roll_back(own, image)
    return own


def rows(table: str, count: int) -> TableRows:
    return TableRows(table=table, columns=[], rows=[[]] * count, hashes=[0] * count)


SIZES: list[tuple[dict[str, int], int, bool]] = [
    ({}, 0, True), ({"task": 20}, 0, True), ({"task": 21}, 0, False), ({"product": 2}, 0, True),
    ({"product": 1, "variant": 1}, 0, True), ({"product": 2, "task": 1}, 0, False), ({"variant": 3}, 0, False),
    ({"task": 19}, 1, True), ({"task": 19}, 2, False), ({}, 21, False),
]  # fmt: skip


@pytest.mark.parametrize(("tables", "gone", "at_once"), SIZES)
def test_a_page_is_applied_at_once_if_it_takes_no_longer_than_so_many_rows(
    desk: DeskInProcess, tables: dict[str, int], gone: int, at_once: bool
) -> None:
    fetched = page(
        desk, tables=[rows(*part) for part in tables.items()], gone=[["task", "work:1", ["x"]]] * gone
    )
    applied: list[PullReply] = []

    def apply(one: PullReply) -> PageOutcome:
        applied.append(one)
        return EMPTY

    ended = catch_up(desk, CatchUp(desk.store, apply, at_once=20), [fetched])
    scopes = desk.store.link().scopes
    assert ended == (EMPTY if at_once else RoundOutcome("staged", followed=scopes))
    assert applied == ([fetched] if at_once else [])


def catch_up(
    desk: DeskInProcess, job: CatchUp, answers: list[Any], asked: list[Request] | None = None
) -> PageOutcome | RoundOutcome | None:
    """What a pull comes to with these answers, one after the other."""
    return driven(job.run(hello(desk)), answers, asked)


def never(page: PullReply) -> PageOutcome | None:
    raise AssertionError("not to be applied")


def test_a_pull_of_many_pages_asks_on_behind_each(desk: DeskInProcess) -> None:
    start = desk.store.link().cursor
    assert start is not None
    ends = [Cursor(start.position + 10 * number, number) for number in range(4)]
    starts = [start, *ends[1:]]
    pages = [
        page(desk, start=starts[number], end=ends[number + 1], complete=number == 2) for number in range(3)
    ]
    asked: list[Request] = []
    ended = catch_up(desk, CatchUp(desk.store, never, page_rows=4), pages, asked)
    scopes = desk.store.link().scopes
    assert ended == RoundOutcome("staged", followed=scopes)
    assert asked == [PullRequest(cursor=one, scopes=list(scopes), limit=4) for one in starts[:3]]


def test_a_page_that_begins_elsewhere_is_fetched_again_and_not_believed_twice(desk: DeskInProcess) -> None:
    elsewhere, asked = page(desk, start=Cursor(9_999, 1)), []
    ended = catch_up(desk, CatchUp(desk.store, never), [elsewhere, elsewhere], asked)
    assert ended == RoundOutcome("refused", "differs")
    assert asked[0] == asked[1]


def test_wrong_sums_have_just_their_scopes_fetched(desk: DeskInProcess) -> None:
    wrong = EMPTY._replace(wrong=("catalogue", "orders"))
    reply, asked = announced(desk), []
    job = CatchUp(desk.store, lambda page: wrong)
    ended = catch_up(desk, job, [page(desk), reply], asked)
    assert ended == RoundOutcome(
        "needs_snapshot", "catalogue,orders", page=wrong, snapshot=reply, covered=("catalogue", "orders"),
        followed=desk.store.link().scopes,
    )  # fmt: skip
    assert asked[1] == SnapshotRequest(scopes=["catalogue", "orders"])


def test_a_page_that_is_not_the_desks_any_more_changes_nothing(desk: DeskInProcess) -> None:
    """``apply`` found another cursor than the round did."""
    assert catch_up(desk, CatchUp(desk.store, lambda page: None), [page(desk)]) is None


def staged_first(desk: DeskInProcess) -> tuple[list[str], PullReply]:
    """The first page of a pull waits already."""
    scopes, first = list(desk.store.link().scopes), page(desk, complete=False)
    assert desk.store.stage(first, scopes)
    return scopes, first


def test_a_pull_goes_on_behind_what_waits_from_before(desk: DeskInProcess) -> None:
    scopes, first = staged_first(desk)
    asked: list[Request] = []
    last = page(desk, start=first.end, end=Cursor(first.end.position + 1, 8))
    ended = catch_up(desk, CatchUp(desk.store, never), [last], asked)
    assert ended == RoundOutcome("staged", followed=tuple(scopes))
    assert asked == [PullRequest(cursor=first.end, scopes=scopes)]


def test_pages_that_wait_are_dropped_if_their_end_is_unknown_now(desk: DeskInProcess) -> None:
    scopes, first = staged_first(desk)
    asked: list[Request] = []
    unknown = WireError(number=WireErrorNumber.UNKNOWN_CURSOR)
    ended = catch_up(desk, CatchUp(desk.store, lambda page: EMPTY), [unknown, page(desk)], asked)
    assert ended == EMPTY
    assert [one.cursor for one in asked if isinstance(one, PullRequest)] == [first.end, first.start]
    assert desk.store.staged() is None


@pytest.mark.parametrize("gathers", [True, False])
def test_a_desk_too_far_behind_drops_what_waits_and_fetches_all(desk: DeskInProcess, gathers: bool) -> None:
    scopes, _ = staged_first(desk)
    asked: list[Request] = []
    answers = [WireError(number=WireErrorNumber.TOO_FAR_BEHIND), reply := announced(desk)]
    job = CatchUp(desk.store, never)
    ended = driven(job.gather(scopes) if gathers else job.run(hello(desk)), answers, asked)
    whole = tuple(scopes)
    assert ended == RoundOutcome("needs_snapshot", snapshot=reply, covered=whole, followed=whole)
    assert asked[1] == SnapshotRequest(scopes=scopes)
    assert desk.store.staged() is None


ENDS: list[tuple[Answer, RoundOutcome]] = [
    (WireError(number=WireErrorNumber.UNKNOWN_CURSOR), RoundOutcome("refused", "40")),
    (WireError(number=WireErrorNumber.BUSY), RoundOutcome("refused", "50")),
    (WireError(number=99), RoundOutcome("refused", "99")),
    (WireError(number=WireErrorNumber.REVOKED), RoundOutcome("revoked", "25")),
    (NoReply("timeout"), RoundOutcome("no_line", "timeout")),
    (PushReply(decisions=[], expected=1), RoundOutcome("no_line", "not_a_hub")),
]


@pytest.mark.parametrize(("given", "ended"), ENDS, ids=lambda one: str(getattr(one, "kind", "")))
def test_gathering_ends_as_a_round_may_end(desk: DeskInProcess, given: Answer, ended: RoundOutcome) -> None:
    assert driven(CatchUp(desk.store, never).gather(desk.store.link().scopes), [given]) == ended


@pytest.mark.parametrize(("given", "ended"), ENDS, ids=lambda one: str(getattr(one, "kind", "")))
def test_an_answer_that_is_not_what_was_asked_for_says_how_the_round_ends(
    given: Answer, ended: RoundOutcome
) -> None:
    with pytest.raises(Ended, match=f"^{ended.kind}$") as caught:
        expect(given, HelloReply)
    assert caught.value.outcome == ended


def test_an_answer_that_was_asked_for_is_given_on(desk: DeskInProcess) -> None:
    reply = announced(desk)
    assert expect(reply, SnapshotReply) is reply
