"""``hub verify`` finds what was changed behind the hub's back, and says which row."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from storedesk.hub.commands import hub as hub_commands
from storedesk.hub.verify_command import verified_text
from storedesk.storage.engine import open_sqlite
from storedesk.storage.hub_verify import Verified, verify_hub
from tests.small_shop import fulfilment_id
from tests.world import HubInProcess, make_world


def worked_hub(folder: Path) -> HubInProcess:
    hub, (first, _) = make_world(folder)
    for number in (48201, 48202, 48203):
        assert first.perform("ClaimPickup", fulfilment_id=fulfilment_id(number)) is None
    assert first.sync().kind == "done"
    return hub


def verified(hub: HubInProcess, meddling: str = "") -> Verified:
    with hub.engine.begin() as connection:
        if meddling:
            connection.exec_driver_sql(meddling)
        return verify_hub(connection)


def test_a_hub_nobody_has_touched_is_whole(tmp_path: Path) -> None:
    found = verified(worked_hub(tmp_path))
    assert (found.audit_rows, found.wrong) == (3, "")
    assert found.rows > 50 and found.scopes > 5
    assert verified_text(found).startswith("Whole: 3 entries of the audit, ")


@pytest.mark.parametrize(
    ("meddling", "wrong"),
    [
        (
            "UPDATE audit SET outcome = 'refused' WHERE number = 2",
            "audit row 2 does not fit the one before it",
        ),
        ("DELETE FROM audit WHERE number = 2", "audit row 3 does not fit the one before it"),
        (
            "UPDATE staff SET role = 'store_manager' WHERE place_id = 1 AND staff_id = 1",
            "staff [1,1] is not what",
        ),
        ("DELETE FROM stock_level WHERE location_id = 1", "the sum of scope stock:1 is not that of its rows"),
        ("UPDATE scope_sum SET total = total + 1 WHERE scope = 'orders'", "the sum of scope orders is not"),
    ],
)
def test_the_first_row_that_does_not_fit_is_named(tmp_path: Path, meddling: str, wrong: str) -> None:
    assert verified(worked_hub(tmp_path), meddling).wrong.startswith(wrong)


def test_the_commands_say_it_in_one_line_and_by_their_exit_code(tmp_path: Path) -> None:
    runner, here = CliRunner(), ["--data", str(tmp_path)]
    whole = runner.invoke(hub_commands, ["verify", *here])
    assert (whole.exit_code, whole.output) == (
        0,
        "Whole: 0 entries of the audit, 0 rows and the sums of 0 scopes.\n",
    )
    status = runner.invoke(hub_commands, ["status", "--check", "--json", *here])
    assert (status.exit_code, json.loads(status.output)["desks"]) == (0, [])
    key = (tmp_path / "hub.key").read_text(encoding="ascii").strip()
    with open_sqlite(tmp_path / "hub.db", key).begin() as connection:
        connection.exec_driver_sql("INSERT INTO scope_sum (scope, total) VALUES ('orders', 7)")
    broken = runner.invoke(hub_commands, ["verify", *here])
    assert broken.exit_code == 1
    assert "the sum of scope orders is not that of its rows" in broken.output
