"""Kills workers and windows at random moments while they perform, and says what did not survive it."""

import os
import random
import signal
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from storedesk.desk.profile import Profile
from storedesk.protocol.desk_link import Answered, CheckJournal
from storedesk.protocol.wire import ActionRecord
from storedesk.storage.sealed_copy import SealedCopy
from tests.processes.hub_kills import kill_copies, kill_hub
from tests.processes.marks import STARTING, Marks, marked_command
from tests.processes.shop_floor import PATIENCE, DeskProcess, HubProcess, new_action_id, quietly, secrets_of
from tests.small_shop import ALVA, ELIN, articles, fulfilment_id, pickup, places

PLENTY = 1_000_000
IN_THE_SYNC_BEHIND = 0.4
ONE = [{"line": 1, "quantity": 1}]


def shop_to_kill_in(pickups: int) -> list[object]:
    """One pickup with many units for each desk: a pick adds one, so a pick too much or too few is seen."""
    rows = places() + articles(PLENTY)
    for number in range(1, pickups + 1):
        rows += pickup(number, {ALVA: PLENTY // 2})
    return rows


def picked_at_hub(hub: HubProcess, number: int) -> int:
    found = hub.rows("SELECT picked FROM fulfilment_line WHERE fulfilment_id = ?", fulfilment_id(number))
    return int(found[0][0])


class WorkerKiller:
    """One desk whose worker is killed again and again; ``saved`` are the ids that said so."""

    def __init__(self, profile: Path, hub: HubProcess, number: int, seed: int) -> None:
        self.hub, self.number, self.rng = hub, number, random.Random(seed)
        self.marks = Marks(profile.with_name(f"{profile.name}.marks"))
        self.desk = DeskProcess(profile, marked_command(profile, self.marks))
        self.desk.enrol(hub)
        self.asked: list[str] = []
        self.saved: set[str] = set()
        self.kills = 0
        claimed = self.desk.perform("ClaimPickup", staff_id=ELIN, fulfilment_id=fulfilment_id(number))
        assert claimed.outcome == "saved", claimed

    def kill(self, times: int) -> None:
        """Picks, is killed somewhere in it, is started again by the link, and still holds all that was saved."""
        for _ in range(times):
            self._one_kill()
            self.kills += 1
        missing = self.saved - {row[0] for row in self.desk.rows("SELECT action_id FROM journal")}
        assert not missing, f"{len(missing)} actions said Saved and are gone"

    def _one_kill(self) -> None:
        for _ in range(self.rng.randrange(4)):
            self._take(self._pick())
        downs = len(self.desk.downs)
        pid = self.desk.link.pid
        open_questions = [self._pick() for _ in range(self.rng.randint(1, 6))]
        if self.rng.random() < IN_THE_SYNC_BEHIND:
            for question in open_questions:
                self._take(question)
            open_questions = []
        timer = threading.Timer(self.rng.uniform(0, 0.06), os.kill, (pid, signal.SIGKILL))
        timer.start()
        self.desk.wait(lambda: len(self.desk.downs) > downs)
        timer.join()
        for question in open_questions:
            self._take(question)
        assert self.desk.downs[-1], "the worker was given up"

    def _pick(self) -> "tuple[str, Future[Any]]":
        action_id = new_action_id()
        args = {"fulfilment_id": fulfilment_id(self.number), "lines": ONE}
        self.asked.append(action_id)
        return action_id, self.desk.link.ask(self.desk.perform_message("Pick", ELIN, action_id, args))

    def _take(self, question: "tuple[str, Future[Any]]") -> None:
        action_id, answer = question
        performed = answer.result(PATIENCE)
        assert performed.outcome == "saved", performed
        self.saved.add(action_id)

    def check_second_copy(self) -> None:
        """Offline, after a start: what waits and what the sealed file holds are the same ids."""
        waiting = {row[0] for row in self.desk.rows("SELECT action_id FROM outbox WHERE state = 'waiting'")}
        sealed = sealed_ids(self.desk.profile)
        assert waiting <= sealed, f"{len(waiting - sealed)} actions wait without a second copy"
        known = {row[0] for row in self.desk.rows("SELECT action_id FROM journal")}
        assert sealed <= known, f"{len(sealed - known)} sealed actions are unknown to the database"

    def check_hub(self) -> None:
        """Everything asked has had one effect at the hub, and the desk shows the same."""
        self.desk.wait_until_sent()
        assert self.saved == set(self.asked)
        check_effects(self.hub, self.number, self.asked)
        check_journal(self.desk)
        row = self.desk.rows(
            "SELECT picked FROM fulfilment_line WHERE fulfilment_id = ?", fulfilment_id(self.number)
        )
        assert row[0][0] == len(self.asked)

    def hit(self) -> Counter[str]:
        """Where the kills hit; a worker that had not yet begun to mark was starting."""
        hit = self.marks.deaths()
        hit[STARTING] += self.kills - hit.total()
        return hit

    def close(self) -> None:
        self.desk.link.stop()


def check_journal(desk: DeskProcess) -> None:
    """The chain of everything this desk ever did is whole."""
    answer: Answered = desk.ask(CheckJournal(request=desk.link.next_request()))
    assert not answer.problem, answer


def check_effects(hub: HubProcess, number: int, asked: list[str]) -> None:
    outcomes = dict(hub.rows("SELECT action_id, outcome FROM inbox"))
    assert all(outcomes.get(action_id) == "accepted" for action_id in asked)
    entries = hub.rows("SELECT action_id, count(*) FROM audit GROUP BY action_id HAVING count(*) > 1")
    assert entries == []
    assert picked_at_hub(hub, number) == len(asked)


def sealed_ids(profile: Path) -> set[str]:
    """The ids in the second copy under any key of this profile."""
    found = set()
    for key in secrets_of(profile).databases.values():
        for record in SealedCopy(Profile(profile).sealed_copy, key, os.urandom).read():
            found.add(msgspec.json.decode(record.content, type=ActionRecord).id)
    return found


class WindowKiller:
    """A desk whose window is killed again and again; the next window asks again for what had no answer."""

    def __init__(self, profile: Path, hub: HubProcess, number: int, seed: int) -> None:
        self.profile, self.hub, self.number, self.rng = profile, hub, number, random.Random(seed)
        self.asked: list[str] = []
        self.saved: set[str] = set()
        self.kills = 0
        with DeskProcess(profile) as desk:
            desk.enrol(hub)
            claimed = desk.perform("ClaimPickup", staff_id=ELIN, fulfilment_id=fulfilment_id(number))
            assert claimed.outcome == "saved", claimed

    def kill(self, times: int) -> None:
        for _ in range(times):
            self._one_kill()
            self.kills += 1

    def _one_kill(self) -> None:
        again = [action_id for action_id in self.asked if action_id not in self.saved]
        module = [sys.executable, "-m", "tests.processes.small_window", str(self.profile)]
        command = [*module, fulfilment_id(self.number), *again]
        log = self.profile.with_name(f"{self.profile.name}.log")
        window = subprocess.Popen(quietly(command, log), stdout=subprocess.PIPE, text=True)
        assert window.stdout is not None
        lines_until_kill = 2 * len(again) + self.rng.randrange(3, 40)
        with window.stdout as said:
            for count, line in enumerate(said):
                self._note(line)
                if count == lines_until_kill:
                    window.kill()
        window.wait(PATIENCE)
        assert window.returncode == -signal.SIGKILL, log.read_text()[-2000:]

    def _note(self, line: str) -> None:
        word, _, action_id = line.strip().partition(" ")
        if word == "asked":
            if action_id not in self.asked:
                self.asked.append(action_id)
        elif word == "saved":
            self.saved.add(action_id)
        else:
            assert word == "worker", line

    def check(self) -> None:
        """A last start: nothing is missing, and asking again makes nothing happen twice."""
        with DeskProcess(self.profile) as desk:
            desk.wait_ready()
            known = {row[0] for row in desk.rows("SELECT action_id FROM journal")}
            missing = self.saved - known
            assert not missing, f"{len(missing)} actions said Saved and are gone"
            args = {"fulfilment_id": fulfilment_id(self.number), "lines": ONE}
            for action_id in self.asked[-20:]:
                message = desk.perform_message("Pick", ELIN, action_id, args)
                assert desk.ask(message).outcome == "saved"
            desk.wait_until_sent()
            check_journal(desk)
            check_effects(self.hub, self.number, self.asked)


class Round(NamedTuple):
    """How many kills of which kind: each of two desks' workers without and with a hub, a third desk's window,
    the hub while a fourth desk pushes, and workers that fetch their first copy."""

    offline: int
    online: int
    of_window: int
    of_hub: int = 0
    of_copy: int = 0

    @property
    def kills(self) -> int:
        return 2 * self.offline + 2 * self.online + self.of_window + self.of_hub + self.of_copy


def kill_around(folder: Path, kills: Round, seed: int) -> Counter[str]:
    """Where the kills hit, by what the killed process was doing."""
    hub = HubProcess(folder / "hub", shop_to_kill_in(5)).start()
    try:
        return (
            _kill_desks(folder, hub, kills, seed)
            + kill_hub(folder, hub, kills.of_hub, 4, seed)
            + kill_copies(folder, hub, kills.of_copy, 5, seed)
        )
    finally:
        hub.stop()


def _kill_desks(folder: Path, hub: HubProcess, kills: Round, seed: int) -> Counter[str]:
    if not (kills.offline or kills.online or kills.of_window):
        return Counter()
    desks = [WorkerKiller(folder / f"desk{number}", hub, number, seed + number) for number in (1, 2)]
    windowed = WindowKiller(folder / "windowed", hub, 3, seed + 3)
    hub.stop()
    side_by_side(*(partial(desk.kill, kills.offline) for desk in desks))
    for desk in desks:
        desk.check_second_copy()
    hub.start()
    side_by_side(
        *(partial(desk.kill, kills.online) for desk in desks), partial(windowed.kill, kills.of_window)
    )
    for desk in desks:
        desk.check_hub()
        desk.close()
    windowed.check()
    return desks[0].hit() + desks[1].hit() + Counter(window=windowed.kills)


def side_by_side(*works: Callable[[], None]) -> None:
    """Runs them in threads of their own; the first error is raised here."""
    with ThreadPoolExecutor(len(works)) as pool:
        for running in [pool.submit(work) for work in works]:
            running.result()
