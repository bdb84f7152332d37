"""A desk that dies after each step of a round, one after the other: the next start goes on as if nothing were."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from storedesk.storage.desk_store import DeskStore
from tests.small_shop import fulfilment_id
from tests.sync.central_copy import Line, put_back, set_aside
from tests.sync.test_restored_hub import decided_once, same_rows, work
from tests.world import DeskInProcess, HubInProcess, make_world

ONE, THREE = fulfilment_id(48201), fulfilment_id(48203)
STEPS = (
    "link", "to_send", "chain_before", "sent", "saw", "decided", "begin_epoch", "reoffer_after", "apply",
)  # fmt: skip


class Died(Exception):
    """The desk's process is gone."""


class DyingStore(DeskStore):
    """Dies after its n-th step, which is committed; ``ask`` counts the requests too."""

    left = 10_000

    def step(self) -> None:
        self.left -= 1
        if self.left < 0:
            raise Died


def _dying(name: str) -> Callable[..., Any]:
    step = getattr(DeskStore, name)

    def then_die(self: DyingStore, *args: Any, **more: Any) -> Any:
        result = step(self, *args, **more)
        self.step()
        return result

    return then_die


for _name in STEPS:
    setattr(DyingStore, _name, _dying(_name))


def nothing_happened(hub: HubInProcess, folder: Path) -> Callable[[], None]:
    return lambda: None


def hub_is_put_back(hub: HubInProcess, folder: Path) -> Callable[[], None]:
    copy = set_aside(hub, folder)
    return lambda: put_back(hub, folder, copy)


def run_dying(desk: DeskInProcess, after: int) -> bool:
    """One round that ends after so many steps; whether it died."""
    store = DyingStore(desk.engine, desk.sealed)
    store.left = after
    desk.store = store
    line = Line(desk)

    def answer(request: Any) -> Any:
        reply = line.answer(request)
        store.step()
        return reply

    died = False
    try:
        desk.sync(answer)
    except Died:
        died = True
    desk.crash()
    return died


@pytest.mark.parametrize("trouble", [nothing_happened, hub_is_put_back])
def test_a_round_may_end_anywhere(
    tmp_path: Path, trouble: Callable[[HubInProcess, Path], Callable[[], None]]
) -> None:
    hub, (desk, _) = make_world(tmp_path)
    happen = trouble(hub, tmp_path)
    work(desk, ONE)
    assert desk.sync().kind == "done"
    happen()
    assert desk.perform("EnterWrongCode", fulfilment_id=ONE) is None
    shown = desk.rows(f"SELECT state FROM fulfilment WHERE id = '{ONE}'")
    after = 0
    while run_dying(desk, after):
        assert desk.rows(f"SELECT state FROM fulfilment WHERE id = '{ONE}'") == shown
        assert desk.perform("EnterWrongCode", fulfilment_id=THREE) is None
        after += 1
    assert after > 8
    assert Line(desk).settle().kind == "done"
    decided_once(hub, desk)
    same_rows(hub, desk)
    made = [row[0] for row in desk.rows("SELECT action_id FROM journal ORDER BY number")]
    assert [row.action_id for row in hub.rows("audit") if row.action_id in set(made)] == made
