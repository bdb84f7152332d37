"""A window without a screen that picks without end and says what it asked and what was saved; made to be killed."""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from storedesk.actions.pickup_args import LineQuantity, Pick
from storedesk.desk.worker_link import worker_command
from storedesk.domain.records import Staff
from storedesk.protocol.desk_link import Started
from storedesk.ui.event_loop import run_on_qt
from storedesk.ui.window.desk_session import DeskSession
from tests.small_shop import ELIN, GBG


def _say(*words: str) -> None:
    sys.stdout.write(" ".join(words) + "\n")
    sys.stdout.flush()


async def _pick_without_end(session: DeskSession, fulfilment_id: str, again: list[str]) -> int:
    args = Pick(fulfilment_id, (LineQuantity(1, 1),))
    while True:
        action_id = again.pop() if again else session.new_action_id()
        _say("asked", action_id)
        performed = await session.perform("Pick", args, action_id)
        _say(performed.outcome, action_id)


def main(profile: Path, fulfilment_id: str, again: list[str]) -> int:
    app = QApplication(sys.argv[:1])
    session = DeskSession(worker_command(profile))
    session.user = Staff(GBG, ELIN, "Elin L.", "EL", "sales_associate", "", "", 0, None, 1)
    session.started.connect(lambda started: _say_started(started))
    return run_on_qt(app, lambda: _pick_without_end(session, fulfilment_id, again))


def _say_started(started: Started) -> None:
    _say("worker", started.phase)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2], sys.argv[3:]))
