"""A PostgreSQL hub whose server crashes and comes back while a desk pushes: everything is decided once."""

from contextlib import ExitStack
from pathlib import Path

import pytest

from storedesk.protocol.desk_link import SyncState
from tests.chaos.picking_desk import PickingDesk
from tests.chaos.postgres_hub import PostgresHub, PostgresServer
from tests.processes.killing import check_effects, check_journal, shop_to_kill_in

CRASHES, BURST = 3, 60


@pytest.mark.postgresql
def test_a_server_that_crashes_under_a_push_decides_everything_once(tmp_path: Path) -> None:
    with ExitStack() as stack:
        server = stack.enter_context(PostgresServer())
        hub = PostgresHub(tmp_path / "hub", server, shop_to_kill_in(1))
        hub.start()
        stack.callback(hub.stop)
        desk = stack.enter_context(PickingDesk(tmp_path / "desk", hub, 1))
        for crash in range(CRASHES):
            since = len(desk.desk.messages)
            desk.pick(BURST)
            desk.desk.wait_message(lambda m: isinstance(m, SyncState) and m.syncing, after=since)
            server.crash()
            desk.pick(1)
            if crash % 2:
                hub.kill()
            server.start()
            if crash % 2:
                hub.start()
            desk.desk.wait_until_sent()
        check_effects(hub, 1, desk.asked)
        desk.shows_what_it_did()
        check_journal(desk.desk)
        assert desk.desk.downs == []
