"""Practice: invented people in a profile of its own, and no way out of it."""

import asyncio
import random
from pathlib import Path
from typing import Any

import msgspec
import pytest

from storedesk.desk.practice import practice_person, prepare_practice
from storedesk.desk.profile import NotForPractice, Profile, Settings
from storedesk.desk.worker import Worker
from storedesk.protocol.desk_link import (
    Answered,
    Enrol,
    Perform,
    Performed,
    PrintPaper,
    Started,
    Stop,
    SyncNow,
    WorkOffline,
)
from storedesk.storage.desk_database import open_desk_database
from storedesk.storage.engine import driver_of
from storedesk.storage.print_queue import StoredPaper
from tests.documents.pdf_reader import pages_text

NOW = 1_795_439_100_000


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("desk") / "practice"
    prepare_practice(made, Settings(language="sv", text_size=115), NOW, 5_000, random.Random(1).randbytes)
    return made


def rows(folder: Path, sql: str) -> list[Any]:
    profile = Profile(folder)
    known = profile.keys.load()
    engine = open_desk_database(profile.database(known), known.databases[known.current])
    try:
        with engine.connect() as connection:
            return list(driver_of(connection).execute(sql).fetchall())
    finally:
        engine.dispose()


def test_practice_has_pickups_people_and_staff_and_the_look_of_the_desk(folder: Path) -> None:
    settings = Profile(folder).settings
    assert (settings.language, settings.text_size, settings.key_store) == ("sv", 115, "file")
    assert rows(folder, "SELECT count(*) FROM fulfilment WHERE place_id = 1 AND state = 'ready'")[0][0] > 3
    assert rows(folder, "SELECT count(*) FROM person")[0][0] > 10
    assert practice_person(1)[1].isdecimal()


async def lived(folder: Path, messages: list[Any], replies: int) -> tuple[Worker, list[Any]]:
    """A worker of this profile with what it told while it answered these messages."""
    told: list[Any] = []
    queue: asyncio.Queue[Any] = asyncio.Queue()
    answered = asyncio.Event()

    def tell(message: Any) -> None:
        told.append(message)
        if sum(isinstance(one, Performed | Answered) for one in told) >= replies:
            answered.set()

    worker = Worker(Profile(folder), tell, "test")
    running = asyncio.ensure_future(worker.run(queue))
    for message in messages:
        queue.put_nowait(message)
    async with asyncio.timeout(20):
        await answered.wait()
    queue.put_nowait(Stop())
    await running
    return worker, told


@pytest.mark.asyncio
async def test_no_request_can_leave_practice_since_no_client_of_a_hub_is_ever_made(folder: Path) -> None:
    (fulfilment,) = rows(folder, "SELECT id FROM fulfilment WHERE place_id = 1 AND state = 'new'")[0]
    (staff,) = rows(folder, "SELECT staff_id FROM staff WHERE place_id = 1 ORDER BY position")[0]
    claim = Perform(
        request=1,
        action_id="0190a0a0-0000-7000-8000-000000000001",
        kind="ClaimPickup",
        args=msgspec.Raw(msgspec.json.encode({"fulfilment_id": fulfilment})),
        staff_id=staff,
    )
    enrol = Enrol(request=2, hub_url="http://127.0.0.1:9", code="AAAA-AAAA", device_name="Practice")
    messages = [claim, SyncNow(), WorkOffline(on=True), WorkOffline(on=False), enrol]
    worker, told = await lived(folder, messages, 2)
    assert (worker._client, worker._sync) == (None, None)
    assert [(one.practice, one.phase) for one in told if isinstance(one, Started)] == [(True, "ready")]
    assert [one.outcome for one in told if isinstance(one, Performed)] == ["saved"]
    assert Profile(folder).keys.load().hub_url == ""
    assert rows(folder, "SELECT state FROM fulfilment WHERE id = '" + fulfilment + "'") == [("claimed",)]
    assert [row[0] for row in rows(folder, "SELECT outcome FROM outbox")] == [None]


@pytest.mark.asyncio
async def test_every_paper_of_practice_says_so(folder: Path) -> None:
    (fulfilment,) = rows(folder, "SELECT id FROM fulfilment WHERE place_id = 1 AND state = 'ready'")[0]
    (parcel,) = rows(folder, "SELECT id FROM parcel WHERE fulfilment_id = '" + fulfilment + "'")[0]
    (quote,) = rows(folder, "SELECT id FROM quote")[0]
    papers = (("pick_list", fulfilment), ("parcel_label", parcel), ("quote", quote))
    asked = [
        PrintPaper(request=number, paper=paper, subject=subject, staff_id=1, language="en", copy=False)
        for number, (paper, subject) in enumerate(papers, 1)
    ]
    _, told = await lived(folder, asked, 3)
    assert [one.problem for one in told if isinstance(one, Answered)] == ["", "", ""]
    printed = [row[0] for row in rows(folder, "SELECT document FROM print_job")]
    assert len(printed) == 3
    pages = [
        page for one in printed for page in pages_text(msgspec.msgpack.decode(one, type=StoredPaper).pdf)
    ]
    assert all("PRACTICE" in page or "ÖVNING" in page for page in pages)
    assert len(pages) >= 3


def test_a_real_desk_is_never_emptied_for_practice(tmp_path: Path) -> None:
    Profile(tmp_path).save_settings(Settings(key_store="file"))
    profile = Profile(tmp_path)
    profile.keys.save(msgspec.structs.replace(profile.keys.load(), device_id="a real desk"))
    (tmp_path / "outbox.sealed").write_bytes(b"unsent")
    with pytest.raises(NotForPractice):
        prepare_practice(tmp_path, Settings(), NOW, 0, random.Random(2).randbytes)
    assert (tmp_path / "outbox.sealed").read_bytes() == b"unsent"


def test_practice_begins_anew_each_time(tmp_path: Path) -> None:
    folder = tmp_path / "practice"
    for seed in (1, 2):
        prepare_practice(folder, Settings(), NOW, 0, random.Random(seed).randbytes)
        (folder / "outbox.sealed").write_bytes(b"what was practised")
    prepare_practice(folder, Settings(), NOW, 0, random.Random(3).randbytes)
    assert (
        not (folder / "outbox.sealed").exists() or b"practised" not in (folder / "outbox.sealed").read_bytes()
    )
    assert len(list(folder.glob("desk-*.db"))) == 1
