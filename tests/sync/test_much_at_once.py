"""News that are too many for one transaction: all pages first, then piece by piece, whatever happens in between."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from storedesk.domain.records import Fulfilment, Person
from storedesk.protocol.wire import PullRequest, PushReply, PushRequest, Request
from storedesk.sync.catch_up import CatchUp
from tests.caught_up import Died, begin_staged, begin_whole, bring_in_begun, snapshot_of
from tests.simulation.stored_rows import export
from tests.small_shop import ALVA, GBG, MAL, RASK, articles, fulfilment_id, order_id, pickup
from tests.world import DeskInProcess, HubInProcess, make_world

ONE, TWO = fulfilment_id(48201), fulfilment_id(48202)


def scopes_of(desk: DeskInProcess) -> tuple[str, ...]:
    return desk.store.link().scopes


def gather(
    desk: DeskInProcess, page_rows: int = 4, before: Callable[[int], None] = lambda number: None
) -> str:
    """Fetches and stages; ``before`` each page something may happen at the hub."""
    number = 0

    def answer(request: Request) -> Any:
        nonlocal number
        before(number)
        number += 1
        return desk.hub.handle(desk.device_id, request)

    steps = CatchUp(desk.store, desk.apply, page_rows=page_rows).gather(scopes_of(desk))
    return desk.drive(steps, answer).kind


def assert_equal(hub: HubInProcess, desk: DeskInProcess) -> None:
    """After a last round without faults the desk has what the hub has, and own work is on top of nothing."""
    outcome = desk.sync()
    assert outcome.kind == "done"
    assert outcome.page is None or outcome.page.wrong == ()
    assert desk.rows("SELECT count(*) FROM base_row")[0][0] == 0
    own, central = (export(lambda sql, at=at: at(sql), scopes_of(desk)) for at in (desk.rows, query(hub)))
    assert [name for name in own if own[name] != central[name]] == []


def query(hub: HubInProcess) -> Callable[[str], list[Any]]:
    def run(sql: str) -> list[Any]:
        with hub.engine.begin() as connection:
            return list(connection.exec_driver_sql(sql))

    return run


def news(hub: HubInProcess) -> None:
    """Changed, new, moved and returned rows: stock, pickups, and persons that leave the store."""
    hub.write(articles(quantity=3))
    for number in (60_001, 60_002):
        hub.write(pickup(number, {ALVA: 1, RASK: 2}))
    move_person(hub, str(MAL))


def move_person(hub: HubInProcess, holder: str) -> None:
    row = next(row for row in pickup(48203, {ALVA: 1}) if isinstance(row, Person))
    hub.write([row._replace(holder=holder)])


def state(desk: DeskInProcess, fulfilment: str) -> str:
    return str(desk.rows(f"SELECT state FROM fulfilment WHERE id = '{fulfilment}'")[0][0])


def at_hub(hub: HubInProcess, fulfilment: str) -> Fulfilment:
    return next(Fulfilment(*row[:-1]) for row in hub.rows("fulfilment") if row.id == fulfilment)


def test_nothing_of_a_long_pull_is_shown_before_its_last_page_is_here(tmp_path: Path) -> None:
    hub, (desk, _) = make_world(tmp_path)
    news(hub)
    before = export(desk.rows, scopes_of(desk)), desk.store.link().cursor
    assert gather(desk) == "staged"
    assert desk.rows("SELECT count(*) FROM incoming")[0][0] > 3
    assert (export(desk.rows, scopes_of(desk)), desk.store.link().cursor) == before
    assert desk.store.refetching() == ()


def test_what_changes_while_the_pages_come_is_in_them(tmp_path: Path) -> None:
    """A row of an early page changes again, another leaves the store and comes back."""
    hub, (desk, _) = make_world(tmp_path)
    news(hub)

    def meanwhile(number: int) -> None:
        if number < 4:
            hub.write(articles(quantity=10 + number))
            move_person(hub, str(GBG if number % 2 else MAL))

    assert gather(desk, before=meanwhile) == "staged"
    begin_staged(desk)
    outcome = bring_in_begun(desk, rows=2)
    assert outcome is not None
    assert outcome.wrong == ()
    assert_equal(hub, desk)


def test_a_pull_that_was_interrupted_goes_on_behind_its_last_page(tmp_path: Path) -> None:
    hub, (desk, _) = make_world(tmp_path)
    news(hub)
    asked: list[int] = []

    def lose_the_third(number: int) -> None:
        if number == 2:
            raise Died

    with pytest.raises(Died):
        gather(desk, before=lose_the_third)
    desk.crash()
    steps = CatchUp(desk.store, desk.apply, page_rows=4).gather(scopes_of(desk))

    def answer(request: Request) -> Any:
        assert isinstance(request, PullRequest)
        asked.append(request.cursor.position)
        return hub.handle(desk.device_id, request)

    start = desk.store.link().cursor
    assert start is not None
    assert desk.drive(steps, answer).kind == "staged"
    assert asked[0] == start.position + 8
    begin_staged(desk)
    assert bring_in_begun(desk) is not None
    assert_equal(hub, desk)


def test_staged_pages_of_other_scopes_are_dropped(tmp_path: Path) -> None:
    hub, (desk, _) = make_world(tmp_path)
    news(hub)
    assert gather(desk) == "staged"
    assert desk.store.staged_to([*scopes_of(desk), f"stock:{MAL}"]) is None
    assert desk.rows("SELECT count(*) FROM incoming")[0][0] == 0
    assert_equal(hub, desk)


def test_while_pieces_come_in_the_scopes_that_change_are_said_to_be_refetched(tmp_path: Path) -> None:
    hub, (desk, _) = make_world(tmp_path)
    hub.write(articles(quantity=3))
    assert gather(desk) == "staged"
    begin_staged(desk)
    seen: list[tuple[str, ...]] = []
    bring_in_begun(desk, rows=2, before=lambda number: seen.append(desk.store.refetching()))
    assert seen
    assert all(f"stock:{GBG}" in scopes and "catalogue" not in scopes for scopes in seen)
    assert desk.store.refetching() == ()


PIECES = 11
"""With what comes before the end as the last one."""


@pytest.mark.parametrize("crash_at", range(PIECES))
def test_a_crash_before_any_piece_harms_nothing(crash_at: int, tmp_path: Path) -> None:
    """Own work is under way: one act undecided, one decided whose effects are on their way, one done in between."""
    hub, (desk, _) = make_world(tmp_path)
    assert desk.perform("ClaimPickup", fulfilment_id=ONE) is None
    sent = desk.store.to_send(0)
    reply = hub.handle(
        desk.device_id, PushRequest(epoch=desk.store.link().epoch, first_seq=1, actions=sent, chain="")
    )
    assert isinstance(reply, PushReply)
    desk.store.decided(reply.decisions, desk.clock)
    assert desk.perform("ClaimPickup", fulfilment_id=TWO) is None
    news(hub)
    hub.write([at_hub(hub, TWO)._replace(changed_at=desk.clock + 5)])
    assert gather(desk) == "staged"
    begin_staged(desk)

    def die(number: int) -> None:
        if number == crash_at:
            raise Died

    with pytest.raises(Died):
        bring_in_begun(desk, rows=4, before=die)
    desk.crash()
    assert (state(desk, ONE), state(desk, TWO)) == ("claimed", "claimed")
    assert desk.perform("EnterWrongCode", fulfilment_id=TWO) is None
    outcome = bring_in_begun(desk, rows=4)
    assert outcome is not None
    assert outcome.wrong == ()
    assert (state(desk, ONE), state(desk, TWO)) == ("claimed", "claimed")
    assert_equal(hub, desk)


def test_an_act_on_a_row_whose_new_version_waits_is_done_again_on_that(tmp_path: Path) -> None:
    hub, (desk, _) = make_world(tmp_path)
    news(hub)
    hub.write([at_hub(hub, ONE)._replace(state="cancelled", ended_at=desk.clock)])
    assert gather(desk) == "staged"
    begin_staged(desk)
    done: list[object] = []

    def act(number: int) -> None:
        if number == 0:
            done.append(desk.perform("ClaimPickup", fulfilment_id=ONE))

    outcome = bring_in_begun(desk, rows=3, before=act)
    assert outcome is not None
    assert (done, outcome.wrong) == ([None], ())
    assert state(desk, ONE) == "cancelled"
    assert desk.rows("SELECT doubtful FROM outbox") == [(1,)]


def test_an_act_between_pieces_stays_visible_until_the_end(tmp_path: Path) -> None:
    hub, (desk, _) = make_world(tmp_path)
    news(hub)
    hub.write([at_hub(hub, ONE)._replace(changed_at=desk.clock + 5)])
    assert gather(desk) == "staged"
    begin_staged(desk)
    seen: list[str] = []

    def act(number: int) -> None:
        if number == 1:
            assert desk.perform("ClaimPickup", fulfilment_id=ONE) is None
        if number >= 1:
            seen.append(state(desk, ONE))

    bring_in_begun(desk, rows=2, before=act)
    assert set(seen) == {"claimed"}
    assert state(desk, ONE) == "claimed"
    assert_equal(hub, desk)


def test_a_scope_whose_rows_went_wrong_is_fetched_alone(tmp_path: Path) -> None:
    hub, (desk, _) = make_world(tmp_path)
    with desk.store.begin() as connection:
        connection.exec_driver_sql(
            f"DELETE FROM stock_level WHERE location_id = {GBG} AND variant_id = {ALVA}"
        )
        connection.exec_driver_sql(
            f"UPDATE stock_level SET quantity = 99, row_hash = row_hash + 1 WHERE location_id = {GBG}"
        )
        connection.exec_driver_sql(f"UPDATE scope_state SET total = total + 7 WHERE scope = 'stock:{GBG}'")
    outcome = desk.sync()
    assert (outcome.kind, outcome.covered) == ("done", (f"stock:{GBG}",))
    assert_equal(hub, desk)


def test_a_scope_that_is_added_is_fetched_alone_and_brought_to_the_common_position(tmp_path: Path) -> None:
    hub, (desk, _) = make_world(tmp_path)
    lacking = scopes_of(desk)[:-1] if scopes_of(desk)[-1].startswith("stock:") else ()
    assert lacking
    forget(desk, scopes_of(desk)[-1], lacking)
    assert desk.perform("ClaimPickup", fulfilment_id=ONE) is None
    news(hub)
    outcome = desk.sync()
    assert (outcome.kind, len(outcome.covered)) == ("done", 1)
    assert state(desk, ONE) == "claimed"
    assert_equal(hub, desk)


@pytest.mark.parametrize("crash_at", range(4, 20))
def test_a_crash_does_not_bring_a_snapshot_back_over_the_pages_that_are_newer(
    crash_at: int, tmp_path: Path
) -> None:
    hub, (desk, _) = make_world(tmp_path)
    scopes = scopes_of(desk)
    added = f"stock:{GBG}"
    forget(desk, added, tuple(scope for scope in scopes if scope != added))
    reply = snapshot_of(desk, [added])
    hub.write(articles(quantity=3))
    gathered = desk.drive(CatchUp(desk.store, desk.apply).gather(scopes))
    assert gathered.kind == "staged"
    begin_staged(desk, reply.file, reply.key, (added,))

    def die(number: int) -> None:
        if number == crash_at:
            raise Died

    try:
        outcome = bring_in_begun(desk, rows=2, before=die)
    except Died:
        desk.crash()
        outcome = bring_in_begun(desk, rows=2)
    assert outcome is not None
    assert outcome.wrong == ()
    assert_equal(hub, desk)


def forget(desk: DeskInProcess, scope: str, followed: tuple[str, ...]) -> None:
    """A desk that never followed the scope."""
    place = scope.partition(":")[2]
    desk.store.follow(followed)
    with desk.store.begin() as connection:
        connection.exec_driver_sql(f"DELETE FROM stock_level WHERE location_id = {place}")
        connection.exec_driver_sql("DELETE FROM scope_state WHERE scope = ?", (scope,))


@pytest.mark.parametrize("crash_at", [0, 1, 2])
def test_a_scope_that_is_dropped_takes_its_rows_with_it(crash_at: int, tmp_path: Path) -> None:
    hub, (desk, _) = make_world(tmp_path)
    extra = f"persons:{MAL}"
    hub.write([row for row in pickup(61_001, {ALVA: 1}, place=MAL) if isinstance(row, Person)])
    desk.store.follow((*scopes_of(desk), extra))
    with desk.store.begin() as connection:
        person = next(row for row in hub.rows("person") if row.order_id == order_id(61_001))
        marks = ", ".join("?" * len(person))
        connection.exec_driver_sql(f"INSERT OR REPLACE INTO person VALUES ({marks})", tuple(person))
        text = "INSERT INTO scope_state (scope, total) VALUES (?, ?)"
        connection.exec_driver_sql(text, (extra, person.row_hash))
    hello = [scope for scope in scopes_of(desk) if scope != extra]
    assert desk.drive(CatchUp(desk.store, desk.apply).gather(hello)).kind == "staged"
    begin_staged(desk)

    def die(number: int) -> None:
        if number == crash_at:
            raise Died

    with pytest.raises(Died):
        bring_in_begun(desk, rows=1, before=die)
    desk.crash()
    outcome = bring_in_begun(desk, rows=1)
    assert outcome is not None
    assert outcome.wrong == ()
    assert desk.rows(f"SELECT count(*) FROM person WHERE holder = '{MAL}'") == [(0,)]
    assert desk.rows("SELECT count(*) FROM scope_state WHERE scope = ?".replace("?", f"'{extra}'")) == [(0,)]
    assert_equal(hub, desk)


@pytest.mark.parametrize("crash_at", range(0, 30, 3))
def test_a_desk_too_far_behind_takes_a_snapshot_of_all_and_keeps_its_own_work(
    crash_at: int, tmp_path: Path
) -> None:
    hub, (desk, _) = make_world(tmp_path)
    assert desk.perform("ClaimPickup", fulfilment_id=ONE) is None
    news(hub)
    with hub.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE feed_head SET horizon = position")

    def die(number: int) -> None:
        if number == crash_at:
            raise Died

    outcome = desk.drive(desk.round().run())
    assert outcome.kind == "needs_snapshot"
    begin_whole(desk, outcome)
    with pytest.raises(Died):
        bring_in_begun(desk, rows=3, before=die)
    desk.crash()
    assert desk.perform("ClaimPickup", fulfilment_id=TWO) is None
    page = bring_in_begun(desk, rows=3)
    assert page is not None
    assert page.wrong == ()
    assert (state(desk, ONE), state(desk, TWO)) == ("claimed", "claimed")
    assert_equal(hub, desk)


def test_what_cannot_be_finished_is_fetched_anew(tmp_path: Path) -> None:
    """The snapshot's file is lost half-way."""
    hub, (desk, _) = make_world(tmp_path)
    news(hub)
    assert gather(desk) == "staged"
    begin_staged(desk)

    def die(number: int) -> None:
        if number == 3:
            raise Died

    with pytest.raises(Died):
        bring_in_begun(desk, rows=2, before=die)
    desk.store.give_up_bringing_in()
    assert desk.store.refetching()
    outcome = desk.sync()
    assert set(outcome.covered) >= {f"stock:{GBG}"}
    assert desk.store.refetching() == ()
    assert_equal(hub, desk)
