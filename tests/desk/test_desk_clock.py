"""The desk's time over restarts and over a machine's clock that somebody moves."""

from storedesk.desk.desk_clock import CHANGED_MS, ClockMark, DeskClock

DAY, HOUR, HUB = 24 * 3_600_000, 3_600_000, 1_795_439_100_000


class Machine:
    """A machine's two clocks."""

    def __init__(self, wall: int, monotonic: int = HOUR) -> None:
        self.wall, self.monotonic = wall, monotonic

    def passes(self, ms: int) -> None:
        self.wall += ms
        self.monotonic += ms

    def clock(self) -> DeskClock:
        return DeskClock(lambda: self.wall, lambda: self.monotonic)


def heard(machine: Machine) -> ClockMark:
    clock = machine.clock()
    clock.learn(HUB, machine.monotonic)
    return clock.mark()


def test_restart_without_a_line_keeps_the_time_of_the_hub() -> None:
    for off in (-DAY, 0, DAY):
        machine = Machine(HUB + off)
        mark = heard(machine)
        machine.passes(2 * HOUR)
        clock = machine.clock()
        clock.resume(mark)
        assert clock.now() == HUB + 2 * HOUR
        assert clock.offset == -off


def test_clock_set_back_between_two_starts_changes_nothing() -> None:
    machine = Machine(HUB)
    mark = heard(machine)
    machine.passes(HOUR)
    machine.wall -= DAY
    clock = machine.clock()
    clock.resume(mark)
    assert clock.now() == HUB + HOUR
    machine.wall -= DAY
    machine.passes(HOUR)
    assert clock.now() == HUB + 2 * HOUR


def test_time_never_goes_behind_what_the_hub_has_said() -> None:
    machine = Machine(HUB)
    mark = heard(machine)
    machine.wall, machine.monotonic = HUB - DAY, 1_000
    clock = machine.clock()
    clock.resume(mark)
    assert clock.now() >= HUB


def test_small_corrections_of_the_machine_s_clock_are_followed() -> None:
    machine = Machine(HUB)
    mark = heard(machine)
    machine.passes(HOUR)
    machine.wall -= CHANGED_MS - 1
    clock = machine.clock()
    clock.resume(mark)
    assert clock.now() == HUB + HOUR - CHANGED_MS + 1


def test_mark_survives_as_text_and_nonsense_is_no_mark() -> None:
    mark = heard(Machine(HUB))
    assert ClockMark.from_text(mark.text()) == mark
    for nonsense in (None, "", "1 2", "1 2 x", "-1 2 3"):
        assert ClockMark.from_text(nonsense) is None
