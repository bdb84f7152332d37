"""A profile that was copied and runs twice, or was put back from an image: every act is decided once."""

import random
from pathlib import Path

import pytest

from storedesk.protocol.wire import HelloReply, HelloRequest
from tests.small_shop import fulfilment_id
from tests.sync.central_copy import Line, put_back, set_aside
from tests.sync.test_restored_hub import decided_once, work
from tests.sync.twin_desks import Travelling, Twin, copy_files, roll_back
from tests.world import DeskInProcess, HubInProcess, make_world

ONE, TWO, THREE, FOUR = (fulfilment_id(number) for number in (48201, 48202, 48203, 48204))


def forks(hub: HubInProcess, desk: DeskInProcess) -> int:
    return next(int(row.forks) for row in hub.rows("device") if row.id == desk.device_id)


def in_its_order(hub: HubInProcess, desk: DeskInProcess) -> None:
    """What the desk made was decided in the order in which it made it."""
    made = [row[0] for row in desk.rows("SELECT action_id FROM journal ORDER BY number")]
    decided = [row.action_id for row in hub.rows("audit")]
    assert [one for one in decided if one in set(made)] == made


def test_two_desks_on_one_profile_have_all_their_work_decided_once(tmp_path: Path) -> None:
    hub, (desk, _) = make_world(tmp_path)
    work(desk, ONE)
    assert desk.sync().kind == "done"
    twin = Twin(desk, tmp_path / "twin")
    for fulfilment, own in ((TWO, desk), (THREE, twin), (FOUR, desk)):
        assert own.perform("ClaimPickup", fulfilment_id=fulfilment) is None
    for _ in range(3):
        assert desk.sync().kind == twin.sync().kind == "done"
    assert forks(hub, desk) == 1
    decided_once(hub, desk, twin)
    for own in (desk, twin):
        assert own.rows("SELECT count(*) FROM outbox WHERE state <> 'done'") == [(0,)]
        assert own.rows("SELECT count(*) FROM base_row") == [(0,)]
        in_its_order(hub, own)


def test_each_desk_hears_that_its_data_is_in_use_twice(tmp_path: Path) -> None:
    hub, (desk, _) = make_world(tmp_path)
    twin = Twin(desk, tmp_path / "twin")
    assert desk.perform("ClaimPickup", fulfilment_id=ONE) is None
    assert twin.perform("ClaimPickup", fulfilment_id=TWO) is None
    desk.sync()
    twin.sync()
    for own in (desk, twin):
        hello = own.sync().hello
        assert hello is not None
        assert hello.forks == 1


@pytest.mark.parametrize("seed", range(6))
def test_two_live_twins_always_come_to_an_end(tmp_path: Path, seed: int) -> None:
    """Their requests reach the hub in any order, some not at all, some late and twice."""
    chance = random.Random(seed)
    hub, (desk, _) = make_world(tmp_path, seed=seed)
    work(desk, ONE)
    twin = Twin(desk, tmp_path / "twin")
    lines = [Travelling(own, chance, lossy=seed % 2 == 1) for own in (desk, twin)]
    for _ in range(120):
        line = chance.choice(lines)
        if chance.random() < 0.1:
            line.desk.perform("EnterWrongCode", fulfilment_id=chance.choice((ONE, TWO, THREE)))
        line.step()
    for line in lines:
        line.finish()
    calm = [Travelling(own, chance, lossy=False) for own in (desk, twin)]
    for _ in range(60):
        chance.choice(calm).step()
    for line in calm * 2:
        assert line.finish().kind == "done"
    decided_once(hub, desk, twin)
    for own in (desk, twin):
        assert own.rows("SELECT count(*) FROM outbox WHERE state <> 'done'") == [(0,)]
        in_its_order(hub, own)


@pytest.mark.parametrize("seed", range(6))
def test_two_live_twins_and_a_hub_that_is_put_back_again_and_again(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    hub, (desk, _) = make_world(tmp_path, seed=seed)
    work(desk, ONE)
    twin = Twin(desk, tmp_path / "twin")
    lines = [Travelling(own, chance, lossy=seed % 2 == 1) for own in (desk, twin)]
    copies = [set_aside(hub, tmp_path)]
    for _ in range(150):
        line, lot = chance.choice(lines), chance.random()
        if lot < 0.15:
            line.desk.perform("EnterWrongCode", fulfilment_id=chance.choice((ONE, TWO, THREE)))
        elif lot < 0.18:
            copies.append(set_aside(hub, tmp_path))
        elif lot < 0.21:
            put_back(hub, tmp_path, chance.choice(copies))
        line.step()
    for line in lines:
        line.finish()
    calm = [Travelling(own, chance, lossy=False) for own in (desk, twin)]
    for line in calm * 4:
        line.finish()
    for line in calm * 2:
        assert line.finish().kind == "done"
    decided_once(hub, desk, twin)
    for own in (desk, twin):
        assert own.rows("SELECT count(*) FROM outbox WHERE state <> 'done'") == [(0,)]


@pytest.mark.parametrize("decided", [True, False])
def test_a_desk_put_back_from_an_image_begins_anew_and_loses_nothing(tmp_path: Path, decided: bool) -> None:
    hub, (desk, _) = make_world(tmp_path)
    assert desk.perform("ClaimPickup", fulfilment_id=ONE) is None
    if decided:
        assert desk.sync().kind == "done"
    image = copy_files(desk, tmp_path / "image")
    first = [row[0] for row in desk.rows("SELECT action_id FROM journal ORDER BY number")]
    work(desk, THREE)
    assert desk.sync().kind == "done"
    forgotten = [row[0] for row in desk.rows("SELECT action_id FROM journal ORDER BY number")][len(first) :]
    roll_back(desk, image)
    assert desk.perform("ClaimPickup", fulfilment_id=TWO) is None
    assert desk.sync().kind == "done"
    made = [row[0] for row in desk.rows("SELECT action_id FROM journal ORDER BY number")]
    assert sorted(row.action_id for row in hub.rows("inbox")) == sorted(made + forgotten)
    assert forks(hub, desk) == 1
    assert desk.rows(f"SELECT state FROM fulfilment WHERE id = '{THREE}'") == [("ready",)]
    assert desk.rows("SELECT count(*) FROM outbox WHERE state <> 'done'") == [(0,)]


def test_a_desk_put_back_to_before_its_first_epoch_and_a_hub_put_back_too(tmp_path: Path) -> None:
    hub, (desk, _) = make_world(tmp_path)
    image = copy_files(desk, tmp_path / "image")
    copy = set_aside(hub, tmp_path)
    work(desk, ONE)
    assert desk.sync().kind == "done"
    put_back(hub, tmp_path, copy)
    assert Line(desk).settle().kind == "done"
    decided_once(hub, desk)
    roll_back(desk, image)
    assert desk.perform("ClaimPickup", fulfilment_id=TWO) is None
    assert Line(desk).settle().kind == "done"
    states = dict(desk.rows("SELECT id, state FROM fulfilment"))
    assert (states[ONE], states[TWO]) == ("ready", "claimed")


def test_a_desk_with_a_new_database_is_no_fork(tmp_path: Path) -> None:
    hub, (desk, _) = make_world(tmp_path)
    work(desk, ONE)
    assert desk.sync().kind == "done"
    reply = hub.handle(
        desk.device_id, HelloRequest(app="t", wire=1, epoch=0, cursor=None, last_seq=1, oldest_seq=1)
    )
    assert isinstance(reply, HelloReply)
    assert (reply.epoch, reply.last_seq, reply.forks) == (2, 0, 0)
