"""The desk's clock port: the only place of the desk that reads the machine's time."""

import time


def wall_ms() -> int:
    """UTC milliseconds by the machine's clock, which may be wrong."""
    return time.time_ns() // 1_000_000


def monotonic_ms() -> int:
    """Milliseconds that never jump, from an unknown start."""
    return time.monotonic_ns() // 1_000_000
