"""A state machine plays two desks and their hub against an oracle that only adds numbers up."""

import os
import random
import shutil
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from storedesk.domain.tables import SELLABLE
from storedesk.protocol.wire import HelloRequest, PullRequest, PushRequest, Request
from storedesk.sync.rebase import replay
from storedesk.sync.sync_round import Answer, NoReply
from tests.small_shop import ALVA, GBG
from tests.sync.central_copy import Line, put_back, set_aside
from tests.world import DeskInProcess, HubInProcess, make_world

FATES: dict[str, tuple[type[Request] | None, bool]] = {
    "good": (None, False),
    "no hello": (HelloRequest, False),
    "push lost": (PushRequest, False),
    "decisions lost": (PushRequest, True),
    "pull lost": (PullRequest, False),
    "page lost": (PullRequest, True),
}
"""Which request of a round is lost, or (True) the reply to it."""
LEVEL = f"SELECT quantity FROM stock_level WHERE location_id = {GBG} AND variant_id = {ALVA} AND bucket = {SELLABLE}"


class Oracle:
    """What each desk added, what the hub has of it, and what each desk has seen of the other's."""

    def __init__(self, opening: int) -> None:
        self.opening = opening
        self.made: list[list[int]] = [[], []]
        self.central: list[int] = [0, 0]
        self.seen: list[int] = [0, 0]
        self.aside: list[int] | None = None

    def hub(self) -> int:
        return self.opening + sum(sum(self.made[desk][: self.central[desk]]) for desk in (0, 1))

    def desk(self, desk: int, others: int) -> int:
        """With that many of the other's acts; own work is always seen."""
        return self.opening + sum(self.made[desk]) + sum(self.made[1 - desk][:others])


class DesksAndTheirHub(RuleBasedStateMachine):
    """Whatever is lost, crashed or put back, each side shows what the oracle says."""

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="storedesk-oracle-"))
        self.hub: HubInProcess
        self.desks: list[DeskInProcess]
        self.hub, self.desks = make_world(self.folder)
        self.oracle = Oracle(self._hub_level())
        self.random = random.Random(5)
        self.copy: Path | None = None

    @rule(desk=st.integers(0, 1), quantity=st.integers(1, 4))
    def add(self, desk: int, quantity: int) -> None:
        args: dict[str, Any] = {"variant_id": ALVA, "quantity": quantity, "reason": "found"}
        assert self.desks[desk].perform("AdjustStock", **args) is None
        self.oracle.made[desk].append(quantity)

    @rule(desk=st.integers(0, 1), fate=st.sampled_from(sorted(FATES)))
    def one_round(self, desk: int, fate: str) -> None:
        kind, replied = FATES[fate]
        line = self._line(desk, kind, replied=replied)
        outcome = line.sync()
        asked = [type(request) for request in line.asked]
        if PushRequest in asked and not (kind is PushRequest and not replied):
            self.oracle.central[desk] = len(self.oracle.made[desk])
        if outcome.kind == "done":
            self.oracle.seen[desk] = self.oracle.central[1 - desk]

    @rule(desk=st.integers(0, 1))
    def restart(self, desk: int) -> None:
        one = self.desks[desk]
        one.crash()
        one.heard = 0
        if one.store.rescue(one.store.sealed_records()):
            with one.store.begin() as connection:
                replay(one.store.rows(connection))

    @rule()
    def back_the_hub_up(self) -> None:
        self.copy = set_aside(self.hub, self.folder)
        self.oracle.aside = list(self.oracle.central)

    @precondition(lambda self: self.copy is not None)
    @rule()
    def put_the_hub_back(self) -> None:
        assert self.copy is not None and self.oracle.aside is not None
        put_back(self.hub, self.folder, self.copy)
        self.oracle.central = list(self.oracle.aside)

    @invariant()
    def the_hub_has_what_was_decided(self) -> None:
        if hasattr(self, "oracle"):
            assert self._hub_level() == self.oracle.hub()

    @invariant()
    def a_desk_shows_its_own_work_and_what_it_has_seen(self) -> None:
        for desk in (0, 1) if hasattr(self, "oracle") else ():
            seen = {self.oracle.seen[desk], self.oracle.central[1 - desk]}
            shown = self.desks[desk].rows(LEVEL)[0][0]
            assert shown in {self.oracle.desk(desk, others) for others in seen}

    def teardown(self) -> None:
        if not hasattr(self, "oracle"):
            return
        try:
            self._settle()
        finally:
            for side in (self.hub, *self.desks):
                side.engine.dispose()
            shutil.rmtree(self.folder)

    def _settle(self) -> None:
        for desk in (0, 1, 0):
            self._line(desk, None, replied=False).settle()
            self.oracle.central[desk] = len(self.oracle.made[desk])
        everything = self.oracle.hub()
        assert self._hub_level() == everything
        for one in self.desks:
            assert one.rows(LEVEL) == [(everything,)]
            assert one.rows("SELECT count(*) FROM base_row") == [(0,)]
            assert one.rows("SELECT count(*) FROM outbox WHERE state <> 'done'") == [(0,)]
        decided = [row.action_id for row in self.hub.rows("inbox")]
        assert len(decided) == len(set(decided)) == sum(len(made) for made in self.oracle.made)

    def _line(self, desk: int, lost: type[Request] | None, *, replied: bool) -> Line:
        line: Line

        def change(request: Request) -> Answer | None:
            if lost is None or not isinstance(request, lost):
                return None
            if replied:
                line.hub_answers(request)
            return NoReply("timeout")

        line = Line(self.desks[desk], change)
        return line

    def _hub_level(self) -> int:
        with self.hub.engine.begin() as connection:
            return int(connection.exec_driver_sql(LEVEL).scalar_one())


DesksAndTheirHub.TestCase.settings = settings(
    max_examples=int(os.environ.get("STOREDESK_EXAMPLES", "15")),
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
TestDesksAndTheirHub = DesksAndTheirHub.TestCase
