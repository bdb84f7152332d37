"""A store whose tills are silent while it is open gets one task, which ends when they speak."""

from pathlib import Path

from storedesk.domain.records import Setting
from storedesk.domain.till_silence import SETTING
from tests.hub.till_lines import GBG, HOUR, MINUTE, NOW, TillHub, sold


def strike(hub: TillHub, later: int) -> list[tuple[str, str]]:
    hub.now += later
    with hub.engine.begin() as connection:
        hub.hub.mind(connection, hub.now)
    return [(task.kind, task.state) for task in hub.tasks("till_silent")]  # type: ignore[attr-defined]


def test_the_task_comes_once_and_ends_when_the_till_speaks(tmp_path: Path) -> None:
    hub = TillHub(tmp_path)
    hub.take(sold("R1", at=NOW))
    assert strike(hub, HOUR) == []
    assert strike(hub, HOUR) == [("till_silent", "open")]
    assert strike(hub, MINUTE) == [("till_silent", "open")]
    hub.take(sold("R2", at=hub.now))
    assert strike(hub, MINUTE) == [("till_silent", "answered")]
    hub.engine.dispose()


def test_the_place_s_own_rule_holds(tmp_path: Path) -> None:
    hub = TillHub(tmp_path)
    hub.write([Setting(GBG, SETTING, '{"task": 30}')])
    hub.take(sold("R1", at=NOW))
    assert strike(hub, 31 * MINUTE) == [("till_silent", "open")]
    hub.engine.dispose()


def test_a_place_without_tills_is_left_in_peace(tmp_path: Path) -> None:
    hub = TillHub(tmp_path)
    assert strike(hub, 5 * HOUR) == []
    hub.engine.dispose()
