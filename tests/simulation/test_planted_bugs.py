"""Mistakes planted on purpose are noticed on a known seed, each by the promise that is meant for it."""

import random
from collections import Counter
from pathlib import Path

import msgspec
import pytest

from storedesk.hub.decide_push import Faults
from storedesk.protocol.wire import ActionRecord, PushReply, PushRequest
from tests.simulation.failure import Broken
from tests.simulation.planted_bugs import BUGS, SOUND, Bug
from tests.simulation.sim_hub import SimHub
from tests.simulation.simulate import simulate
from tests.simulation.template import fresh_copy
from tests.small_shop import NOW, fulfilment_id
from tests.world import make_world

NEIGHBOURS = 30
"""A change to the product shifts what a seed does: then one of these after it has to do."""


def noticed(bug: Bug) -> list[str]:
    """The promises that broke, from the known seed on, up to the one that is meant."""
    broken: list[str] = []
    for seed in range(bug.seed, bug.seed + NEIGHBOURS):
        try:
            simulate(seed, bug=bug)
        except Broken as failure:
            broken.append(failure.promise)
            if failure.promise == bug.promise:
                break
        except Exception as error:  # noqa: BLE001 - a planted mistake may also raise
            broken.append(type(error).__name__)
    return broken


@pytest.mark.parametrize("bug", BUGS, ids=lambda bug: bug.name)
def test_a_planted_bug_is_noticed_by_its_promise(bug: Bug) -> None:
    broken = noticed(bug)
    assert bug.promise in broken, f"{bug.name} broke {broken}"


@pytest.mark.parametrize("planted", [False, True])
def test_without_dedupe_an_action_really_takes_effect_twice(planted: bool, tmp_path: Path) -> None:
    bug = BUGS[0] if planted else SOUND
    devices = fresh_copy(tmp_path)
    hub = SimHub(tmp_path, random.Random(1), Counter(), bug.hub)
    hub.now = NOW
    record = msgspec.structs.replace(_wrong_code(tmp_path), seq=1)
    request = PushRequest(epoch=1, first_seq=1, actions=[record], chain="")
    for _ in range(2):
        assert isinstance(hub.handle(devices[0].device_id, request), PushReply)
    found = hub.query(f"SELECT wrong_codes FROM fulfilment WHERE id = '{fulfilment_id(48201)}'")
    hub.engine.dispose()
    assert found == [(2 if planted else 1,)]


@pytest.mark.parametrize("planted", [False, True])
def test_without_the_sequence_check_a_later_action_overtakes(planted: bool, tmp_path: Path) -> None:
    hub, (desk, _) = make_world(tmp_path, faults=Faults(no_sequence_check=planted))
    record = desk.record(
        "00000000-0000-7000-8000-000000000002", "ClaimPickup", 1, {"fulfilment_id": fulfilment_id(48201)}
    )
    later = msgspec.structs.replace(record, seq=2)
    reply = hub.handle(desk.device_id, PushRequest(epoch=1, first_seq=2, actions=[later], chain=""))
    assert isinstance(reply, PushReply)
    assert (len(reply.decisions), reply.gap) == ((1, False) if planted else (0, True))


def _wrong_code(folder: Path) -> ActionRecord:
    (folder / "other").mkdir()
    _, (desk, _) = make_world(folder / "other")
    return desk.record(
        "00000000-0000-7000-8000-000000000001", "EnterWrongCode", 1, {"fulfilment_id": fulfilment_id(48201)}
    )
