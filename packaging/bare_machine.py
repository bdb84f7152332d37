"""Proves that a bare machine needs the README's two commands and nothing else (standard library only)."""

import argparse
import contextlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CLEAN = {"LANG": "C.UTF-8", "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"}
# what a machine knows about its network; lent to the bare one, which has no settings of its own
LENT = [
    "/etc/resolv.conf",
    "/etc/hosts",
    "/etc/pip.conf",
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/apt/apt.conf.d/99proxy",
]
LENT_NAMES = re.compile(r"(?i)(PIP_.*|https?_proxy|no_proxy|SSL_CERT_FILE|REQUESTS_CA_BUNDLE)")


def main(arguments: Sequence[str]) -> int:
    """Make the bare machine, type the commands, write down what happened; 0 if all passed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--out", type=Path, default=Path("out/bare"), help="where output and seconds are written"
    )
    parser.add_argument("--suite", default="bookworm", help="the Debian release to put up")
    parser.add_argument(
        "--mirror", default=own_mirror(), help="where Debian comes from; else as on this machine"
    )
    parser.add_argument("--python", type=Path, help="no Debian: run `test` on a clean clone with this Python")
    parser.add_argument("commands", nargs="*", help="commands to type instead of the README's two")
    chosen = parser.parse_args(arguments)
    commands = chosen.commands or readme_commands()
    chosen.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="storedesk-bare-", dir="/var/tmp") as folder:
        if chosen.python:
            results = on_clean_clone(
                Path(folder), chosen.python, chosen.commands or commands[-1:], chosen.out
            )
        else:
            results = on_bare_debian(Path(folder), chosen.suite, chosen.mirror, commands, chosen.out)
    return 0 if results and all(code == 0 for code in results) else 1


def own_mirror() -> str:
    """The address from which this machine takes its Debian packages; empty where it has none."""
    places = [Path("/etc/apt/sources.list"), *sorted(Path("/etc/apt/sources.list.d").glob("*"))]
    text = "\n".join(path.read_text(encoding="utf-8") for path in places if path.is_file())
    found = re.search(r"(?m)^(?:URIs:|deb(?:\s+\[[^\]]*\])?)\s+(http\S+)", text)
    return found[1] if found else ""


def readme_commands() -> list[str]:
    """The commands as the README shows them."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    return re.findall(r"^ {4}(python3 packaging/dev\.py \w+)$", text, flags=re.MULTILINE)


def on_clean_clone(folder: Path, python: Path, commands: Sequence[str], out: Path) -> list[int]:
    """Type the commands in a clean clone, with another Python in the place of python3."""
    clone = folder / "storedesk"
    subprocess.run(["git", "clone", "-q", str(ROOT), str(clone)], check=True)
    names = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))
    }
    environment = {**names, "HOME": str(folder)}
    return [
        typed(["sh", "-c", command.replace("python3", str(python), 1)], clone, environment, out, python.name)
        for command in commands
    ]


def on_bare_debian(folder: Path, suite: str, mirror: str, commands: Sequence[str], out: Path) -> list[int]:
    """Put up a Debian with python3 and git only, clone the checkout into it, type the commands there."""
    if os.geteuid() != 0 or not shutil.which("debootstrap"):
        print(
            "This needs root and debootstrap: sudo apt-get install debootstrap, then start it again as root."
        )
        return []
    machine = folder / "machine"
    put_up = [
        "debootstrap",
        "--variant=minbase",
        "--include=python3,git,ca-certificates",
        suite,
        str(machine),
        mirror,
    ]
    if typed(put_up, folder, {**os.environ}, out, f"{suite}-put-up") != 0:
        return [1]
    for name in LENT:
        if Path(name).exists():
            (machine / name[1:]).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(name, machine / name[1:])
    subprocess.run(
        ["git", "bundle", "create", "-q", str(machine / "storedesk.bundle"), "HEAD"], cwd=ROOT, check=True
    )
    lent = {name: value for name, value in os.environ.items() if LENT_NAMES.fullmatch(name)}
    environment = {**CLEAN, **lent, "HOME": "/root"}
    with system_folders(machine):
        inside = ["chroot", str(machine), "/bin/sh", "-c"]
        clone = "git -c advice.detachedHead=false clone -q /storedesk.bundle /root/storedesk"
        results = [typed([*inside, clone], folder, environment, out, f"{suite}-clone")]
        for command in commands:
            line = f"cd /root/storedesk && exec {command}"
            results.append(typed([*inside, line], folder, environment, out, f"{suite}-{command.split()[2]}"))
    return results


@contextlib.contextmanager
def system_folders(machine: Path) -> Iterator[None]:
    """The kernel's folders, as every running machine has them."""
    mounts = [
        ["-t", "proc", "proc", "proc"],
        ["-t", "tmpfs", "tmpfs", "dev/shm"],
        ["-t", "devpts", "devpts", "dev/pts"],
    ]
    mounted: list[Path] = []
    try:
        for kind, what, source, place in mounts:
            target = machine / place
            target.mkdir(parents=True, exist_ok=True)
            subprocess.run(["mount", kind, what, source, str(target)], check=True)
            mounted.append(target)
        yield
    finally:
        for target in reversed(mounted):
            subprocess.run(["umount", "--lazy", str(target)], check=False)


def typed(command: Sequence[str], where: Path, environment: Mapping[str, str], out: Path, name: str) -> int:
    """Run one command, its output into a file of `out`, and say its exit code and seconds."""
    begun = time.monotonic()
    path = out / f"{name}.txt"
    with path.open("w", encoding="utf-8") as file:
        process = subprocess.run(
            command, cwd=where, env=environment, stdout=file, stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL, check=False,
        )  # fmt: skip
    seconds = time.monotonic() - begun
    last = next(
        (line for line in reversed(path.read_text(encoding="utf-8").splitlines()) if line.strip()), ""
    )
    line = f"{name}: exit code {process.returncode} in {seconds:.0f} s, last line: {last.strip()}"
    print(line, flush=True)
    with (out / "seconds.txt").open("a", encoding="utf-8") as file:
        file.write(line + "\n")
    return process.returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
