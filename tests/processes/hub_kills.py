"""Kills the hub while desks push and while they fetch their first copy; counts on which side of the commit."""

import os
import random
import signal
import threading
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import Any

from storedesk.hub.data_folder import DataFolder
from storedesk.protocol.desk_link import Answered, Enrol, SyncState
from storedesk.storage.engine import connect_sqlite
from tests.processes.marks import STARTING, Marks, marked_command
from tests.processes.shop_floor import PATIENCE, DeskProcess, HubProcess, new_action_id, secrets_of
from tests.small_shop import ELIN, fulfilment_id

ONE = [{"line": 1, "quantity": 1}]
MOST_STEPS = 400
DECIDED = "SELECT action_id FROM inbox"
WAITING = "SELECT action_id FROM outbox WHERE state = 'waiting'"
BEFORE, BETWEEN, AFTER = "hub_before_commit", "hub_between_commit_and_reply", "hub_after_reply"


class HubKiller:
    """One desk that pushes what has waited, and a hub that is killed in the middle of it, again and again."""

    def __init__(self, profile: Path, hub: HubProcess, number: int, seed: int) -> None:
        self.hub, self.number, self.rng = hub, number, random.Random(seed)
        self.asked: list[str] = []
        self.hit: Counter[str] = Counter()
        self.desk = DeskProcess(profile)
        self.desk.enrol(hub)
        claimed = self.desk.perform("ClaimPickup", staff_id=ELIN, fulfilment_id=fulfilment_id(number))
        assert claimed.outcome == "saved", claimed
        self.desk.wait_until_sent()

    def __enter__(self) -> "HubKiller":
        return self

    def __exit__(self, *_: object) -> None:
        self.desk.link.stop()

    def kill(self) -> None:
        """The hub runs before and after it; what an earlier kill left undecided is sent first."""
        self.desk.nudge()
        self.desk.wait_until_sent()
        if self.hit[BEFORE] < self.hit[BETWEEN]:
            answers = self._stop_at_push()
        else:
            answers = self._picks()
            self._stop_behind_commit()
        self.hub.kill()
        for answer in answers:
            assert answer.result(PATIENCE).outcome == "saved"
        self._let_round_end()
        self.hit[self._where()] += 1
        self.hub.start()

    def check(self) -> None:
        """Every act had one effect; both records of it are whole."""
        self.desk.wait_until_sent()
        outcomes = dict(self.hub.rows("SELECT action_id, outcome FROM inbox"))
        assert all(outcomes.get(action_id) == "accepted" for action_id in self.asked)
        twice = self.hub.rows("SELECT action_id FROM audit GROUP BY action_id HAVING count(*) > 1")
        assert twice == []
        line = fulfilment_id(self.number)
        picked = "SELECT picked FROM fulfilment_line WHERE fulfilment_id = ?"
        assert self.hub.rows(picked, line) == self.desk.rows(picked, line) == [(len(self.asked),)]
        assert self.hub.rows("PRAGMA quick_check") == [("ok",)]

    def _picks(self) -> list[Any]:
        """Asked, and sent by a round of their own."""
        answers = [self._pick() for _ in range(self.rng.randint(20, 120))]
        self.desk.nudge()
        return answers

    def _pick(self) -> Any:
        action_id = new_action_id()
        self.asked.append(action_id)
        args = {"fulfilment_id": fulfilment_id(self.number), "lines": ONE}
        return self.desk.link.ask(self.desk.perform_message("Pick", ELIN, action_id, args))

    def _pushes(self, message: Any) -> bool:
        return isinstance(message, SyncState) and message.syncing and message.waiting > 0

    def _stop_at_push(self) -> list[Any]:
        """Lets the desk push to a hub that stands still, and the hub then run on for a moment; for less and less
        of one, so that it is met before its commit on a machine of any speed."""
        pid, since = self.hub.pid(), len(self.desk.messages)
        os.kill(pid, signal.SIGSTOP)
        answers = self._picks()
        self.desk.wait(lambda: any(self._pushes(m) for m in self.desk.messages[since:]))
        os.kill(pid, signal.SIGCONT)
        threading.Event().wait(self.rng.uniform(0, 0.08) / 2 ** self.hit.total())
        os.kill(pid, signal.SIGSTOP)
        return answers

    def _stop_behind_commit(self) -> None:
        """Lets the hub run in short steps, until it has decided what this desk still waits for."""
        pid, known = self.hub.pid(), secrets_of(self.desk.profile)
        inbox = connect_sqlite(DataFolder(self.hub.folder).database, self.hub.key, readonly=True)
        outbox = connect_sqlite(
            self.desk.profile / known.current, known.databases[known.current], readonly=True
        )
        with closing(inbox), closing(outbox):
            for _ in range(MOST_STEPS):
                os.kill(pid, signal.SIGSTOP)
                decided = {row[0] for row in inbox.execute(DECIDED)}
                if any(row[0] in decided for row in outbox.execute(WAITING)):
                    return
                os.kill(pid, signal.SIGCONT)
                threading.Event().wait(self.rng.uniform(0, 0.003))

    def _is_between(self) -> bool:
        decided = {row[0] for row in self.hub.rows(DECIDED)}
        return any(row[0] in decided for row in self.desk.rows(WAITING))

    def _let_round_end(self) -> None:
        """What had arrived of replies is noted by the desk."""
        since = len(self.desk.messages)
        self.desk.nudge()
        self.desk.wait_message(
            lambda m: isinstance(m, SyncState) and not m.syncing and m.problem != "", after=since
        )

    def _where(self) -> str:
        if self._is_between():
            return BETWEEN
        return BEFORE if self.desk.rows(WAITING) else AFTER


def kill_hub(folder: Path, hub: HubProcess, times: int, number: int, seed: int) -> Counter[str]:
    """Kills the running hub ``times``; where it hit."""
    if not times:
        return Counter()
    with HubKiller(folder / "pushing", hub, number, seed) as killer:
        for _ in range(times):
            killer.kill()
        killer.check()
        return killer.hit


def kill_copies(folder: Path, hub: HubProcess, times: int, number: int, seed: int) -> Counter[str]:
    """Kills workers between the enrolment and the end of their first copy; each then gets there and works."""
    rng, hit = random.Random(seed), Counter[str]()
    for count in range(times):
        profile = folder / f"fresh{count}"
        marks = Marks(profile.with_name(f"{profile.name}.marks"))
        with DeskProcess(profile, marked_command(profile, marks)) as desk:
            desk.wait(lambda: desk.messages)
            _enrol_and_kill(desk, hub, rng)
            desk.wait_ready()
            performed = desk.perform("ClaimPickup", staff_id=ELIN, fulfilment_id=fulfilment_id(number))
            assert performed.outcome in ("saved", "rejected"), performed
            desk.wait_until_sent()
        died = marks.deaths()
        hit += died or Counter({STARTING: 1})
    return hit


def _enrol_and_kill(desk: DeskProcess, hub: HubProcess, rng: random.Random) -> None:
    """A code is good once: who is killed before its key was kept needs another."""
    timer = threading.Timer(rng.uniform(0.02, 0.5), os.kill, (desk.link.pid, signal.SIGKILL))
    timer.start()
    for _ in range(2):
        message = Enrol(
            request=desk.link.next_request(), hub_url=hub.url, code=hub.code(), device_name="test"
        )
        answer: Answered = desk.ask(message)
        if not answer.problem:
            break
        assert answer.problem == "wrong_code", answer
    desk.wait(lambda: desk.downs)
    timer.join()
