"""The guided tour as a process of its own: every step verified, everything it promises left behind."""

import json
import os
import subprocess
import sys
from pathlib import Path

STEPS = [
    "first sync", "sign in", "scan the order", "pick with the scanner", "stage and mark ready", "cut the line",
    "hand over offline", "print the slip", "mend the line", "both sides hold the same",
]  # fmt: skip


def test_the_tour_verifies_every_step_and_leaves_its_pictures_and_papers(tmp_path: Path) -> None:
    out = tmp_path / "tour"
    done = subprocess.run(
        [sys.executable, "-m", "storedesk", "demo", "--tour", "--out", str(out)],
        capture_output=True, text=True, timeout=180, check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    report = json.loads((out / "tour.json").read_text(encoding="utf-8"))
    assert report["passed"]
    assert [step["step"] for step in report["steps"]] == STEPS
    assert all("verified" in step for step in report["steps"])
    assert set(report["decisions"]) >= {"accepted"}
    assert report["pictures"]
    assert all((out / name).stat().st_size > 10_000 for name in report["pictures"])
    assert len(report["papers"]) >= 2
    assert all((out / "papers" / name).read_bytes().startswith(b"%PDF") for name in report["papers"])
