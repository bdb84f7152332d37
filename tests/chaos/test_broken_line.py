"""A line that breaks half of all connections in every way: each act takes effect once, and all arrive."""

from pathlib import Path

from tests.chaos.broken_line import LineDesk, work_through
from tests.chaos.chaos_proxy import ChaosProxy, Fault
from tests.processes.killing import shop_to_kill_in
from tests.processes.shop_floor import HubProcess

ACTIONS = 200


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
