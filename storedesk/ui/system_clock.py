"""The window's clock port: the only place of the window that reads the machine's time."""

import time


def wall_ms() -> int:
    """UTC milliseconds by the machine's clock."""
    return time.time_ns() // 1_000_000
