"""A measured figure beside its floor, and the lines and the file it is shown in."""

import os
import statistics
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec


class Figure(NamedTuple):
    """``floor`` and ``ours`` in ``unit``; ``runs`` is what the medians and percentiles were taken of."""

    row: int
    what: str
    floor: float
    floor_is: str
    ours: float
    unit: str
    goal: str
    met: bool
    runs: str

    @property
    def ratio(self) -> float:
        return self.ours / self.floor if self.floor else 0.0


class Measured(NamedTuple):
    figure: Figure
    load: float


def now_measured(figure: Figure) -> Measured:
    """The figure with the load average of the last minute, which is the machine's and not the program's."""
    return Measured(figure, os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0)


def median(values: Iterable[float]) -> float:
    return statistics.median(values)


def p99(values: Iterable[float]) -> float:
    """The value that 99 of 100 do not exceed (nearest rank): with fewer than 100 values the largest."""
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * 99 // 100) - 1)]


def line_of(measured: Measured) -> str:
    figure = measured.figure
    floor, ratio = (_short(figure.floor), f"{figure.ratio:.2f}") if figure.floor else ("-", "-")
    verdict = "met" if figure.met else "NOT MET"
    return (
        f"{figure.row:>2}  {figure.what:<58} floor {floor:>9}  ours {_short(figure.ours):>9} "
        f"{figure.unit:<6} ratio {ratio:>6}  goal {figure.goal:<22} {verdict:<7}  load {measured.load:.2f}\n"
        f"    floor: {figure.floor_is}; {figure.runs}"
    )


def _short(value: float) -> str:
    return f"{value:,.0f}" if value >= 1000 else f"{value:.3g}"


def write_json(path: Path, measured: Sequence[Measured]) -> None:
    found = [
        {**entry.figure._asdict(), "ratio": entry.figure.ratio, "load": entry.load} for entry in measured
    ]
    path.write_bytes(msgspec.json.format(msgspec.json.encode(found), indent=2))
