"""Mails to customers in a simulated chain: the hub's own runner with a mail server that fails, loses and dies."""

import random
from collections import Counter
from typing import Any, cast

import sqlalchemy as sa

from storedesk.domain import pickup_state
from storedesk.domain.customer_message import READY
from storedesk.hub.mail_server import Outcome
from storedesk.hub.message_runner import MessageRunner
from storedesk.storage.hub_places import put_back_at
from tests.simulation.failure import TOLD, hold

OUTCOMES = (
    Outcome("sent"), Outcome("not_reached", "not_now"), Outcome("unknown", "line_lost"), Outcome("failed", "address"),
    None,
)  # fmt: skip
"""None: the hub dies before it hears what became of the mail."""
CHANCES = (80, 10, 6, 2, 2)


class MessagesSent:
    """One for a hub's whole run; ``begin_again`` when it was put back and starts anew."""

    def __init__(self, rng: random.Random, counts: Counter[str]) -> None:
        self._rng, self._counts = rng, counts
        self._gone_out: dict[str, tuple[int, str]] = {}
        self._put_back: list[int] = []
        self._started = 0

    def begin_again(self, now: int) -> None:
        self._put_back.append(now)
        self._started = now

    def send(self, connection: sa.Connection, now: int) -> None:
        """What is due; ``connection`` is outside a transaction, ``now`` the hub's clock in UTC ms."""
        runner = MessageRunner(cast(Any, None), cast(Any, None), lambda: now, self._started, self._tag)
        for _ in range(20):
            with connection.begin():
                attempt = runner.take(connection)
                if attempt is not None:
                    self._check(connection, attempt.message_id, now)
            if attempt is None:
                break
            outcome = self._rng.choices(OUTCOMES, CHANCES)[0]
            if outcome is None or outcome.state in ("sent", "unknown"):
                self._gone_out[attempt.message_id] = (now, self._about(connection, attempt.message_id))
            self._counts[f"message: {'cut off' if outcome is None else outcome.state}"] += 1
            if outcome is not None:
                with connection.begin():
                    runner.settle(attempt.message_id, outcome, connection)
        with connection.begin():
            (dropped,) = connection.exec_driver_sql(
                "SELECT count(*) FROM message WHERE state = 'dropped'"
            ).one()
        self._counts["message: dropped"] = max(self._counts["message: dropped"], dropped)

    def _check(self, connection: sa.Connection, message_id: str, now: int) -> None:
        """True at this moment, and not sent before by this hub or by itself before somebody noticed a restore.

        What makes a message is decided anew after a restore. If that gives it another time, its desk's clock ran
        ahead: then nobody can tell what was made before the restore from what was made after it.
        """
        text = (
            "SELECT m.kind, m.about, f.state, f.ready_at FROM message m "
            "JOIN fulfilment f ON f.id = m.fulfilment_id WHERE m.id = ?"
        )
        row = connection.exec_driver_sql(text, (message_id,)).one()
        hold(TOLD, row.state == pickup_state.READY, f"{message_id} says {row.kind}, and it is {row.state}")
        hold(TOLD, row.kind != READY or str(row.ready_at) == row.about, f"{message_id} is of another time")
        if message_id not in self._gone_out:
            return
        before, about = self._gone_out[message_id]
        noticed = put_back_at(connection)
        since = [at for at in self._put_back if before < at]
        unknowable = any(noticed < at for at in since) or (bool(since) and about != row.about)
        hold(TOLD, unknowable, f"{message_id} goes out again, first at {before}, now {now}")

    def _about(self, connection: sa.Connection, message_id: str) -> str:
        with connection.begin():
            text = "SELECT about FROM message WHERE id = ?"
            return str(connection.exec_driver_sql(text, (message_id,)).scalar_one())

    def _tag(self) -> int:
        return self._rng.getrandbits(62)
