"""A desk's database is damaged while it is off, with unsent work: fetched anew, and the work reaches the hub."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from storedesk.protocol.desk_link import Started
from tests.processes.shop_floor import DeskProcess, HubProcess, new_action_id, secrets_of
from tests.small_shop import ELIN, fulfilment_id


def flip_bytes(path: Path) -> None:
    """Some bytes all over the file, so that most pages are hit."""
    data = bytearray(path.read_bytes())
    for place in random.Random(1).sample(range(len(data)), 60):
        data[place] ^= 0x20
    path.write_bytes(bytes(data))


DAMAGES = (flip_bytes, Path.unlink)


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_damaged_database_is_fetched_anew_and_unsent_work_reaches_the_hub_once(
    tmp_path: Path, hub: HubProcess, damage: Callable[[Path], None]
) -> None:
    ids = [new_action_id() for _ in range(4)]
    with DeskProcess(tmp_path / "desk") as desk:
        desk.enrol(hub)
        done = desk.perform(
            "ClaimPickup", staff_id=ELIN, action_id=ids[0], fulfilment_id=fulfilment_id(48201)
        )
        assert done.outcome == "saved"
        desk.wait_until_sent()
        hub.stop()
        for number, action_id in enumerate(ids[1:], 48202):
            pickup = fulfilment_id(number)
            performed = desk.perform("ClaimPickup", staff_id=ELIN, action_id=action_id, fulfilment_id=pickup)
            assert performed.outcome == "saved"
    before = secrets_of(tmp_path / "desk").current
    for part in ("-wal", "-shm"):
        (tmp_path / "desk" / f"{before}{part}").unlink(missing_ok=True)
    damage(tmp_path / "desk" / before)

    with DeskProcess(tmp_path / "desk") as desk:
        started = desk.wait_message(lambda m: isinstance(m, Started))
        assert (started.healed, started.phase) == ("database", "first_copy")
        assert len(desk.rows("SELECT 1 FROM outbox WHERE state = 'waiting'")) >= 3
        hub.start()
        desk.nudge()
        desk.wait_ready()
        desk.wait_until_sent()
        claimed = desk.rows("SELECT count(*) FROM fulfilment WHERE state = 'claimed'")
        assert claimed == hub.rows("SELECT count(*) FROM fulfilment WHERE state = 'claimed'") == [(4,)]
        assert {row[0] for row in hub.rows("SELECT action_id FROM inbox")} == set(ids)
        assert hub.rows("SELECT count(*) FROM audit") == [(4,)]
        assert not (tmp_path / "desk" / before).exists()
