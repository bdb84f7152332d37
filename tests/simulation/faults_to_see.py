"""Every fault that a suite of seeds has to have met; one that never occurs proves nothing."""

from tests.simulation.sim_desk import CRASHES as DESK_CRASHES
from tests.simulation.sim_hub import CRASHES as HUB_CRASHES

CRASHES = tuple(f"crash, {name}" for name in (*DESK_CRASHES, *HUB_CRASHES))
NETWORK = (
    "request dropped", "reply dropped", "request duplicated", "request delayed", "reply delayed",
    "request later than the time-out", "reply later than the time-out", "reply nobody waits for",
    "request into a partition", "lost in flight by a partition", "partition", "several pushes in flight",
    "pushes in flight out of order", "round ended: no_line timeout",
)  # fmt: skip
CENTRAL = tuple(
    f"central: {name}" for name in ("order", "cancel", "delivery", "rights", "close_person", "age_limit")
)
PEOPLE = ("pressed again after a crash", "kind of another version", "quiet spell")
CLOCKS = ("clock off by seconds", "clock off by 5 min", "clock off by 1 day")
FAULTS = (*CRASHES, *NETWORK, *CENTRAL, *PEOPLE, *CLOCKS)
