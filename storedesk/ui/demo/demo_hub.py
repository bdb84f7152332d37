"""The demo's own hub: filled with the sample shop, served by a process of its own on loopback."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from storedesk.ui.system_clock import wall_ms

CLOCK_AHEAD = "STOREDESK_HUB_CLOCK_AHEAD_MS"
MANIFEST = "manifest.json"


class DemoBroken(Exception):
    """A part of the demo did not start; the sentence says which and what it said."""


def own_command(*words: str) -> list[str]:
    """This program with other words, from a checkout and frozen."""
    own = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "storedesk"]
    return [*own, *words]


class DemoHub:
    """``manifest`` tells codes, PINs and order numbers, ``ahead_ms`` how far its clock is ahead of this one; the
    process ends with this one."""

    def __init__(self, folder: Path, filled: Path | None = None) -> None:
        """``filled`` is a folder that ``fill`` has filled; it is copied."""
        self.data = folder / "hub"
        if filled is None:
            self.fill(folder)
        else:
            shutil.copytree(filled, folder, dirs_exist_ok=True)
        path = folder / MANIFEST
        self.manifest: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        self.ahead_ms = int(self.manifest["now"]) - wall_ms()
        self._environment = {**os.environ, CLOCK_AHEAD: str(self.ahead_ms)}
        self._log = (folder / "hub.log").open("wb")
        self._process = subprocess.Popen(
            own_command("hub", "serve", "--data", str(self.data), "--port", "0", "--until-stdin-closes"),
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._log, text=True, env=self._environment,
        )  # fmt: skip
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if "http" not in line:
            raise DemoBroken("The demo's hub did not start; its log says why.")
        self.address = line.split()[-1].rstrip(".")

    @classmethod
    def fill(cls, folder: Path) -> None:
        """Puts a hub with the sample shop and its manifest into the folder."""
        data = folder / "hub"
        data.mkdir(parents=True, mode=0o700)
        _run("hub", "sample", "--data", str(data), "--manifest", str(folder / MANIFEST))

    @property
    def database(self) -> Path:
        return self.data / "hub.db"

    @property
    def key_file(self) -> Path:
        return self.data / "hub.key"

    @property
    def key(self) -> str:
        return self.key_file.read_text(encoding="ascii").strip()

    def enrol_code(self, place: str) -> str:
        command = ("hub", "enrol", "--data", str(self.data), "--place", place, "--json")
        answer = _run(*command, environment=self._environment)
        return str(json.loads(answer)["code"])

    def close(self) -> None:
        if self._process.stdin is not None:
            self._process.stdin.close()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        if self._process.stdout is not None:
            self._process.stdout.close()
        self._log.close()


def _run(*words: str, environment: dict[str, str] | None = None) -> str:
    done = subprocess.run(own_command(*words), capture_output=True, text=True, env=environment, check=False)
    if done.returncode:
        raise DemoBroken(f"storedesk {' '.join(words[:2])}: {done.stderr.strip()[-300:]}")
    return done.stdout
