"""The bundle that support gets: versions, states, counts and scrubbed logs; no person, no secret, no host."""

import os
import platform
import shutil
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from storedesk.desk.log_scrub import scrubbed
from storedesk.desk.profile import Profile, Settings
from storedesk.protocol.desk_link import SyncState
from storedesk.storage import bundle_reads
from storedesk.storage.database_work import Connection

_NEVER_WRITTEN = (
    "Names, numbers, codes, addresses, keys and texts of people are never written into this bundle.\n"
)


def bundle_parts(
    profile: Profile, app: str, sync: SyncState | None, connection: Connection
) -> Iterator[tuple[str, bytes]]:
    """File names and contents; ``connection`` is only read."""
    yield "README.txt", _NEVER_WRITTEN.encode()
    yield "versions.json", _json(_versions(app))
    yield "sync.json", _json(None if sync is None else msgspec.structs.asdict(sync))
    yield "settings.json", _json(plain_settings(profile.settings))
    yield "changes.json", _json(bundle_reads.outbox_counts(connection))
    yield "papers.json", _json(bundle_reads.print_counts(connection))
    yield "rows.json", _json(bundle_reads.row_counts(connection))
    yield "files.json", _json(_files(profile))
    for name in ("window", "worker"):
        yield f"{name}.log", "\n".join(scrubbed(_lines(profile.logs, name))).encode()


def write_bundle(target: Path, parts: Iterator[tuple[str, bytes]]) -> int:
    """Writes the zip whole or not at all and returns its size in bytes; ``OSError`` if the disk refuses."""
    fresh = target.with_suffix(".part")
    try:
        with zipfile.ZipFile(fresh, "w", zipfile.ZIP_DEFLATED) as bundle:
            for name, content in parts:
                bundle.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
        os.replace(fresh, target)
    finally:
        fresh.unlink(missing_ok=True)
    return target.stat().st_size


def plain_settings(settings: Settings) -> dict[str, Any]:
    """The settings without the names, addresses and people in them."""
    lines = msgspec.structs.asdict(settings)
    lines["printers"] = [{"kind": one.kind, "roles": one.roles} for one in settings.printers]
    lines["people"] = len(settings.people)
    lines["scanner"] = None if settings.scanner is None else msgspec.structs.asdict(settings.scanner)
    return lines


def _versions(app: str) -> dict[str, str]:
    return {
        "app": app,
        "python": platform.python_version(),
        "system": platform.system(),
        "release": platform.release()[:40],
        "machine": platform.machine(),
        "frozen": str(bool(getattr(sys, "frozen", False))),
    }


def _files(profile: Profile) -> dict[str, Any]:
    """Sizes by the kind of file: the names of files may say where a desk stands. In kB and MB, since ten digits of
    bytes may read as somebody's personal number."""
    sizes: dict[str, int] = {}
    for path in profile.folder.rglob("*"):
        if path.is_file():
            kind = path.suffix if path.suffix in (".db", ".sealed", ".json", ".log", ".pdf") else "other"
            sizes[kind] = sizes.get(kind, 0) + path.stat().st_size
    return {
        "free_mb": shutil.disk_usage(profile.folder).free // 1_000_000,
        "key_store": profile.keys.kind,
        "kb": {kind: -(-size // 1_000) for kind, size in sorted(sizes.items())},
    }


def _lines(folder: Path, name: str) -> Iterator[str]:
    for path in (folder / f"{name}.old", folder / f"{name}.log"):
        if path.exists():
            yield from path.read_text(encoding="utf-8", errors="replace").splitlines()


def _json(content: object) -> bytes:
    return msgspec.json.format(msgspec.json.encode(content), indent=2)
