"""Measures StoreDesk beside floors of the same minute: ``python -m tests.bench [NAME] [--json FILE]``."""

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.bench import (
    row_apply,
    row_decided,
    row_first_sync,
    row_frames,
    row_growth,
    row_load,
    row_memory,
    row_other_desk,
    row_polls,
    row_quotes,
    row_saved,
    row_scan,
    row_scroll,
    row_search,
    row_slips,
    row_start,
    row_wire,
)
from tests.bench.figures import Measured, line_of, write_json
from tests.bench.large_hub import SampleHub, cache_folder, sample_hub

Measure = Callable[[SampleHub, Path], Iterator[Measured]]
NAMES: dict[str, tuple[str, Measure]] = {
    "first_sync": ("row 1: from the hub to a usable desk", row_first_sync.measure),
    "apply": ("row 2: changed rows applied to a large database", row_apply.measure),
    "frames": ("row 3: frames of the window while many rows are applied", row_frames.measure),
    "search": ("row 4: search as you type", row_search.measure),
    "scan": ("row 5: from a scan to its row", row_scan.measure),
    "painted": ("row 5: from a scan to its painted article", row_start.measure_painted),
    "start": ("row 6: first paint, and a PIN taken", row_start.measure),
    "scroll": ("row 7: scrolling a million rows", row_scroll.measure),
    "memory": ("row 8: memory of window and worker", row_memory.measure),
    "slips": ("row 10: papers", row_slips.measure),
    "quotes": ("row 10: a quote of fifty lines", row_quotes.measure),
    "growth": ("row 15: search and look-up from 10k to 1M SKUs", row_growth.measure),
    "wire": ("row 9: a stock row on the wire", row_wire.measure),
    "decided": ("row 11: actions decided by the hub", row_decided.measure),
    "polls": ("row 12: what desks that poll cost a hub", row_polls.measure),
    "other_desk": ("row 13: from an act to another desk", row_other_desk.measure),
    "load": ("row 16: a channel's first load into the hub", row_load.measure),
    "saved": ("row 14: from the press to Saved", row_saved.measure),
}


def main() -> int:
    """Prints a line for each figure as soon as it is measured; 0 whatever the figures are."""
    words = "\n".join(f"  {name:<12} {about}" for name, (about, _) in NAMES.items())
    parser = argparse.ArgumentParser(
        prog="dev.py bench", description=f"Names:\n{words}", formatter_class=argparse.RawDescriptionHelpFormatter
    )  # fmt: skip
    parser.add_argument("name", nargs="?", choices=NAMES, metavar="NAME", help="one of them; all without")
    parser.add_argument("--json", type=Path, help="write the figures to this file as well")
    parser.add_argument("--size", choices=("large", "small"), default="large")
    asked = parser.parse_args()
    hub = sample_hub(asked.size)
    measured: list[Measured] = []
    for name in [asked.name] if asked.name else list(NAMES):
        with tempfile.TemporaryDirectory(prefix="run-", dir=cache_folder()) as folder:
            for entry in NAMES[name][1](hub, Path(folder)):
                measured.append(entry)
                sys.stdout.write(line_of(entry) + "\n")
                sys.stdout.flush()
    if asked.json is not None:
        write_json(asked.json, measured)
    return 0


if __name__ == "__main__":
    sys.exit(main())
