"""Practice: a profile of its own with invented goods and people, and no line to any hub."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec

from storedesk.connectors.sample_shop import build_sample_shop
from storedesk.connectors.sample_shop.staff import PINS
from storedesk.desk.desk_clock import ClockMark
from storedesk.desk.desk_files import DeskFiles
from storedesk.desk.key_store import Secrets
from storedesk.desk.profile import WINDOW_LOCK, NotForPractice, Profile, Settings
from storedesk.desk.sync_runner import CLOCK
from storedesk.domain.place_of_work import place_kind
from storedesk.domain.records import Place
from storedesk.domain.tables import scopes_of_desk
from storedesk.storage.practice_rows import fill_for_practice

DESK = "PRACTICE-1"
_SEED = 1


def prepare_practice(
    folder: Path, settings: Settings, wall: int, monotonic: int, random_bytes: Callable[[int], bytes]
) -> Profile:
    """Begins practice anew in its own folder: what was practised before is thrown away.

    Look and printers are those of ``settings``; times in milliseconds, ``wall`` in UTC.
    """
    _empty(folder)
    own = msgspec.structs.replace(settings, key_store="file", work_offline=False)
    Profile(folder).save_settings(own)
    profile = Profile(folder)
    profile.keys.save(Secrets(practice=True))
    files = DeskFiles(profile, random_bytes)
    opened = files.open()
    shop = build_sample_shop(_SEED, wall)
    rows = list(shop.all_rows())
    place = _place(rows, shop.manifest.demo_place_id)
    scopes = scopes_of_desk(place.id, _stock_places(rows))
    secrets = msgspec.structs.replace(
        opened.secrets, device_id=DESK, place_id=place.id, place_code=place.code, desk=DESK,
        place_key=shop.manifest.place_keys[place.id], hub_url="",
    )  # fmt: skip
    store = opened.store
    try:
        with store.begin() as connection:
            fill_for_practice(connection, rows, scopes)
        store.follow(scopes)
        store.note(CLOCK, ClockMark(shop.manifest.now, wall, monotonic).text())
        files.enrolled(secrets, store)
    finally:
        store.close()
    return profile


def practice_person(place_id: int) -> tuple[str, str]:
    """Name and PIN of the first person of the practice store; both are public."""
    return next((one.name, one.pin) for one in PINS if one.place_id == place_id)


def _empty(folder: Path) -> None:
    """Only a folder that practice itself has made is emptied; whoever holds its lock keeps it."""
    kept = Profile(folder)
    known = kept.keys.load()
    if known.device_id and not known.practice:
        raise NotForPractice(f"{folder.name} holds a desk that is not for practice: choose another folder.")
    for entry in folder.iterdir():
        if entry.is_dir():
            shutil.rmtree(entry)
        elif entry.name != WINDOW_LOCK:
            entry.unlink()


def _place(rows: list[Any], place_id: int) -> Place:
    return next(row for row in rows if isinstance(row, Place) and row.id == place_id)


def _stock_places(rows: list[Any]) -> tuple[int, ...]:
    return tuple(row.id for row in rows if isinstance(row, Place) and place_kind(row.kind).has_stock)
