"""``hub masters``: shows the table, changes it with clear words, lists what was refused."""

import json
from pathlib import Path

from click.testing import CliRunner, Result

from storedesk.domain.records import Channel
from storedesk.hub.command_database import hub_writer
from storedesk.hub.commands import hub
from storedesk.hub.opening import random_tag
from storedesk.hub.system_clock import now_ms
from storedesk.storage.hub_rows import write_rows
from storedesk.storage.refused_writes import count_refused
from tests.small_shop import places


def run(*words: str) -> Result:
    return CliRunner().invoke(hub, ["masters", *words])


def test_the_table_is_shown_set_and_put_back(tmp_path: Path) -> None:
    where = ("--data", str(tmp_path / "hub"))
    with hub_writer(tmp_path / "hub", None) as writer:
        rows = [*places(), Channel(2, "b2b", "B2B", "b2b_portal", 0)]
        writer.run(lambda connection: write_rows(connection, rows, random_tag))
    assert run("show", *where).output.startswith("  texts              here")
    done = run("set", "on_hand:GBG", "b2b", *where)
    assert (done.exit_code, done.output) == (0, "b2b is master of on_hand:GBG from now on.\n")
    assert "* on_hand:GBG        b2b" in run("show", *where).output
    assert json.loads(run("show", "--json", *where).output)["on_hand:GBG"] == "b2b"
    wrong = run("set", "texts", "shop", *where)
    assert (
        wrong.exit_code == 1
        and "There is no source 'shop'; sources are here, erp, till, any, b2b, web." in wrong.output
    )
    assert (
        run("set", "on_hand:GBG", "default", *where).output == "here is master of on_hand:GBG from now on.\n"
    )
    assert "* on_hand" not in run("show", *where).output


def test_refused_writes_are_listed(tmp_path: Path) -> None:
    where = ("--data", str(tmp_path / "hub"))
    assert run("refused", *where).output == "Nobody but the masters has written anything in 7 days.\n"
    with hub_writer(tmp_path / "hub", None) as writer:
        for _ in range(2):
            writer.run(lambda connection: count_refused(connection, "web", "price", 3, "v1", now_ms()))
    assert "web          price             6 refused, last v1" in run("refused", *where).output
    assert json.loads(run("refused", "--json", *where).output)[0]["writes"] == 6
