"""An action that no hub can read holds up nobody: it is parked under its own id, and the rest is decided."""

from pathlib import Path

import pytest

from tests.small_shop import fulfilment_id
from tests.world import make_world


@pytest.mark.parametrize(
    "damage",
    ["args = '{\"fulfilment_id\": '", "args = ''", f"kind = '{'x' * 300}'", "boot = 'a' || char(0) || 'b'"],
)
def test_nobody_waits_behind_an_action_that_cannot_be_read(tmp_path: Path, damage: str) -> None:
    hub, (desk, _) = make_world(tmp_path)
    for number in (48201, 48202, 48203):
        assert desk.perform("ClaimPickup", fulfilment_id=fulfilment_id(number)) is None
    with desk.store.begin() as connection:
        connection.exec_driver_sql(f"UPDATE outbox SET {damage} WHERE number = 2")
    for _ in range(3):
        desk.sync()
    assert desk.sync().kind == "done"
    assert desk.perform("ClaimPickup", fulfilment_id=fulfilment_id(48204)) is None
    assert desk.sync().kind == "done"
    states = desk.rows("SELECT state, outcome FROM outbox ORDER BY number")
    assert states == [("done", "accepted"), ("parked", "parked"), ("done", "accepted"), ("done", "accepted")]
    decided = {row.action_id: row.outcome for row in hub.rows("inbox")}
    assert sorted(decided.values()) == ["accepted", "accepted", "accepted", "parked"]
    assert next(row.forks for row in hub.rows("device")) <= 1
