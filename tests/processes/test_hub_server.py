"""One real hub process on loopback: it starts, dies, starts again, and ends with its desk."""

import asyncio
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from storedesk.desk.device_key import DeviceKey
from storedesk.desk.hub_client import HubClient
from storedesk.desk.hub_failures import HubFailure, NoLine
from storedesk.hub.commands import hub as hub_commands
from storedesk.hub.data_folder import DataFolder
from storedesk.protocol.wire import (
    WIRE_VERSION,
    HelloReply,
    HelloRequest,
    PullReply,
    PullRequest,
    SnapshotReply,
    SnapshotRequest,
)
from storedesk.storage.database_work import SqliteConnection
from storedesk.storage.engine import open_sqlite
from storedesk.storage.hub_rows import write_rows
from tests.small_shop import articles, small_shop

READY = re.compile(r"The hub is ready at (http://127\.0\.0\.1:[0-9]+)\n")
HELLO = HelloRequest(app="test", wire=WIRE_VERSION, epoch=1, cursor=None, last_seq=0)
PROGRAM = [sys.executable, "-m", "storedesk", "hub"]


class HubProcess:
    """A serving hub; its standard input is held open until ``let_go``."""

    def __init__(self, data: Path) -> None:
        arguments = [*PROGRAM, "serve", "--data", str(data), "--port", "0", "--until-stdin-closes"]
        self.process = subprocess.Popen(
            arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        assert self.process.stdout is not None
        found = READY.fullmatch(self.process.stdout.readline())
        assert found is not None, self.process.poll()
        self.address = found[1]

    def kill(self) -> None:
        self.process.kill()
        self.process.wait(10)

    def let_go(self) -> int:
        assert self.process.stdin is not None
        self.process.stdin.close()
        return self.process.wait(15)

    def end(self) -> None:
        if self.process.poll() is None:
            self.kill()
        for stream in (self.process.stdin, self.process.stdout):
            if stream is not None:
                stream.close()


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A hub's folder as its own command makes it, filled with a shop; each test works on a copy."""
    folder = DataFolder(tmp_path_factory.mktemp("prepared") / "hub")
    run("migrate", "--data", str(folder.path))
    write(folder, small_shop())
    return folder.path


@pytest.fixture
def data(prepared: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(prepared, tmp_path / "hub"))


@pytest.fixture
def started(data: Path) -> Iterator[list[HubProcess]]:
    hubs = [HubProcess(data)]
    yield hubs
    for hub in hubs:
        hub.end()


def run(*arguments: str, given: str = "") -> str:
    done = subprocess.run(
        [*PROGRAM, *arguments], input=given, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def write(folder: DataFolder, rows: list[object]) -> None:
    connection = SqliteConnection(open_sqlite(folder.database, folder.key()))
    connection.run(lambda inside: write_rows(inside, rows, lambda: time.monotonic_ns() % (1 << 61)))
    connection.close()


def code_for(data: Path, place: str) -> str:
    found: dict[str, str] = json.loads(run("enrol", "--data", str(data), "--place", place, "--json"))
    return found["code"]


def desk_at(address: str, key: DeviceKey | None = None) -> HubClient:
    return HubClient(address, key or DeviceKey.new(os.urandom), lambda: time.time_ns() // 1_000_000)


async def say_hello(client: HubClient) -> HelloReply:
    reply = await client.call(HELLO)
    assert isinstance(reply, HelloReply), reply
    return reply


@pytest.mark.asyncio
async def test_a_desk_enrols_follows_and_survives_a_killed_hub(
    started: list[HubProcess], data: Path, tmp_path: Path
) -> None:
    client = desk_at(started[0].address)
    assert (await client.enrol(code_for(data, "GBG"), "Till")).desk == "GBG-1"
    scopes = (await say_hello(client)).scopes
    reply = await client.call(SnapshotRequest(scopes=scopes))
    assert isinstance(reply, SnapshotReply)
    await client.fetch_snapshot(reply, tmp_path / "desk.db", lambda _had, _all: None)
    write(DataFolder(data), articles(quantity=7))
    started[0].kill()
    with pytest.raises(NoLine):
        await client.call(HELLO)
    await client.close()

    started.append(HubProcess(data))
    again = desk_at(started[1].address, client.device_key)
    assert (await say_hello(again)).desk == "GBG-1"
    page = await again.call(PullRequest(cursor=reply.cursor, scopes=scopes))
    assert isinstance(page, PullReply)
    assert sum(len(table.rows) for table in page.tables) == 9
    await again.close()


@pytest.mark.asyncio
async def test_a_desk_hears_that_the_feed_has_moved(started: list[HubProcess], data: Path) -> None:
    client = desk_at(started[0].address)
    await client.enrol(code_for(data, "MAL"), "Till")
    events = client.events()
    async with asyncio.timeout(20):
        first = await anext(events)
        write(DataFolder(data), articles(quantity=8))
        assert await anext(events) > first
        started[0].kill()
        with pytest.raises(HubFailure):
            await anext(events)
    await client.close()


def test_a_hub_ends_with_the_desk_that_started_it(started: list[HubProcess], data: Path) -> None:
    assert started[0].let_go() == 0
    assert not (data / "hub.db-wal").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGTERM")
def test_a_hub_ends_in_peace_when_told_to(started: list[HubProcess], data: Path) -> None:
    started[0].process.send_signal(signal.SIGTERM)
    assert started[0].process.wait(15) in (0, -signal.SIGTERM)
    assert not (data / "hub.db-wal").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_the_key_of_the_database_is_for_its_owner_only(data: Path) -> None:
    assert (data / "hub.key").stat().st_mode & 0o777 == 0o600
    assert b"SQLite format" not in (data / "hub.db").read_bytes()[:100]


def test_staff_are_added_listed_and_get_new_pins(data: Path) -> None:
    options = ("--data", str(data), "--place", "GBG")
    added = run(
        "staff",
        "add",
        *options,
        "--name",
        "Åsa Ö.",
        "--initials",
        "åö",
        "--role",
        "sales_associate",
        given="4711\n",
    )
    number = re.search(r"number ([0-9]+) at GBG", added)
    assert number is not None
    reset = CliRunner().invoke(
        hub_commands, ["staff", "reset-pin", *options, "--staff", number[1]], input="9042\n"
    )
    assert reset.exit_code == 0, reset.output
    listed = json.loads(CliRunner().invoke(hub_commands, ["staff", "list", *options, "--json"]).stdout)
    assert [person["name"] for person in listed if person["initials"] == "ÅÖ"] == ["Åsa Ö."]


@pytest.mark.parametrize(
    ("arguments", "given", "sentence"),
    [
        (("enrol", "--place", "XXX"), "", "There is no place with the code 'XXX'."),
        (("staff", "list", "--place", "XXX"), "", "There is no place with the code 'XXX'."),
        (
            ("staff", "reset-pin", "--place", "GBG", "--staff", "1"),
            "1234\n",
            "A PIN is not one digit repeated",
        ),
        (
            ("staff", "reset-pin", "--place", "GBG", "--staff", "999"),
            "4711\n",
            "There is nobody with the number 999",
        ),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    data: Path, arguments: tuple[str, ...], given: str, sentence: str
) -> None:
    done = CliRunner().invoke(hub_commands, [*arguments, "--data", str(data)], input=given)
    assert done.exit_code == 1
    assert done.stderr.startswith("Error: " + sentence)
    assert done.stderr.count("\n") == 1


def test_a_hub_is_not_served_in_the_clear_beyond_this_machine(tmp_path: Path) -> None:
    done = subprocess.run(
        [*PROGRAM, "serve", "--data", str(tmp_path), "--host", "0.0.0.0"],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert "over TLS" in done.stderr


def test_a_database_without_its_key_is_not_replaced(data: Path) -> None:
    (data / "hub.key").unlink()
    done = subprocess.run(
        [*PROGRAM, "migrate", "--data", str(data)], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 1
    assert done.stderr.startswith("Error: ") and done.stderr.count("\n") == 1
    assert "bring hub.key back" in done.stderr
    assert (data / "hub.db").exists()
