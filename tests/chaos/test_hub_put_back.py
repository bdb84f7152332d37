"""A real hub's file put back from yesterday: real desks offer what it forgot, and everything is decided once."""

import shutil
from contextlib import ExitStack
from pathlib import Path

from storedesk.hub.data_folder import DataFolder
from storedesk.protocol.desk_link import SyncState
from tests.chaos.broken_line import LineDesk
from tests.chaos.chaos_proxy import ChaosProxy
from tests.chaos.picking_desk import PickingDesk
from tests.processes.killing import check_effects, check_journal, shop_to_kill_in
from tests.processes.shop_floor import HubProcess

FILES = "/v1/snapshot/"
YESTERDAY, TODAY, UNSENT = 7, 30, 5


def put_back(hub: HubProcess, copy: Path) -> None:
    """The file as it was, by hand, as an administrator does it with a hub that does not run."""
    database = DataFolder(hub.folder).database
    for part in ("-wal", "-shm"):
        database.with_name(database.name + part).unlink(missing_ok=True)
    shutil.copyfile(copy, database)


def test_what_a_hub_forgot_is_offered_again_and_every_desk_knows(tmp_path: Path) -> None:
    hub = HubProcess(tmp_path / "hub", shop_to_kill_in(2)).start()
    with ExitStack() as stack:
        stack.callback(hub.stop)
        desks = [
            stack.enter_context(PickingDesk(tmp_path / f"desk{number}", hub, number)) for number in (1, 2)
        ]
        for desk in desks:
            desk.pick(YESTERDAY)
            desk.desk.wait_until_sent()
        hub.stop()
        copy = shutil.copyfile(DataFolder(hub.folder).database, tmp_path / "yesterday.db")
        hub.start()
        for desk in desks:
            desk.pick(TODAY)
            desk.desk.wait_until_sent()
        hub.kill()
        for desk in desks:
            desk.pick(UNSENT)
        put_back(hub, copy)
        hub.start()
        for desk in desks:
            state = desk.desk.wait_until_sent()
            assert state.restored_at > 0, "nobody was told that the hub was put back"
            check_journal(desk.desk)
            check_effects(hub, desk.number, desk.asked)
            desk.shows_what_it_did()
            assert desk.desk.downs == []


def test_a_hub_put_back_while_a_worker_is_killed_still_hears_everything(tmp_path: Path) -> None:
    hub = HubProcess(tmp_path / "hub", shop_to_kill_in(1)).start()
    with ExitStack() as stack:
        stack.callback(hub.stop)
        desk = stack.enter_context(PickingDesk(tmp_path / "desk", hub, 1))
        hub.stop()
        copy = shutil.copyfile(DataFolder(hub.folder).database, tmp_path / "yesterday.db")
        hub.start()
        desk.pick(TODAY)
        desk.desk.wait_until_sent()
        hub.kill()
        put_back(hub, copy)
        hub.start()
        since = len(desk.desk.messages)
        desk.desk.nudge()
        desk.desk.wait_message(lambda m: isinstance(m, SyncState) and m.syncing, after=since)
        desk.kill_worker()
        desk.desk.wait_until_sent()
        check_effects(hub, desk.number, desk.asked)
        desk.shows_what_it_did()


def test_what_is_saved_while_a_file_comes_slowly_does_not_wait_for_it(tmp_path: Path) -> None:
    hub = HubProcess(tmp_path / "hub", shop_to_kill_in(1)).start()
    with ExitStack() as stack:
        stack.callback(hub.stop)
        proxy = stack.enter_context(ChaosProxy(hub.port, seed=4, share=0))
        line = stack.enter_context(LineDesk(tmp_path / "desk", hub, proxy))
        hub.stop()
        copy = shutil.copyfile(DataFolder(hub.folder).database, tmp_path / "yesterday.db")
        hub.start()
        line.pick(TODAY)
        line.drain()
        hub.kill()
        put_back(hub, copy)
        proxy.hold(FILES)
        hub.start()
        line.desk.nudge()
        assert proxy.holding.wait(60)
        line.pick(UNSENT)
        line.desk.wait(lambda: hub.decided(line.asked))
        assert line.states()[-1].syncing
        proxy.release()
        line.drain()
        line.check()
