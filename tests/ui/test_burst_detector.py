"""When fast characters are a scan, and that typing is never lost."""

import string

from hypothesis import given
from hypothesis import strategies as st

from storedesk.ui.scan.burst_detector import BurstDetector, BurstRules

codes = st.text(string.ascii_letters + string.digits, min_size=6, max_size=40)
fast = st.integers(min_value=0, max_value=35)
slow = st.integers(min_value=61, max_value=2_000)


def feed(
    detector: BurstDetector, text: str, gaps: list[int], hold_first: bool, start: int = 1_000
) -> tuple[str, int]:
    """Type a text; returns what reached the editor and the time of the last key."""
    reached, now = "", start
    for char, gap in zip(text, gaps, strict=True):
        now += gap
        decision = detector.character(char, now, hold_first)
        reached += decision.release
        if not decision.hold:
            reached += char
    return reached, now


@given(codes, st.data(), st.booleans(), st.integers(0, 60))
def test_a_fast_run_ended_by_enter_is_a_scan(code: str, data: st.DataObject, hold: bool, end: int) -> None:
    detector = BurstDetector()
    gaps = data.draw(st.lists(fast, min_size=len(code), max_size=len(code)))
    reached, now = feed(detector, code, gaps, hold)
    assert reached == ("" if hold else code[0])
    assert detector.end(now + end).code == code
    assert not detector.holds


@given(st.text(string.printable.strip(), min_size=1, max_size=30), st.data(), st.booleans())
def test_slow_typing_is_never_a_scan_and_never_lost(text: str, data: st.DataObject, hold: bool) -> None:
    detector = BurstDetector()
    gaps = data.draw(st.lists(slow, min_size=len(text), max_size=len(text)))
    reached, now = feed(detector, text, gaps, hold)
    ended = detector.end(now + data.draw(slow))
    assert ended.code == ""
    assert reached + ended.release == text


@given(
    st.text(string.ascii_letters, max_size=25),
    st.lists(st.integers(0, 200), min_size=25, max_size=25),
    st.booleans(),
)
def test_any_typing_without_an_ending_reaches_the_editor_in_order(
    text: str, gaps: list[int], hold: bool
) -> None:
    detector = BurstDetector()
    reached, _ = feed(detector, text, gaps[: len(text)], hold)
    assert reached + detector.silence().release == text


@given(st.text(string.digits, min_size=1, max_size=5), st.lists(fast, min_size=5, max_size=5))
def test_fewer_than_six_characters_are_typing(text: str, gaps: list[int]) -> None:
    detector = BurstDetector()
    reached, now = feed(detector, text, gaps[: len(text)], hold_first=False)
    ended = detector.end(now + 5)
    assert ended.code == ""
    assert reached + ended.release == text


def test_enter_later_than_60_ms_ends_no_scan() -> None:
    detector = BurstDetector()
    reached, now = feed(detector, "2000148220139", [5] * 13, hold_first=False)
    ended = detector.end(now + 61)
    assert (ended.code, reached + ended.release) == ("", "2000148220139")


def test_two_scans_in_a_row_are_two_codes() -> None:
    detector = BurstDetector()
    _, now = feed(detector, "AAAAAA", [3] * 6, hold_first=True)
    first = detector.end(now + 3)
    _, now = feed(detector, "BBBBBB", [3] * 6, hold_first=True, start=now + 3)
    assert (first.code, detector.end(now + 3).code) == ("AAAAAA", "BBBBBB")


def test_a_clock_that_goes_back_loses_nothing() -> None:
    detector = BurstDetector()
    first = detector.character("a", 1_000)
    second = detector.character("b", 400)
    assert not first.hold
    assert second.hold
    assert detector.stop().release == "b"


def test_a_prefix_makes_a_scan_without_enter() -> None:
    detector = BurstDetector(BurstRules(prefix="~"))
    reached, _ = feed(detector, "~2000148220139", [3] * 14, hold_first=False)
    assert reached == ""
    assert detector.silence().code == "2000148220139"


def test_a_prefix_typed_by_a_person_is_typed() -> None:
    detector = BurstDetector(BurstRules(prefix="~"))
    assert detector.character("~", 1_000).hold
    assert detector.silence().release == "~"


def test_a_run_longer_than_the_cap_does_not_grow_for_ever() -> None:
    detector = BurstDetector(BurstRules(max_length=10))
    reached, now = feed(detector, "x" * 35, [1] * 35, hold_first=False)
    ended = detector.end(now + 1)
    assert len(ended.code) <= 10
    assert len(reached) + len(ended.code or ended.release) >= 35 - 10
