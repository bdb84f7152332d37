"""A file that adds up runs over the same commit of what they prove, so that totals may be claimed."""

import subprocess
from collections import Counter
from pathlib import Path

import msgspec

from tests.simulation.simulation import Report

ROOT = Path(__file__).parent.parent.parent
PROVEN = ("storedesk/sync", "storedesk/storage", "storedesk/actions")


class Sum(msgspec.Struct):
    """The runs over one content of ``PROVEN``; ``seeds`` are ``desks x steps: first-last``."""

    runs: int = 0
    seeds: int = 0
    steps: int = 0
    failed: list[str] = []
    shapes: dict[str, int] = {}
    faults: dict[str, int] = {}
    pairs: dict[str, int] = {}
    decisions: dict[str, int] = {}


def content_now() -> str:
    """The git trees of what is proven, as one word each; ends in ``changed`` where files differ from them."""
    trees = [_git("rev-parse", "--short=12", f"HEAD:{path}") for path in PROVEN]
    changed = ["changed"] if _git("status", "--porcelain", "--", *PROVEN) else []
    return " ".join((*trees, *changed))


def add(path: Path, desks: int, steps: int, seeds: int, total: Report, failed: list[str]) -> Sum:
    """Adds a run to the file; the sum for the content as it is now."""
    sums = msgspec.json.decode(path.read_bytes(), type=dict[str, Sum]) if path.exists() else {}
    now = sums.setdefault(content_now(), Sum())
    shape = f"{desks} desks x {steps} steps"
    now.runs += 1
    now.seeds += seeds
    now.steps += total.steps
    now.failed = [*now.failed, *failed]
    now.shapes = _added(now.shapes, {shape: seeds})
    now.faults = _added(now.faults, total.faults)
    now.pairs = _added(now.pairs, total.pairs)
    now.decisions = _added(now.decisions, total.decisions)
    fresh = path.with_suffix(".new")
    fresh.write_bytes(msgspec.json.format(msgspec.json.encode(sums, order="sorted"), indent=1))
    fresh.replace(path)
    return now


def _added(one: dict[str, int], other: dict[str, int]) -> dict[str, int]:
    return dict(Counter(one) + Counter(other))


def _git(*arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout.strip()
