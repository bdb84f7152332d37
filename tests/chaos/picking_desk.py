"""A real desk that picks one unit after the other of a pickup of its own, so that each act can be counted."""

import os
import signal
from pathlib import Path
from typing import Any

from storedesk.protocol.desk_link import Answered, TakeNumber
from tests.processes.killing import ONE
from tests.processes.shop_floor import DeskProcess, HubProcess, new_action_id
from tests.small_shop import ELIN, fulfilment_id


class PickingDesk:
    """``asked`` are the ids of its picks; a profile that is enrolled already is taken as it is."""

    def __init__(self, profile: Path, hub: HubProcess, number: int) -> None:
        self.hub, self.number = hub, number
        self.asked: list[str] = []
        is_new = not profile.exists()
        self.desk = DeskProcess(profile)
        if is_new:
            self.desk.enrol(hub)
            claimed = self.desk.perform("ClaimPickup", staff_id=ELIN, fulfilment_id=fulfilment_id(number))
            assert claimed.outcome == "saved", claimed
            self.desk.wait_until_sent()
        else:
            self.desk.wait_ready()

    def __enter__(self) -> "PickingDesk":
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def stop(self) -> None:
        self.desk.link.stop()

    def pick(self, times: int) -> None:
        """Each is saved here."""
        for answer in [self._pick() for _ in range(times)]:
            assert answer.result(60).outcome == "saved"

    def kill_worker(self) -> None:
        downs = len(self.desk.downs)
        os.kill(self.desk.link.pid, signal.SIGKILL)
        self.desk.wait(lambda: len(self.desk.downs) > downs)

    def number_for(self, record_id: str) -> str:
        answer: Answered = self.desk.ask(
            TakeNumber(request=self.desk.link.next_request(), record_id=record_id)
        )
        assert not answer.problem, answer
        return answer.detail

    def shows_what_it_did(self, others: int = 0) -> None:
        line = fulfilment_id(self.number)
        picked = self.desk.rows("SELECT picked FROM fulfilment_line WHERE fulfilment_id = ?", line)
        assert picked == [(len(self.asked) + others,)]

    def _pick(self) -> Any:
        action_id = new_action_id()
        self.asked.append(action_id)
        args = {"fulfilment_id": fulfilment_id(self.number), "lines": ONE}
        return self.desk.link.ask(self.desk.perform_message("Pick", ELIN, action_id, args))
