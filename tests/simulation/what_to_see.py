"""All that runs together have to have met; what never occurs proves nothing."""

from collections.abc import Iterator
from itertools import product

from storedesk.actions.registry import KINDS
from tests.simulation import mishap
from tests.simulation.sim_desk import CRASHES as DESK_CRASHES
from tests.simulation.sim_hub import CRASHES as HUB_CRASHES
from tests.simulation.simulation import Report

CRASHES = tuple(f"crash, {name}" for name in (*DESK_CRASHES, *HUB_CRASHES))
NETWORK = (
    "request dropped", "reply dropped", "request duplicated", "request delayed", "reply delayed",
    "request later than the time-out", "reply later than the time-out", "request into a partition",
    "lost in flight by a partition", "partition", "several pushes in flight",
    "pushes in flight out of order", "round ended: no_line timeout",
)  # fmt: skip
CENTRAL = tuple(
    f"central: {name}"
    for name in ("order", "cancel", "delivery", "rights", "close_person", "age_limit", "region")
)
TIME = ("timer: hold lapsed", *(f"message: {name}" for name in ("sent", "not_reached", "unknown", "dropped")))
PEOPLE = ("pressed again after a crash", "kind of another version", "quiet spell")
CLOCKS = ("clock off by seconds", "clock off by 5 min", "clock off by 1 day", "clock jumps back")
FILES = (
    "hub put back from a backup", "snapshot fetched", "pages brought in", "desk put back from an image",
    "action forgotten with a disk", "desk copied",
)  # fmt: skip
LINES = ("desk cut off in turn", "desks come back in another order")
FAULTS = (*FILES, *LINES, *CRASHES, *NETWORK, *CENTRAL, *PEOPLE, *CLOCKS, *TIME)

ASKED = ("hello", "push", "pull")
CAME = ("its reply", "a time-out", "a late reply", "an action", "a crash")
PAIRS = (
    *(f"{asked} x {came}" for asked, came in product(ASKED, CAME)),
    *(f"nothing x {came}" for came in ("an action", "a late reply", "a crash")),
    "hello x another epoch", "hello x other scopes", "snapshot x its reply", "push x error 41",
    "push x a gap", "push x a second reply", "pull x nothing new",
)  # fmt: skip
"""What the sync of a desk was waiting for, and what came."""

OUTCOMES = ("accepted", "accepted_with_conflict", "refused", "parked")
NOT_SIMULATED: dict[str, str] = {
    "ReplaceDesk": "a replaced desk hears no more, so nothing can be promised of it",
    "AskChannelCheck": "the simulated chain has no shops; tests/channel_day has",
    "KeepRoutingDraft": "the rules are nobody's work at a store; tests/ui/test_routing_window has it",
    "UseRouting": "the rules are nobody's work at a store; tests/ui/test_routing_window has it",
    "DropRoutingDraft": "the rules are nobody's work at a store; tests/ui/test_routing_window has it",
    "RepairDifference": "the simulated chain has no shops; tests/channel_day has",
}
"""Kinds of action that simulated staff do not do, with the reason."""


def missing(report: Report) -> Iterator[str]:
    """What never occurred."""
    yield from (f"fault: {name}" for name in FAULTS if not report.faults[name])
    yield from (f"pair: {name}" for name in PAIRS if not report.pairs[name])
    decided = {tuple(words.split()) for words in report.decisions}
    yield from (f"outcome: {name}" for name in OUTCOMES if name not in {outcome for _, outcome in decided})
    done = {kind for kind, outcome in decided if outcome.startswith("accepted")}
    if (mishap.NAME, "parked") not in decided:
        yield f"an action that raises: {mishap.NAME}"
    yield from (f"accepted kind: {name}" for name in sorted(set(KINDS) - done - set(NOT_SIMULATED)))
