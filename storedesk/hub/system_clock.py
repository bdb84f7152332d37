"""The hub's clock port: the only place of the hub that reads the machine's time."""

import os
import time

AHEAD = "STOREDESK_HUB_CLOCK_AHEAD_MS"
"""Environment variable of demos and tests: by how much this hub's clock is ahead, in milliseconds."""


def now_ms() -> int:
    """UTC milliseconds."""
    return time.time_ns() // 1_000_000 + int(os.environ.get(AHEAD, "0"))
