"""Sends what customers are to be told: one at a time, put down before it is tried, and only while it is true."""

import asyncio
import contextlib
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from storedesk.actions.customer_messages import not_reached, not_sent, take_up, went_out
from storedesk.domain.customer_message import FAILED, SENDING, UNKNOWN
from storedesk.domain.records import Fulfilment, Message, Place
from storedesk.hub.database import Database
from storedesk.hub.mail_server import Mail, Outcome, Postman
from storedesk.hub.mail_texts import filled, mail_text
from storedesk.hub.minute_steps import Step, take_steps
from storedesk.storage.database_work import Connection, DatabaseTrouble
from storedesk.storage.feed_writer import FeedWriter
from storedesk.storage.hub_heard_reads import heard_by_place
from storedesk.storage.hub_message_reads import due, recipient, under_way
from storedesk.storage.hub_places import put_back_at
from storedesk.storage.rows import Rows

EVERY_SECONDS = 15.0
MOST = 100
NO_LINE = ("no_server", "sign_in")
"""No other mail would do better now."""
LOST_AFTER_MS = 10 * 60_000
"""An attempt that has not ended by then was cut off with its process; what it did is unknown."""


class Attempt(NamedTuple):
    """A message that was put down as being sent; without a mail where there is nobody to send it to."""

    message_id: str
    mail: Mail | None


class MessageRunner:
    """Lives on the hub's event loop; ``started`` is when this hub began (UTC ms)."""

    def __init__(
        self,
        database: Database,
        postman: Postman,
        now: Callable[[], int],
        started: int,
        random_tag: Callable[[], int],
    ) -> None:
        self._database, self._postman, self._now, self._random_tag = database, postman, now, random_tag
        self._started = started

    async def run(self) -> None:
        """Until cancelled; a database in trouble is tried again at the next turn."""
        while True:
            with contextlib.suppress(DatabaseTrouble):
                await self.turn()
            await asyncio.sleep(EVERY_SECONDS)

    async def turn(self) -> int:
        """Everything that is due now, in order; how many attempts were made."""
        made = 0
        while made < MOST:
            attempt = await self._database.write(self.take)
            if attempt is None:
                return made
            made += 1
            outcome = (
                Outcome(FAILED, "no_address")
                if attempt.mail is None
                else await asyncio.to_thread(self._postman.send, attempt.mail)
            )
            await self._database.write(partial(self.settle, attempt.message_id, outcome))
            if outcome.why in NO_LINE:
                break
        return made

    def take(self, connection: Connection) -> Attempt | None:
        """In one transaction: what cannot be known or is true no more is settled, the next one is taken up."""
        now = self._now()
        self._do(connection, [*self._lost(connection, now), *self._older_than_a_restore(connection, now)])
        heard = heard_by_place(connection)
        for message_id, place_id, due_at in due(connection, now, MOST):
            if due_at < self._started and heard.get(place_id, now) <= self._started:
                continue
            self._do(connection, [partial(take_up, message_id=message_id, now=now)])
            attempt = _attempt(connection, message_id, now)
            if attempt is not None:
                return attempt
        return None

    def settle(self, message_id: str, outcome: Outcome, connection: Connection) -> None:
        now = self._now()
        steps: dict[str, Step] = {
            "sent": partial(went_out, message_id=message_id, now=now),
            "not_reached": partial(not_reached, message_id=message_id, why=outcome.why, now=now),
        }
        end = FAILED if outcome.state == FAILED else UNKNOWN
        shown = partial(not_sent, message_id=message_id, end=end, why=outcome.why, now=now)
        self._do(connection, [steps.get(outcome.state, shown)])

    def _lost(self, connection: Connection, now: int) -> list[Step]:
        return [
            partial(not_sent, message_id=one, end=UNKNOWN, why="hub_stopped", now=now)
            for one in under_way(connection, now - LOST_AFTER_MS)
        ]

    def _older_than_a_restore(self, connection: Connection, now: int) -> list[Step]:
        """Before the hub was put back it may have sent them already."""
        put_back = put_back_at(connection)
        return [
            partial(not_sent, message_id=one, end=UNKNOWN, why="hub_put_back", now=now)
            for one, _, due_at in due(connection, now, MOST)
            if due_at < put_back
        ]

    def _do(self, connection: Connection, steps: list[Step]) -> None:
        if steps:
            feed = FeedWriter(connection, self._random_tag)
            take_steps(connection, steps, feed)
            feed.write()


def _attempt(connection: Connection, message_id: str, now: int) -> Attempt | None:
    """What was just taken up, with its words; None if it was dropped or somebody else works on it."""
    rows = Rows(connection)
    stored = rows.get("message", (message_id,))
    if stored is None or stored.row.state != SENDING or stored.row.tried_at != now:
        return None
    message: Message = stored.row
    pickup, place = rows.get("fulfilment", (message.fulfilment_id,)), rows.get("place", (message.place_id,))
    name, address, language = recipient(connection, message.order_id)
    if pickup is None or place is None or not address:
        return Attempt(message_id, None)
    return Attempt(message_id, _mail(message, pickup.row, place.row, name, address, language))


def _mail(message: Message, pickup: Fulfilment, place: Place, name: str, address: str, language: str) -> Mail:
    words = filled(
        mail_text(message.kind, language),
        name=name, order=pickup.order_number, place=place.name, address=place.address, day=pickup.last_day,
    )  # fmt: skip
    return Mail(message.id, name, address, words.subject, words.text, message.tried_at or message.made_at)
