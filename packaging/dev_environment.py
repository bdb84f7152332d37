"""The virtual environment of a checkout: made once, filled from constraints, stamped."""

import contextlib
import hashlib
import importlib.util
import json
import os
import shutil
import sys
import tomllib
from collections.abc import Iterable
from pathlib import Path

from dev_system import install_packages
from dev_terminal import ROOT, Stopped, heading, on_terminal, run, run_lines, say

CONSTRAINTS = ROOT / "packaging" / "constraints.txt"


def environment_folder() -> Path:
    """Where the virtual environment lives: .venv in the checkout, unless STOREDESK_VENV names another."""
    return Path(os.environ.get("STOREDESK_VENV") or ROOT / ".venv").absolute()


def environment_program(name: str) -> Path:
    """The path of a program of the environment, for example python or ruff."""
    if sys.platform == "win32":
        return environment_folder() / "Scripts" / f"{name}.exe"
    return environment_folder() / "bin" / name


def provide_environment(extras: Iterable[str]) -> Path:
    """Make and fill the environment as far as needed and return its Python; raises Stopped."""
    wanted = sorted(set(extras) | _stamped_extras())
    python = environment_program("python")
    if _stamp_text(wanted) == _read_stamp() and python.exists():
        return python
    if not _fits():
        _make()
    _install(python, wanted)
    _stamp_file().write_text(_stamp_text(wanted), encoding="utf-8")
    return python


def _fits() -> bool:
    stamp = _read_stamp()
    if not environment_program("python").exists():
        return False
    return not stamp or json.loads(stamp).get("python") == _python_words()


def _make() -> None:
    folder = environment_folder()
    heading(f"making the virtual environment {_shown(folder)} for Python {_python_words()}")
    if importlib.util.find_spec("ensurepip") is None or importlib.util.find_spec("venv") is None:
        short = f"{sys.version_info.major}.{sys.version_info.minor}"
        install_packages([f"python{short}-venv"], "the part of Python that makes virtual environments")
    if folder.exists():
        shutil.rmtree(folder)
    if run([sys.executable, "-m", "venv", str(folder)]) != 0:
        shutil.rmtree(folder, ignore_errors=True)
        raise Stopped(f"Python could not make a virtual environment in {folder}: see its words above.")


def _install(python: Path, extras: list[str]) -> None:
    target = ROOT.as_posix() + (f"[{','.join(extras)}]" if extras else "")
    heading("installing what StoreDesk needs (the first time up to 190 MB are downloaded)")
    progress = _Progress()
    code = run_lines(
        [
            str(python), "-m", "pip", "install", "--disable-pip-version-check", "--no-input",
            "--progress-bar", "off", "--constraint", str(CONSTRAINTS), "--editable", target,
        ],
        progress.line,
        {"PIP_ROOT_USER_ACTION": "ignore"},
    )  # fmt: skip
    progress.end()
    if code != 0:
        for line in progress.tail:
            say(f"   {line}")
        raise Stopped(progress.reason())


class _Progress:
    """Turns pip's lines into one moving line, and a failure into one sentence."""

    def __init__(self) -> None:
        self.total = sum(1 for line in CONSTRAINTS.read_text(encoding="utf-8").splitlines() if line.strip())
        self.seen: set[str] = set()
        self.tail: list[str] = []

    def line(self, text: str) -> None:
        self.tail = [*self.tail[-11:], text]
        word, _, rest = text.strip().partition(" ")
        if word in ("Collecting", "Downloading") and rest:
            if word == "Collecting":
                self.seen.add(rest.split(" ")[0])
            self._show(f"{word.lower()} {rest[:60]}")
        elif word == "Installing" and rest.startswith("collected"):
            self._show("unpacking", always=True)

    def _show(self, what: str, always: bool = False) -> None:
        text = f"   {len(self.seen):3} of about {self.total}: {what}"
        if on_terminal():
            print(f"\r{text[:108]:<108}", end="", flush=True)
        elif always or (len(self.seen) % 10 == 0 and what.startswith("collecting")):
            say(text)

    def end(self) -> None:
        if on_terminal():
            print(flush=True)

    def reason(self) -> str:
        """One sentence that says why the installation stopped."""
        text = "\n".join(self.tail)
        if any(
            word in text
            for word in ("Connection", "Read timed out", "Temporary failure", "ProxyError", "SSLError")
        ):
            return "The download failed: the package index cannot be reached. Check the network, start again."
        if "No space left" in text:
            return "The disk is full: about 1.5 GB are needed. Make room, then start again."
        if "No matching distribution" in text or "Could not find a version" in text:
            return "The download failed: the package index has no such version (pip's words are above)."
        return "The installation failed: pip's last words are above. Start again when it is mended."


def _stamp_file() -> Path:
    return environment_folder() / "storedesk-installed.json"


def _read_stamp() -> str:
    with contextlib.suppress(OSError):
        return _stamp_file().read_text(encoding="utf-8")
    return ""


def _stamped_extras() -> set[str]:
    stamp = _read_stamp()
    return set(json.loads(stamp)["extras"]) if stamp else set()


def _stamp_text(extras: list[str]) -> str:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    needs = json.dumps([project["project"], project["build-system"]], sort_keys=True)
    digest = hashlib.sha256(needs.encode() + CONSTRAINTS.read_bytes() + str(ROOT).encode()).hexdigest()
    return json.dumps({"python": _python_words(), "extras": extras, "needs": digest})


def _python_words() -> str:
    return ".".join(str(part) for part in sys.version_info[:3])


def _shown(path: Path) -> str:
    return str(path.relative_to(ROOT)) if path.is_relative_to(ROOT) else str(path)
