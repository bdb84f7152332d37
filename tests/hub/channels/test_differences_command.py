"""``storedesk channel differences``: what is told on the command line of what channels show."""

import json
import random
from pathlib import Path

import pytest
from click.testing import CliRunner

from storedesk.domain.records import ChannelState
from storedesk.hub.channels.differences_command import differences_command
from storedesk.hub.command_database import hub_writer
from storedesk.storage.channel_links import VARIANT, Link, put_links
from storedesk.storage.channel_shown import Figure, note_pushed
from storedesk.storage.database_work import Connection
from storedesk.storage.hub_rows import write_rows
from tests.small_shop import ALVA, GBG, NOW, small_shop

SHOWN = Figure(ALVA, "stock", str(GBG), "53")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    state = ChannelState(1, "on", "", "", "polling", 0, 0, None, NOW, NOW, 0, 0, None, 0, NOW)

    def fill(connection: Connection) -> None:
        write_rows(connection, [*small_shop(0), state], lambda: random.Random(1).getrandbits(62))
        put_links(connection, 1, VARIANT, [Link("v1", str(ALVA))])
        note_pushed(connection, 1, [SHOWN], NOW)

    with hub_writer(tmp_path, None) as writer:
        writer.run(fill)
    return tmp_path


def run(folder: Path, *options: str) -> str:
    result = CliRunner().invoke(differences_command, ["--data", str(folder), *options])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_differences_are_listed_after_a_check(folder: Path) -> None:
    assert run(folder) == "web: 0 of 0 figures differ\n"
    head, line = run(folder, "--check").splitlines()
    assert head == "web: 1 of 1 figures differ"
    told = "stock 1: shows 53, should show 50; not_pushed, may cost 0.00 SEK a day"
    assert line.split(maxsplit=1) == ["SKU-101", told]


def test_programs_read_them_as_json(folder: Path) -> None:
    [found] = json.loads(run(folder, "--check", "--json", "--channel", "web"))
    assert (found["channel"], found["compared"], found["differing"]) == ("web", 1, 1)
    [row] = found["differences"]
    assert (row["sku"], row["ours"], row["theirs"], row["cause"]) == ("SKU-101", "50", "53", "not_pushed")
    assert {step["kind"] for step in row["history"]} == {"taken", "ours", "read"}


def test_an_unknown_channel_is_said(folder: Path) -> None:
    result = CliRunner().invoke(differences_command, ["--data", str(folder), "--channel", "amazon"])
    assert result.exit_code == 1
    assert "There is no channel 'amazon' at this hub." in result.output
