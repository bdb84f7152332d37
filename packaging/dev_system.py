"""The system libraries that Qt needs on Linux: found, installed as root, or named with one command."""

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable

from dev_terminal import Stopped, heading, say

# library file -> Debian package
ALWAYS = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
}
FOR_X11 = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


def provide_libraries() -> None:
    """See that Qt's system libraries are there; raises Stopped with the command to type."""
    if not sys.platform.startswith("linux"):
        return
    wanted = {**ALWAYS, **(FOR_X11 if os.environ.get("DISPLAY") else {})}
    missing = _missing(wanted)
    if missing:
        install_packages([wanted[name] for name in missing], "system libraries that Qt needs")
        still = _missing(wanted)
        if still:
            raise Stopped(
                f"These system libraries are still missing after the installation: {', '.join(still)}."
            )


def install_packages(packages: Iterable[str], what: str) -> None:
    """Install Debian packages as root; raises Stopped with the one command for everybody else."""
    names = sorted(set(packages))
    command = "apt-get install -y --no-install-recommends " + " ".join(names)
    quietly = command.replace("install -y", "install -y -qq -o Dpkg::Use-Pty=0", 1)
    if not shutil.which("apt-get"):
        raise Stopped(
            f"Missing: {what}. Install what your system calls {', '.join(names)}, then start again."
        )
    if os.geteuid() != 0:
        raise Stopped(f"Missing: {what}. Install them with: sudo {command}")
    heading(f"installing {what}: {' '.join(names)}")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    if subprocess.run(["apt-get", "update", "-qq"], env=quiet, check=False).returncode != 0:
        say("The package lists could not be renewed; going on with those that are here.")
    if subprocess.run(quietly.split(), env=quiet, check=False).returncode != 0:
        raise Stopped(f"Could not install {what}: see what apt-get said above, then try: {command}")


def _missing(wanted: Iterable[str]) -> list[str]:
    return [name for name in wanted if not _loads(name)]


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True
