"""What customers are told: once, through a real mail server, only while it is true, and never against a silent store."""

import asyncio
import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from storedesk.domain.records import Person, Setting
from storedesk.hub.database import SqliteDatabase
from storedesk.hub.mail_server import SmtpPostman
from storedesk.hub.message_runner import MessageRunner
from storedesk.storage.hub_places import note_put_back
from tests.hub.mail_box import MailBox, mail_box
from tests.small_shop import NOW, fulfilment_id, small_shop
from tests.world import KEY, DeskInProcess, HubInProcess

MINUTE, HOUR, DAY = 60_000, 3_600_000, 86_400_000
ONE = fulfilment_id(48201)
LINES = [{"line": 1, "quantity": 1}, {"line": 2, "quantity": 2}]


class Shop:
    """A hub that tells customers itself, two desks of a store, and a mail server."""

    def __init__(self, folder: Path, box: MailBox) -> None:
        rows = [
            row._replace(email="maria@example.org", language="sv") if isinstance(row, Person) else row
            for row in small_shop(2)
        ]
        rows += [
            Setting(0, f"message.{kind}.{channel}", "hub")
            for kind in ("ready", "last_day")
            for channel in range(9)
        ]
        self.folder, self.box = folder, box
        self.hub = HubInProcess(folder, random.Random(5), rows=rows)
        self.first, self.second = (DeskInProcess(folder, self.hub, number) for number in (1, 2))
        self.started = NOW
        self.hear(NOW)

    def hear(self, now: int, *silent: DeskInProcess) -> None:
        self.hub.now = now
        for desk in (self.first, self.second):
            desk.clock = now
            if desk not in silent:
                for _ in range(2):
                    assert desk.sync().kind == "done"

    def make_ready(self) -> None:
        desk = self.first
        assert desk.perform("Pick", fulfilment_id=ONE, lines=LINES) is None
        assert (
            desk.perform("StageParcels", fulfilment_id=ONE, parcels=[{"bin": "H1", "lines": LINES}]) is None
        )
        assert desk.perform("MarkReady", fulfilment_id=ONE) is None
        assert desk.sync().kind == "done"

    def minute(self) -> None:
        with self.hub.engine.begin() as connection:
            self.hub.hub.mind(connection, self.hub.now)

    def send(self) -> int:
        return asyncio.run(self._send())

    async def _send(self) -> int:
        database = SqliteDatabase(self.folder / "hub.db", KEY, self.folder)
        postman = SmtpPostman(self.box.server)
        runner = MessageRunner(database, postman, lambda: self.hub.now, self.started, self.hub.tag)
        try:
            return await runner.turn()
        finally:
            await database.close()

    def states(self) -> list[tuple[str, str]]:
        return sorted((row.kind, row.state) for row in self.hub.rows("message"))

    def tasks(self) -> list[str]:
        return [row.kind for row in self.hub.rows("task")]


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    with mail_box() as box:
        yield Shop(tmp_path, box)


def test_a_customer_hears_once_that_the_goods_are_ready(shop: Shop) -> None:
    shop.make_ready()
    assert shop.send() == 0
    shop.hub.now += 3 * MINUTE
    assert shop.send() == 1
    assert shop.send() == 0
    (mail,) = shop.box.mails
    assert "48201" in str(mail["Subject"])
    assert str(mail["Subject"]).startswith("Din beställning")
    (message,) = shop.hub.rows("message")
    assert mail["Message-ID"] == f"<{message.id}@example.org>"
    assert (message.state, message.tries) == ("sent", 1)
    assert "maria" not in str(message)


def test_staff_who_took_it_back_in_time_leave_no_mail(shop: Shop) -> None:
    shop.make_ready()
    shop.hub.now += MINUTE
    shop.first.clock = shop.hub.now
    parcels = [row[0] for row in shop.first.rows("SELECT id FROM parcel")]
    args: dict[str, Any] = {"fulfilment_id": ONE, "parcels": parcels, "proof": "code"}
    assert shop.first.perform("HandOver", **args) is None
    shop.hear(shop.hub.now + 5 * MINUTE)
    assert shop.send() == 0
    assert shop.states() == [("ready", "dropped")]
    assert shop.box.mails == []


def test_a_channel_whose_platform_tells_has_no_second_sender(tmp_path: Path) -> None:
    with mail_box() as box:
        shop = Shop(tmp_path, box)
        shop.hub.write([Setting(0, f"message.ready.{channel}", "platform") for channel in range(9)])
        shop.make_ready()
        shop.hub.now += HOUR
        assert (shop.send(), shop.states()) == (0, [])


def test_a_mail_server_that_is_away_is_asked_again(shop: Shop) -> None:
    shop.make_ready()
    shop.hub.now += 3 * MINUTE
    shop.box.answer = "451 later"
    assert shop.send() == 1
    assert shop.states() == [("ready", "waiting")]
    assert shop.send() == 0
    shop.hub.now += 2 * MINUTE
    shop.box.answer = "250 OK"
    assert shop.send() == 1
    assert shop.states() == [("ready", "sent")]


def test_a_mail_that_may_have_gone_out_is_shown_and_not_sent_again(shop: Shop) -> None:
    shop.make_ready()
    shop.hub.now += 3 * MINUTE
    shop.box.answer = "hang up"
    assert shop.send() == 1
    shop.hub.now += DAY
    assert shop.send() == 0
    assert shop.states() == [("ready", "unknown")]
    assert shop.tasks() == ["ring_customer"]


def test_an_address_that_is_refused_makes_a_task(shop: Shop) -> None:
    shop.make_ready()
    shop.hub.now += 3 * MINUTE
    shop.box.refused_address = "maria@example.org"
    assert shop.send() == 1
    assert (shop.states(), shop.tasks()) == ([("ready", "failed")], ["ring_customer"])


def test_an_attempt_that_was_cut_off_with_its_hub_is_unknown(shop: Shop) -> None:
    shop.make_ready()
    shop.hub.now += 3 * MINUTE
    with shop.hub.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE message SET state = 'sending', tried_at = ?", (shop.hub.now,))
    assert shop.send() == 0
    assert shop.states() == [("ready", "sending")]
    shop.hub.now += HOUR
    assert (shop.send(), shop.states(), shop.box.mails) == (0, [("ready", "unknown")], [])


def test_a_hub_that_was_put_back_sends_nothing_that_it_may_have_sent(shop: Shop) -> None:
    shop.make_ready()
    shop.hub.now += 3 * MINUTE
    with shop.hub.engine.begin() as connection:
        note_put_back(connection, shop.hub.now)
    assert (shop.send(), shop.states()) == (0, [("ready", "unknown")])


def test_what_was_due_before_the_hub_began_waits_until_its_store_was_heard_of(shop: Shop) -> None:
    shop.make_ready()
    shop.hub.now += HOUR
    shop.started = shop.hub.now
    assert shop.send() == 0
    shop.hear(shop.hub.now + MINUTE)
    assert shop.send() == 1


def test_nobody_is_reminded_of_goods_that_a_silent_desk_may_have_handed_over(shop: Shop) -> None:
    shop.make_ready()
    shop.hub.now += 3 * MINUTE
    assert shop.send() == 1
    (row,) = [row for row in shop.hub.rows("fulfilment") if row.id == ONE]
    day_before = _noon_before(row.last_day)
    shop.hear(day_before, shop.second)
    shop.minute()
    assert shop.states() == [("ready", "sent")]
    shop.hear(day_before)
    shop.minute()
    shop.minute()
    assert shop.states() == [("last_day", "waiting"), ("ready", "sent")]
    assert shop.send() == 1
    assert shop.box.subjects()[-1].startswith("I morgon är sista dagen")


def _noon_before(last_day: str) -> int:
    noon = datetime.fromisoformat(f"{last_day}T11:00:00").replace(tzinfo=UTC) - timedelta(days=1)
    return int(noon.timestamp() * 1000)
