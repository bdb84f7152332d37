"""One hub, desks of two versions: each ends equal to the hub's rows as its own version says them."""

import random
from functools import partial
from pathlib import Path
from typing import Any

import msgspec
import pytest

from storedesk.actions.registry import KINDS, reads_version
from storedesk.domain.records import Task
from storedesk.domain.tables import TABLE_BY_NAME, Key
from storedesk.hub.decide_push import Faults
from storedesk.hub.handle import Hub, desk_scopes
from storedesk.protocol.canonical import row_hash, sum_of
from storedesk.protocol.wire import (
    WIRE_VERSION,
    ActionRecord,
    Cursor,
    HelloReply,
    HelloRequest,
    PullReply,
    PullRequest,
    PushReply,
    PushRequest,
    WireError,
    encode,
    reply_decoder,
)
from storedesk.protocol.wire_errors import WireErrorNumber
from storedesk.protocol.wire_versions import Spoken, WireVersion, without
from storedesk.storage.feed_writer import FeedWriter
from storedesk.storage.hub_rows import prepare_hub, write_rows
from storedesk.storage.hub_setup import spoken_before
from storedesk.storage.row_statements import select_all_rows
from storedesk.storage.short_sql import ShortSql
from tests.small_shop import ELIN, GBG, NOW, fulfilment_id, small_shop
from tests.world import DeskInProcess, HubInProcess

OLD = without(
    WIRE_VERSION - 1, {"fulfilment": ("wrong_codes",), "stock_level": ("shelf", "incoming_at"), "task": ()}
)
"""Invented: pickups counted no wrong codes, stock had no shelf, and there were no tasks."""


class HubOfTwoVersions(HubInProcess):
    """Speaks the current version and ``OLD``."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, random.Random(1), rows=None)
        self.spoken = Spoken()
        self.write(small_shop())
        self.speak(Spoken(OLD))

    def speak(self, spoken: Spoken) -> None:
        """As after an update of the hub."""
        self.spoken = spoken
        faults = Faults(feed_writer=partial(FeedWriter, spoken=spoken))
        self.hub = Hub(self.tag, faults, spoken=spoken)
        with self.engine.begin() as connection:
            prepare_hub(connection, "test-hub", self.tag)
            spoken_before(connection, spoken)

    def write(self, rows: list[Any]) -> None:
        with self.engine.begin() as connection:
            write_rows(connection, rows, self.tag, self.spoken)


class OldDesk:
    """A desk whose program knows ``version`` and nothing else; it proves each page by what it knows."""

    def __init__(self, hub: HubInProcess, number: int, version: WireVersion = OLD) -> None:
        self.hub, self.version, self.number = hub, version, number
        self.device_id = hub.add_device(number)
        self.rows: dict[tuple[str, Key], tuple[str, int, tuple[Any, ...]]] = {}
        with hub.engine.begin() as connection:
            self.scopes = desk_scopes(connection, GBG)
            tag = connection.exec_driver_sql("SELECT tag FROM commit_tag WHERE position = 0").scalar_one()
        self.cursor = Cursor(0, tag)

    def hello(self) -> Any:
        return self.ask(
            HelloRequest(app="old", wire=self.version.number, epoch=1, cursor=self.cursor, last_seq=0)
        )

    def ask(self, request: Any) -> Any:
        return reply_decoder.decode(encode(self.hub.handle(self.device_id, request)))

    def sync(self) -> None:
        assert isinstance(self.hello(), HelloReply)
        page: PullReply = self.ask(
            PullRequest(cursor=self.cursor, scopes=list(self.scopes), wire=self.version.number)
        )
        for table in page.tables:
            assert tuple(table.columns) == self.version.columns[table.table]
            for values, hash_ in zip(table.rows, table.hashes, strict=True):
                assert row_hash(table.table, values) == hash_
                key, scope = key_and_scope(self.version, table.table, values)
                self.rows[table.table, key] = (scope, hash_, tuple(values))
        for gone in page.gone:
            held = self.rows.get((gone.table, tuple(gone.key)))
            if held is not None and held[0] == gone.scope:
                del self.rows[gone.table, tuple(gone.key)]
        self.cursor = page.end
        for scope, total in page.sums.items():
            assert sum_of(hash_ for there, hash_, _ in self.rows.values() if there == scope) == total, scope


def key_and_scope(version: WireVersion, name: str, values: Any) -> tuple[Key, str]:
    table, named = TABLE_BY_NAME[name], dict(zip(version.columns[name], values, strict=True))
    scope = table.scope if table.scope_column is None else f"{table.scope}:{named[table.scope_column]}"
    return tuple(named[column] for column in table.key), scope


def export(
    hub: HubInProcess, version: WireVersion, scopes: tuple[str, ...]
) -> dict[tuple[str, Key], tuple[Any, ...]]:
    """The hub's rows in these scopes as a version says them."""
    found: dict[tuple[str, Key], tuple[Any, ...]] = {}
    with hub.engine.begin() as connection:
        for name, columns in version.columns.items():
            table = TABLE_BY_NAME[name]
            for values in ShortSql(connection).all(select_all_rows(name)):
                row = table.row(*values[:-1])
                if table.scope_of(row) in scopes:
                    found[name, table.key_of(row)] = tuple(getattr(row, column) for column in columns)
    return found


def work(desk: DeskInProcess) -> None:
    """Wrong codes that only a new desk sees, a hold that both see, and a refusal whose task only one knows."""
    desk.perform("EnterWrongCode", fulfilment_id=fulfilment_id(48201))
    desk.perform("ClaimPickup", fulfilment_id=fulfilment_id(48202))
    desk.perform("PlaceHold", location_id=GBG, variant_id=101, quantity=1, until=NOW + 3_600_000)


@pytest.fixture
def hub(tmp_path: Path) -> HubOfTwoVersions:
    return HubOfTwoVersions(tmp_path)


def test_desks_of_both_versions_end_equal_to_what_their_version_says(
    hub: HubOfTwoVersions, tmp_path: Path
) -> None:
    new, old = DeskInProcess(tmp_path, hub, 1), OldDesk(hub, 2)
    assert new.sync().kind == "done"
    old.sync()
    for _ in range(2):
        work(new)
        assert new.sync().kind == "done"
        hub.write([task(f"a task {hub.rng.random()}")])
        new.sync()
        old.sync()
    current = without(WIRE_VERSION, {})
    assert {name: values for name, (_, _, values) in old.rows.items()} == export(hub, OLD, old.scopes)
    seen = {
        (name, key): tuple(row)
        for name, table in TABLE_BY_NAME.items()
        for row in (table.row(*values[:-1]) for values in new.rows(select_all_rows(name)))
        for key in [table.key_of(row)]
    }
    assert seen == export(hub, current, old.scopes)


def task(name: str) -> Task:
    return Task(name, GBG, "refused_action", "", "", name, NOW, "open", "{}", "", None, None)


def test_an_action_from_a_desk_of_the_version_before_is_decided(hub: HubOfTwoVersions) -> None:
    old = OldDesk(hub, 2)
    args = msgspec.Raw(msgspec.json.encode({"fulfilment_id": fulfilment_id(48201)}))
    record = ActionRecord(
        id="an-old-act", seq=1, kind="ClaimPickup", version=KINDS["ClaimPickup"].oldest, at=NOW, at_error=0, boot="b",
        staff_id=ELIN, place_id=GBG, args=args,
    )  # fmt: skip
    reply = old.ask(PushRequest(epoch=1, first_seq=1, actions=[record], chain=""))
    assert isinstance(reply, PushReply)
    assert [decision.outcome for decision in reply.decisions] == ["accepted"]
    old.sync()


def test_a_kind_says_from_which_version_on_it_is_understood() -> None:
    kind = KINDS["ClaimPickup"]._replace(version=4, oldest=3)
    assert [version for version in range(6) if reads_version(kind, version)] == [3, 4]


def test_after_an_update_the_sums_are_those_of_another_version(hub: HubOfTwoVersions) -> None:
    other = without(WIRE_VERSION - 1, {"orders": ("gift",)})
    hub.speak(Spoken(other))
    desk = OldDesk(hub, 3, other)
    desk.sync()
    assert {name: values for name, (_, _, values) in desk.rows.items()} == export(hub, other, desk.scopes)


@pytest.mark.parametrize(("wire", "number"), [
    (WIRE_VERSION - 2, WireErrorNumber.WIRE_TOO_OLD), (WIRE_VERSION + 1, WireErrorNumber.WIRE_TOO_NEW),
])  # fmt: skip
def test_other_versions_are_told_to_update(hub: HubOfTwoVersions, wire: int, number: int) -> None:
    desk = OldDesk(hub, 2, OLD._replace(number=wire))
    answers = [desk.hello(), desk.ask(PullRequest(cursor=desk.cursor, scopes=list(desk.scopes), wire=wire))]
    assert [answer.number for answer in answers if isinstance(answer, WireError)] == [number, number]


def test_where_versions_say_a_row_alike_it_has_one_hash() -> None:
    spoken = Spoken(OLD)
    assert set(spoken.differing) == {"fulfilment", "stock_level", "task"}
    row = next(row for row in small_shop() if type(row).__name__ == "Order")
    assert spoken.older_hash("orders", row, 17) == 17
    assert spoken.older_hash("task", task("one"), 17) == 0
