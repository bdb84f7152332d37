"""One desk that works through a chaos proxy: what it asked, whether each act had one effect, and how it went."""

import random
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

from storedesk.protocol.desk_link import Answered, Enrol, SyncState
from tests.chaos.chaos_proxy import ChaosProxy
from tests.processes.killing import ONE, check_effects
from tests.processes.shop_floor import DeskProcess, HubProcess, new_action_id
from tests.small_shop import ELIN, fulfilment_id

AGAIN_SECONDS = 0.5
MOST_ROUNDS = 2_000


class LineDesk:
    """A worker whose only way to the hub is the proxy; picks one unit after the other of a pickup of its own."""

    def __init__(self, profile: Path, hub: HubProcess, proxy: ChaosProxy, number: int = 1) -> None:
        self.hub, self.proxy, self.number = hub, proxy, number
        self.asked: list[str] = []
        self.desk = DeskProcess(profile)
        enrol_at(self.desk, proxy.url, hub.code())
        self.desk.wait_ready()
        claimed = self.desk.perform("ClaimPickup", staff_id=ELIN, fulfilment_id=fulfilment_id(number))
        assert claimed.outcome == "saved", claimed
        self.desk.wait_until_sent()

    def __enter__(self) -> "LineDesk":
        return self

    def __exit__(self, *_: object) -> None:
        self.desk.link.stop()

    def pick(self, times: int) -> None:
        """Saved here, whatever the line does."""
        answers = [self._pick() for _ in range(times)]
        for answer in answers:
            assert answer.result(60).outcome == "saved"

    def _pick(self) -> Any:
        action_id = new_action_id()
        self.asked.append(action_id)
        args = {"fulfilment_id": fulfilment_id(self.number), "lines": ONE}
        return self.desk.link.ask(self.desk.perform_message("Pick", ELIN, action_id, args))

    def states(self, since: int = 0) -> list[SyncState]:
        return [message for message in self.desk.messages[since:] if isinstance(message, SyncState)]

    def round(self) -> SyncState:
        """Asks for one round at once and gives the state at its end, whether it was good or not."""
        since = len(self.desk.messages)
        for _ in range(120):
            self.desk.nudge()
            with self.desk.changed:
                if self.desk.changed.wait_for(lambda: self._ended(since) is not None, AGAIN_SECONDS):
                    break
        found = self._ended(since)
        assert found is not None, "no round has ended for a minute"
        return found

    def _ended(self, since: int) -> SyncState | None:
        begun = False
        for state in self.states(since):
            if begun and not state.syncing:
                return state
            begun = begun or state.syncing
        return None

    def drain(self) -> int:
        """Rounds until nothing waits; how many it took."""
        for count in range(1, MOST_ROUNDS):
            state = self.round()
            if state.waiting == 0 and not state.problem:
                return count
        raise AssertionError(f"something still waits after {MOST_ROUNDS} rounds")

    def check(self) -> None:
        """Each act had one effect at the hub, and this desk shows the same."""
        check_effects(self.hub, self.number, self.asked)
        line = fulfilment_id(self.number)
        shown = self.desk.rows("SELECT picked FROM fulfilment_line WHERE fulfilment_id = ?", line)
        assert shown == [(len(self.asked),)]
        assert self.desk.downs == []


class LineFigures(NamedTuple):
    rounds: int
    connections: int
    broken: Counter[str]
    requests: Counter[str]


def work_through(line: LineDesk, actions: int, seed: int) -> LineFigures:
    """``actions`` in small bursts with a round after each, then as many rounds as it takes; checked at the end."""
    rng, rounds = random.Random(seed), 0
    while (left := actions - len(line.asked)) > 0:
        line.pick(min(left, rng.randint(1, 6)))
        line.round()
        rounds += 1
    rounds += line.drain()
    line.check()
    proxy = line.proxy
    return LineFigures(rounds, proxy.connections, proxy.broken, proxy.requests)


def enrol_at(desk: DeskProcess, address: str, code: str) -> None:
    request = desk.link.next_request()
    answer: Answered = desk.ask(Enrol(request=request, hub_url=address, code=code, device_name="test"))
    assert not answer.problem, answer
