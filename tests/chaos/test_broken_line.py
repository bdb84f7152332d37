"""A line that breaks half of all connections in every way: each act takes effect once, and all arrive."""

from pathlib import Path

from storedesk.protocol.desk_link import SyncState
from storedesk.sync.sync_round import IN_FLIGHT
from tests.chaos.broken_line import LineDesk, work_through
from tests.chaos.chaos_proxy import ChaosProxy, Fault
from tests.processes.killing import shop_to_kill_in
from tests.processes.shop_floor import HubProcess

ACTIONS = 200
WAITING = 500
PUSHES = 5


def test_every_act_takes_effect_once_where_half_of_all_connections_break(tmp_path: Path) -> None:
    hub = HubProcess(tmp_path / "hub", shop_to_kill_in(1)).start()
    try:
        with ChaosProxy(hub.port, seed=1, share=0) as proxy, LineDesk(tmp_path / "desk", hub, proxy) as line:
            proxy.share = 0.5
            figures = work_through(line, ACTIONS, seed=1)
        assert set(figures.broken) == set(Fault)
        assert 0.35 < figures.broken.total() / figures.connections < 0.65
    finally:
        hub.stop()


def test_five_hundred_acts_that_waited_leave_in_one_round_once_the_line_is_good(tmp_path: Path) -> None:
    hub = HubProcess(tmp_path / "hub", shop_to_kill_in(1)).start()
    try:
        with ChaosProxy(hub.port, seed=2, share=0) as proxy, LineDesk(tmp_path / "desk", hub, proxy) as line:
            proxy.down()
            line.pick(WAITING)
            before = proxy.requests.copy()
            proxy.up()
            state = line.round()
            if state.waiting:  # a round from before the line was good may have ended in between
                state = line.round()
            assert (state.waiting, state.problem) == (0, "")
            sent = proxy.requests - before
            assert sent["/v1/push"] <= IN_FLIGHT * PUSHES, (
                "each time up to three travel, one batch is decided"
            )
            line.check()
    finally:
        hub.stop()


def test_a_desk_that_nobody_touches_notices_by_itself_that_the_line_is_back(tmp_path: Path) -> None:
    hub = HubProcess(tmp_path / "hub", shop_to_kill_in(1)).start()
    try:
        with ChaosProxy(hub.port, seed=3, share=0) as proxy, LineDesk(tmp_path / "desk", hub, proxy) as line:
            proxy.down()
            line.pick(1)
            for _ in range(9):
                line.round()
            waits = line.states()[-1]
            assert waits.waiting == 1 and not waits.online
            since = len(line.desk.messages)
            proxy.up()
            line.desk.wait_message(
                lambda m: isinstance(m, SyncState) and m.waiting == 0 and not m.problem, after=since
            )
            line.check()
    finally:
        hub.stop()
