"""Own work beneath pages, counted: which changes a desk makes itself, what is done again, what is doubted."""

from pathlib import Path
from typing import Any

import pytest

from storedesk.actions.registry import act_from
from storedesk.domain.changes import Add, Change, Insert, Set
from storedesk.domain.records import Person, StagingBin, StockLevel
from storedesk.domain.tables import SELLABLE
from storedesk.protocol.desk_rows import BringingIn
from storedesk.protocol.wire import Cursor, PullReply, PullRequest
from storedesk.sync.rebase import PageOutcome, do, is_followed, replay
from tests.small_shop import ALVA, ELIN, GBG, MAL, NOW, fulfilment_id, pickup
from tests.sync.twin_desks import copy_files, roll_back
from tests.world import DeskInProcess, make_world

ONE, TWO, THREE = (fulfilment_id(number) for number in (48201, 48202, 48203))
LEVEL = StockLevel(GBG, ALVA, SELLABLE, 50, 0, 0, 0, None, "A1-01", NOW)
PERSON = next(row for row in pickup(48203, {ALVA: 1}) if isinstance(row, Person))
LINES = [{"line": 1, "quantity": 1}, {"line": 2, "quantity": 2}]


@pytest.fixture(scope="module")
def imaged(tmp_path_factory: pytest.TempPathFactory) -> tuple[DeskInProcess, Path]:
    """A desk with two claims that wait."""
    folder = tmp_path_factory.mktemp("own")
    _, (desk,) = make_world(folder, desks=1)
    for fulfilment in (ONE, TWO):
        assert desk.perform("ClaimPickup", fulfilment_id=fulfilment) is None
    return desk, copy_files(desk, folder / "image")


@pytest.fixture
def desk(imaged: tuple[DeskInProcess, Path]) -> DeskInProcess:
    own, image = imaged
    roll_back(own, image)
    return own


FOLLOWED: list[tuple[Change, str, bool]] = [
    (Insert("stock_level", LEVEL), "stock:1", True),
    (Insert("stock_level", LEVEL), "stock:2", False),
    (Set("person", PERSON, PERSON._replace(holder=str(MAL))), f"persons:{MAL}", True),
    (Set("person", PERSON, PERSON._replace(holder=str(MAL))), f"persons:{PERSON.holder}", False),
    (Add("stock_level", (GBG, ALVA, SELLABLE), "quantity", -1), f"stock:{GBG}", True),
    (Add("stock_level", (GBG, ALVA, SELLABLE), "quantity", -1), f"stock:{ALVA}", False),
    (Add("fulfilment_line", (ONE, 1), "picked", 1), "orders", True),
    (Add("fulfilment_line", (ONE, 1), "picked", 1), "stock:1", False),
    (Add("hold", ("an id",), "quantity", 1), "nothing", True),
]


@pytest.mark.parametrize(("change", "scope", "followed"), FOLLOWED)
def test_a_desk_makes_the_changes_in_its_scopes(change: Change, scope: str, followed: bool) -> None:
    assert is_followed(change, frozenset({scope})) is followed


def next_page(desk: DeskInProcess) -> PullReply:
    link = desk.store.link()
    assert link.cursor is not None
    page = desk.hub.handle(desk.device_id, PullRequest(cursor=link.cursor, scopes=list(link.scopes)))
    assert isinstance(page, PullReply)
    return page


def empty(desk: DeskInProcess, position: int, **sums: int) -> PullReply:
    start = desk.store.link().cursor
    assert start is not None
    return PullReply(start=start, end=Cursor(position, 6), complete=True, tables=[], gone=[], sums=sums)


def outbox(desk: DeskInProcess) -> list[Any]:
    return desk.rows("SELECT state, doubtful FROM outbox ORDER BY number")


def claims(desk: DeskInProcess) -> list[Any]:
    return desk.rows(f"SELECT state, claimed_by, claimed_desk FROM fulfilment WHERE id IN ('{ONE}', '{TWO}')")


def test_a_page_says_what_it_brought_and_how_much_was_done_again(desk: DeskInProcess) -> None:
    desk.hub.write([LEVEL._replace(quantity=7), StagingBin(GBG, "H9", 3)])
    page, before = next_page(desk), claims(desk)
    assert desk.apply(page) == PageOutcome(2, frozenset({"stock_level", "staging_bin"}), 2, ())
    assert desk.store.link().cursor == page.end
    assert (claims(desk), outbox(desk)) == (before, [("waiting", 0), ("waiting", 0)])


def test_an_empty_page_moves_the_cursor_and_does_nothing_again(desk: DeskInProcess) -> None:
    assert desk.apply(empty(desk, 5_000)) == PageOutcome(0, frozenset(), 0, ())
    assert desk.store.link().cursor == Cursor(5_000, 6)


def test_what_the_cursor_has_reached_is_done_and_the_rest_is_done_again(desk: DeskInProcess) -> None:
    with desk.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE outbox SET state = 'decided', position = 7000 + seq")
    assert desk.apply(empty(desk, 7_000)) == PageOutcome(0, frozenset(), 0, ())
    assert desk.apply(empty(desk, 7_001)) == PageOutcome(0, frozenset(), 1, ())
    assert [row[0] for row in outbox(desk)] == ["done", "decided"]
    states = desk.rows(f"SELECT id, state FROM fulfilment WHERE id IN ('{ONE}', '{TWO}')")
    assert dict(tuple(row) for row in states) == {ONE: "new", TWO: "claimed"}


def test_scopes_whose_sums_differ_are_wrong_and_one_without_rows_sums_up_to_nothing(
    desk: DeskInProcess,
) -> None:
    right = {"orders": next_page(desk).sums["orders"]}
    sums = {"stock:77": 1, "catalogue": 5, "stock:78": 0, "accounts": 9, **right}
    outcome = desk.apply(empty(desk, 5_000, **sums))
    assert outcome == PageOutcome(0, frozenset(), 0, ("accounts", "catalogue", "stock:77"))


@pytest.mark.parametrize("spoil", ["kind = 'NobodyKnowsIt'", "args = '{\"no\": 1}'", "version = 999"])
def test_an_action_that_cannot_be_read_is_doubted_and_the_next_one_is_done(
    desk: DeskInProcess, spoil: str
) -> None:
    with desk.engine.begin() as connection:
        connection.exec_driver_sql(f"UPDATE outbox SET {spoil} WHERE seq = 1")
    with desk.store.begin() as connection:
        assert replay(desk.store.rows(connection)) == 2
    assert outbox(desk) == [("waiting", 1), ("waiting", 0)]
    states = desk.rows(f"SELECT id, state FROM fulfilment WHERE id IN ('{ONE}', '{TWO}')")
    assert dict(tuple(row) for row in states) == {ONE: "new", TWO: "claimed"}


def test_doing_again_leaves_each_row_and_version_as_it_was(desk: DeskInProcess) -> None:
    """A row that own work made new is taken away first and made anew."""
    assert desk.perform("Pick", fulfilment_id=ONE, lines=LINES) is None
    parcels = [{"bin": "H1", "lines": LINES}]
    assert desk.perform("StageParcels", fulfilment_id=ONE, parcels=parcels) is None
    tables = ("fulfilment", "fulfilment_line", "parcel", "stock_level", "timeline_entry", "base_row")
    before = [sorted(map(tuple, desk.rows(f"SELECT * FROM {name}")), key=str) for name in tables]
    with desk.store.begin() as connection:
        assert replay(desk.store.rows(connection)) == 4
    assert [sorted(map(tuple, desk.rows(f"SELECT * FROM {name}")), key=str) for name in tables] == before
    assert outbox(desk) == [("waiting", 0)] * 4


def test_an_act_that_is_refused_says_why_and_changes_nothing(desk: DeskInProcess) -> None:
    with desk.store.begin() as connection:
        connection.exec_driver_sql(f"UPDATE fulfilment SET state = 'cancelled' WHERE id = '{ONE}'")
    before = desk.rows("SELECT * FROM base_row")
    args = f'{{"fulfilment_id": "{ONE}"}}'.encode()
    act = act_from("an id", "ClaimPickup", 1, args, ELIN, GBG, "GBG-1-1")
    with desk.store.begin() as connection:
        reason = do(desk.store.rows(connection), act, NOW)
    assert reason is not None
    assert desk.rows("SELECT * FROM base_row") == before


def test_an_act_is_done_with_its_own_time(desk: DeskInProcess) -> None:
    args = f'{{"fulfilment_id": "{THREE}"}}'.encode()
    act = act_from("an id", "ClaimPickup", 1, args, ELIN, GBG, "GBG-1-1")
    with desk.store.begin() as connection:
        assert do(desk.store.rows(connection), act, NOW + 777) is None
    times = desk.rows(f"SELECT changed_at, state FROM fulfilment WHERE id = '{THREE}'")
    assert times == [(NOW + 777, "claimed")]


def test_nothing_is_done_again_while_rows_are_being_brought_in(desk: DeskInProcess) -> None:
    with desk.store.begin() as connection:
        connection.exec_driver_sql("UPDATE fulfilment SET note = 'partly newer'")
    before = desk.rows("SELECT * FROM fulfilment")
    scopes = list(desk.store.link().scopes)
    desk.store.begin_bringing_in(BringingIn(followed=scopes, end=Cursor(9_000, 1), sums={}))
    with desk.store.begin() as connection:
        assert replay(desk.store.rows(connection)) == 0
    assert desk.rows("SELECT * FROM fulfilment") == before
