"""The hub's clock port: the only place of the hub that reads the machine's time."""

import time


def now_ms() -> int:
    """UTC milliseconds."""
    return time.time_ns() // 1_000_000
