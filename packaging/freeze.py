"""Makes the frozen folder dist/storedesk and tries it: its self-check, then its guided tour."""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from dev_terminal import ROOT, heading, say

FOLDER = ROOT / "dist" / "storedesk"
PROGRAM = FOLDER / ("storedesk.exe" if sys.platform == "win32" else "storedesk")

# native parts that come with their debug symbols and were not rewritten after linking
STRIPPED = (
    "sqlcipher3/*.so",
    "zstandard/*.so",
    "asyncpg/**/*.so",
    "sqlalchemy/**/*.so",
    "greenlet/*.so",
    "multidict/*.so",
    "python*/lib-dynload/*.so",
    "libpython*.so*",
)


def main(arguments: Sequence[str]) -> int:
    """Freeze, check, tour; returns 0 only if every part passed."""
    parser = argparse.ArgumentParser(prog="dev.py package", description=__doc__)
    parser.add_argument("--no-tour", action="store_true", help="leave the guided tour out")
    parser.add_argument("--out", type=Path, help="where the tour leaves its pictures and papers")
    chosen = parser.parse_args(arguments)
    heading("freezing")
    if not _frozen():
        say("\nPyInstaller could not make the folder: see its words above.")
        return 1
    _strip()
    say(f"   {FOLDER.relative_to(ROOT)}: {_size(FOLDER) / 1_000_000:.0f} MB in {_files(FOLDER)} files")
    heading("self-check of the frozen program")
    if not _passes(["--self-check"]):
        return 1
    if chosen.no_tour:
        return 0
    heading("tour of the frozen program")
    with tempfile.TemporaryDirectory(prefix="storedesk-tour-") as folder:
        return 0 if _passes(["demo", "--out", str(chosen.out or folder)]) else 1


def _frozen() -> bool:
    command = [
        sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN",
        "--distpath", str(ROOT / "dist"), "--workpath", str(ROOT / "build" / "freeze"),
        str(ROOT / "packaging" / "storedesk.spec"),
    ]  # fmt: skip
    return subprocess.run(command, cwd=ROOT, check=False).returncode == 0


def _strip() -> None:
    """Take the debug symbols out of what its makers left them in; a machine without `strip` keeps them."""
    strip = shutil.which("strip")
    if not strip or not sys.platform.startswith("linux"):
        return
    inner = FOLDER / "_internal"
    files = [
        path for name in STRIPPED for path in inner.glob(name) if path.is_file() and not path.is_symlink()
    ]
    subprocess.run([strip, "--strip-unneeded", *files], check=False)


def _passes(arguments: Sequence[str]) -> bool:
    """Run the frozen program far from the checkout, with no display and a home of its own."""
    begun = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="storedesk-home-") as home:
        code = subprocess.run([PROGRAM, *arguments], cwd=home, env=_lonely(home), check=False).returncode
    say(
        f"   {'passed' if code == 0 else f'FAILED with exit code {code}'} in {time.monotonic() - begun:.1f} s"
    )
    return code == 0


def _lonely(home: str) -> Mapping[str, str]:
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTHON", "VIRTUAL_ENV", "XDG_"))
    }
    kept.pop("DISPLAY", None)
    kept.pop("WAYLAND_DISPLAY", None)
    return {**kept, "HOME": home, "QT_QPA_PLATFORM": "offscreen"}


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def _files(folder: Path) -> int:
    return sum(1 for path in folder.rglob("*") if path.is_file())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
