"""The hub's commands about routing: rules from a file, a place switched off and on, a dry run."""

import json
from pathlib import Path

from click.testing import CliRunner

from storedesk.domain.records import RoutingSet
from storedesk.domain.routing_rules import USUAL
from storedesk.domain.routing_text import rules_text
from storedesk.hub.command_database import hub_writer
from storedesk.hub.commands import hub
from storedesk.storage.hub_rows import write_rows
from tests.small_shop import small_shop

RULES = {"rules": [{"name": "Near", "delivery": "sent", "km": 25}, {"name": "Here", "delivery": "collected"}]}


def fill(data: Path) -> None:
    with hub_writer(data, None) as writer:
        writer.run(lambda connection: write_rows(connection, small_shop(), lambda: 7))


def run(*arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(hub, arguments)
    return done.exit_code, done.output


def test_rules_are_checked_set_and_shown_and_a_place_is_switched(tmp_path: Path) -> None:
    data, good, bad = tmp_path / "hub", tmp_path / "good.json", tmp_path / "bad.json"
    good.write_text(json.dumps(RULES), encoding="utf-8")
    bad.write_text(json.dumps({"rules": [{"name": "A"}, {"name": "B", "km": 5}]}), encoding="utf-8")
    where = ("--data", str(data))
    fill(data)
    code, said = run("routing", "check", str(bad))
    assert (code, "Rule 2 can never be reached: rule 1 takes all it would." in said) == (1, True)
    assert run("routing", "set", str(good), *where) == (0, "2 rules are in use from now on, as set 2.\n")
    assert run("routing", "off", "GBG", *where, "--why", "stocktaking")[0] == 0
    code, said = run("routing", "show", *where)
    assert "1 Near: sent, one parcel, within 25 km, safety stock kept, under the daily limit" in said
    assert "Place GBG is switched off: stocktaking" in said
    assert json.loads(run("routing", "show", "--json", *where)[1]) == RULES
    assert run("routing", "on", "GBG", *where)[0] == 0
    assert "switched off" not in run("routing", "show", *where)[1]
    assert run("routing", "off", "XXX", *where)[0] == 1


def test_each_set_keeps_its_number_and_can_be_gone_back_to(tmp_path: Path) -> None:
    data, file = tmp_path / "hub", tmp_path / "rules.json"
    file.write_text(json.dumps(RULES), encoding="utf-8")
    where = ("--data", str(data))
    fill(data)
    assert run("routing", "set", str(file), *where)[0] == 0
    lines = run("routing", "history", *where)[1].splitlines()
    assert lines[0].startswith("Set 2: in use since 20")
    assert lines[1:] == ["Set 1: last in use"]
    assert run("routing", "back", "1", *where) == (0, "Set 1 is in use from now on.\n")
    assert run("routing", "show", "--json", *where)[1] == "{}\n"
    assert run("routing", "set", str(file), *where)[1].endswith("as set 3.\n")
    assert run("routing", "back", "9", *where)[0] == 1


def test_a_draft_of_the_desks_outlives_a_set_from_a_file(tmp_path: Path) -> None:
    data, file = tmp_path / "hub", tmp_path / "rules.json"
    file.write_text(json.dumps(RULES), encoding="utf-8")
    fill(data)
    draft = RoutingSet(2, "draft", rules_text(USUAL), None, 5, 4)
    with hub_writer(data, None) as writer:
        writer.run(lambda connection: write_rows(connection, [draft], lambda: 7))
    where = ("--data", str(data))
    assert run("routing", "set", str(file), *where)[1].endswith("as set 2.\n")
    assert "Set 3: draft" in run("routing", "history", *where)[1]


def test_an_order_is_explained_and_one_that_there_is_not_said_so(tmp_path: Path) -> None:
    where = ("--data", str(tmp_path / "hub"))
    fill(tmp_path / "hub")
    code, said = run("why", "48203", "--json", *where)
    assert (code, json.loads(said)["number"]) == (0, "48203")
    code, said = run("why", "48203", *where)
    assert code == 0 and "48203" in said.splitlines()[0]
    code, said = run("why", "nothing", *where)
    assert (code, "There is no order 'nothing' here." in said) == (1, True)
