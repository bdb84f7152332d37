"""The hub that is measured: filled once by the sample shop, kept outside the checkout, rebuilt when its makers change."""

import hashlib
import os
import random
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec

from storedesk.connectors.sample_shop import build_sample_shop
from storedesk.hub.sample_shop import fill_hub
from storedesk.storage.engine import connect_sqlite, open_sqlite
from storedesk.storage.hub_rows import prepare_hub

Size = Literal["small", "large"]
ROOT = Path(__file__).parents[2]
KEY = "5b" * 32
SHOP_TIME = 1_795_439_100_000
"""A Monday afternoon (UTC ms), so that the same shop comes out on every machine."""
_MAKERS = ("storedesk/connectors/sample_shop", "storedesk/domain/records", "storedesk/domain/tables.py",
           "storedesk/storage/schema.py",
           "storedesk/storage/hub_rows.py", "storedesk/protocol/canonical.py", "storedesk/hub/sample_shop.py")  # fmt: skip


class SampleHub(NamedTuple):
    """``folder`` holds hub.db and hub.key as ``hub serve`` wants them; ``pins`` maps staff ids to PINs."""

    folder: Path
    size: Size
    place_id: int
    place_key: str
    now: int
    pins: dict[int, str]

    @property
    def database(self) -> Path:
        return self.folder / "hub.db"


def sample_hub(size: Size) -> SampleHub:
    """The cached hub of this size; the first call on a machine makes it (a few minutes for the large one)."""
    folder = cache_folder() / f"hub-{size}-{_fingerprint()}"
    ready = folder / "hub.json"
    if not ready.exists():
        for old in folder.parent.glob(f"hub-{size}-*"):
            shutil.rmtree(old)
        _make(folder, size)
    known = msgspec.json.decode(ready.read_bytes(), type=dict[str, object])
    pins = {int(key): str(pin) for key, pin in known["pins"].items()}  # type: ignore[attr-defined]
    return SampleHub(
        folder, size, int(str(known["place_id"])), str(known["place_key"]), int(str(known["now"])), pins
    )


def cache_folder() -> Path:
    base = Path("/var/tmp") if Path("/var/tmp").is_dir() else Path(tempfile.gettempdir())
    folder = base / f"storedesk-bench-{getattr(os, 'getuid', lambda: 0)()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def _fingerprint() -> str:
    digest = hashlib.sha256()
    for maker in _MAKERS:
        found = [ROOT / maker] if maker.endswith(".py") else sorted((ROOT / maker).rglob("*.py"))
        for file in found:
            digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


def _make(folder: Path, size: Size) -> None:
    started = time.perf_counter()
    sys.stderr.write(f"Filling a {size} hub for the measurements, once …\n")
    fresh = folder.with_name(folder.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(mode=0o700)
    (fresh / "hub.key").write_text(KEY + "\n", encoding="ascii")
    (fresh / "hub.key").chmod(0o600)
    rng = random.Random(1)
    shop = build_sample_shop(1, SHOP_TIME, size)
    engine = open_sqlite(fresh / "hub.db", KEY)
    with engine.begin() as connection:
        prepare_hub(connection, "bench-hub", lambda: rng.getrandbits(62))
    with engine.begin() as connection:
        fill_hub(connection, shop, lambda: rng.getrandbits(62))
    engine.dispose()
    driver = connect_sqlite(fresh / "hub.db", KEY)
    driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    driver.close()
    place = shop.manifest.demo_place_id
    known = {
        "place_id": place,
        "place_key": shop.manifest.place_keys[place],
        "now": shop.manifest.now,
        "pins": {pin.staff_id: pin.pin for pin in shop.manifest.pins if pin.place_id == place},
    }
    (fresh / "hub.json").write_bytes(msgspec.json.encode(known))
    fresh.rename(folder)
    sys.stderr.write(f"  {time.perf_counter() - started:.0f} s\n")
