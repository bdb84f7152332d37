"""The bundle for support holds nothing of a person and no secret, whatever the desk held before."""

import zipfile
from pathlib import Path

import msgspec
import pytest

from storedesk.desk.diagnostics import bundle_parts, plain_settings, write_bundle
from storedesk.desk.log_scrub import scrubbed
from storedesk.desk.profile import OwnChoice, PrinterEntry, Profile, Settings, changed_settings
from storedesk.protocol.desk_link import SyncState
from tests.world import make_world

CANARIES = (
    "Kanarie Fågelsson",
    "070-1740612",
    "198001012384",
    "hemlig-nyckel",
    "kassa.butik.example",
    "K7P429",
)


def hostile_log() -> str:
    good = {"at": "2026-11-23T14:05:00.000+00:00", "level": "error", "event": "window task failed",
            "trace": ["ValueError", "storedesk/ui/x.py:12 go", CANARIES[0]]}  # fmt: skip
    bad = [{"event": name, "level": "info", "who": name, "trace": [name]} for name in CANARIES]
    return "\n".join([*(msgspec.json.encode(one).decode() for one in (good, *bad)), *CANARIES])


def test_no_canary_comes_through_into_the_bundle(tmp_path: Path) -> None:
    _, desks = make_world(tmp_path, desks=1)
    desks[0].perform("ClaimPickup", fulfilment_id=desks[0].rows("SELECT id FROM fulfilment")[0][0])
    profile = Profile(tmp_path / "profile")
    printer = PrinterEntry(name=CANARIES[0], kind="raw_network", target=CANARIES[4], roles=["slip_80"])
    profile.save_settings(
        Settings(key_store="file", printers=[printer], people={"4711": OwnChoice(language=CANARIES[3])})
    )
    profile.logs.mkdir()
    for name in ("window.log", "worker.log"):
        (profile.logs / name).write_text(hostile_log(), encoding="utf-8")
    (profile.folder / f"{CANARIES[5]}.db").write_text("x")
    sync = SyncState(
        online=True, syncing=False, on_purpose=False, offline_since=None, last_good_at=1, waiting=2,
        oldest_waiting_at=1, next_try_at=2,
    )  # fmt: skip
    with desks[0].store.begin() as connection:
        size = write_bundle(tmp_path / "bundle.zip", bundle_parts(profile, "storedesk", sync, connection))
    assert size == (tmp_path / "bundle.zip").stat().st_size
    with zipfile.ZipFile(tmp_path / "bundle.zip") as bundle:
        parts = {name: bundle.read(name).decode() for name in bundle.namelist()}
    everything = "\n".join([*parts, *parts.values()])
    assert [
        canary for canary in (*CANARIES, "Maria Nilsson", "4711", str(tmp_path)) if canary in everything
    ] == []
    assert "window task failed" in parts["window.log"]
    assert "ui/x.py:12 go" in parts["worker.log"]
    assert msgspec.json.decode(parts["changes.json"])[0]["kind"] == "ClaimPickup"
    assert msgspec.json.decode(parts["rows.json"])["fulfilment"] == 6
    files = msgspec.json.decode(parts["files.json"])
    assert files["kb"][".db"] > 0 and 0 < files["free_mb"] < 10**9


def test_a_disk_that_refuses_leaves_no_half_bundle(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_bundle(tmp_path / "missing" / "bundle.zip", iter([("a", b"b")]))
    assert list(tmp_path.rglob("*.part")) == []


def test_only_lines_written_as_logs_are_pass_the_scrubber() -> None:
    assert scrubbed(["Maria", '{"event": "Maria Nilsson"}', '{"event": "print failed", "who": "Maria"}']) == [
        '{"event":"print failed"}'
    ]


def test_settings_change_line_by_line_and_refuse_what_they_cannot_be() -> None:
    changed = changed_settings(Settings(theme="dark"), b'{"text_size": 130, "language": "sv"}')
    assert (changed.theme, changed.text_size, changed.language) == ("dark", 130, "sv")
    for change in (b'{"text_size": 500}', b'{"unknown": 1}', b"[]", b'{"printers": "x"}'):
        with pytest.raises(ValueError, match=r"settings|Object|Invalid|Expected"):
            changed_settings(Settings(), change)
    assert plain_settings(Settings(people={"1": OwnChoice(language="sv")}))["people"] == 1
