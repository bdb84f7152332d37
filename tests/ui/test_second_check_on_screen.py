"""The second check in the handover dialog, by keys: supervisor, ID beside the code, words by phone."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from storedesk.actions.pickup_args import EnterWrongCode
from storedesk.ui.screens.handover.handover_sheet import HandoverSheet
from storedesk.ui.screens.handover.label_sheet import LabelSheet
from storedesk.ui.shot_samples import handover_samples as sample

Show = Callable[[QWidget], QWidget]


class Counter:
    """A handover dialog with the line down, and what it asked for."""

    def __init__(self, window: QWidget) -> None:
        self.sheet = HandoverSheet(
            sample.DOWN,
            lambda code: code == sample.CODE,
            window,
            "",
            lambda words: words == sample.WORDS,
            last_contact=77,
        )
        self.completed: list[Any] = []
        self.performed: list[tuple[str, Any]] = []
        self.asked = 0
        self.sheet.completed.connect(lambda handovers, slip: self.completed.extend(handovers))
        self.sheet.perform.connect(lambda kind, args: self.performed.append((kind, args)))
        self.sheet.supervisor_wanted.connect(self._ask)
        self.sheet.open()

    def _ask(self) -> None:
        self.asked += 1


@pytest.fixture
def counter(shown: Show) -> Iterator[Counter]:
    window = QWidget()
    window.resize(1440, 900)
    made = Counter(shown(window))
    made.sheet.scan_code(sample.CODE)
    yield made
    made.sheet.close()
    made.sheet.deleteLater()


def test_without_the_second_check_nothing_leaves(counter: Counter) -> None:
    assert "second check" in counter.sheet.go.reason
    counter.sheet.do("main")
    assert counter.completed == []
    assert counter.sheet.focusWidget() is counter.sheet.last.second.supervisor


def test_a_supervisor_agrees_and_f9_hands_over(counter: Counter) -> None:
    counter.sheet.do("supervisor")
    assert counter.asked == 1
    counter.sheet.supervisor_agreed(103)
    assert counter.sheet.focusWidget() is counter.sheet.go
    counter.sheet.do("main")
    (handover,) = counter.completed
    assert (handover.checked_by, handover.last_contact, handover.proof) == (103, 77, "qr")


def test_an_id_beside_the_code_keeps_the_code_as_the_proof(counter: Counter) -> None:
    counter.sheet.do("by_id")
    QTest.keyClicks(counter.sheet.last.second.documents, "2")
    counter.sheet.do("main")
    (handover,) = counter.completed
    assert (handover.proof, handover.id_document, handover.checked_by) == ("qr", "passport", None)


def test_the_words_are_taken_as_soon_as_they_are_right(counter: Counter) -> None:
    counter.sheet.do("by_word")
    QTest.keyClicks(counter.sheet.last.second.words, sample.WORDS)
    assert counter.sheet.go.reason == ""
    counter.sheet.do("main")
    assert counter.completed[0].word == sample.WORDS


def test_wrong_words_are_counted_like_wrong_codes(counter: Counter) -> None:
    counter.sheet.do("by_word")
    second = counter.sheet.last.second
    for _ in range(sample.DOWN.tries_left):
        second.words.setText("mango taxi")
        second.words.returnPressed.emit()
    assert counter.performed == [("EnterWrongCode", EnterWrongCode("f-48207"))] * sample.DOWN.tries_left
    second.words.setText(sample.WORDS)
    assert "second check" in counter.sheet.go.reason


def test_an_id_without_the_code_is_the_proof_and_no_second_check(counter: Counter) -> None:
    sheet = counter.sheet
    sheet.do("by_name")
    sheet.do("by_id")
    assert sheet.who.proof.ways.current == "id_seen"
    QTest.keyClicks(sheet.who.proof.documents, "2")
    sheet.who.proof.matches.click()
    assert "second check" in sheet.go.reason
    assert sheet.last.second.id_seen.reason == "First the right code, then the ID."


@pytest.fixture
def silent(shown: Show) -> Iterator[LabelSheet]:
    window = QWidget()
    window.resize(1440, 900)
    sheet = LabelSheet(sample.LABEL_SILENT, shown(window), lambda words: words == sample.WORDS)
    sheet.open()
    yield sheet
    sheet.close()
    sheet.deleteLater()


def test_after_long_silence_the_label_alone_is_not_enough(silent: LabelSheet) -> None:
    completed: list[Any] = []
    silent.completed.connect(completed.append)
    silent.do("main")
    assert completed == []
    silent.do("by_id")
    QTest.keyClicks(silent.second.documents, "3")
    silent.do("main")
    assert (completed[0].id_document, completed[0].last_contact) == ("id_card", 1)


def test_who_collects_may_be_named_but_not_by_a_personal_number(silent: LabelSheet) -> None:
    completed: list[Any] = []
    silent.completed.connect(completed.append)
    silent.supervisor_agreed(103)
    silent.name.setText("811218-9876")
    assert "personal number" in silent.go.reason
    silent.name.setText("Jan Berg")
    silent.do("main")
    silent.do("main")
    ((args),) = completed
    assert (args.collector_name, args.relation, args.checked_by) == ("Jan Berg", "other", 103)


def test_an_age_limit_on_the_label_is_asked_for_before_anything_leaves(shown: Show) -> None:
    window = QWidget()
    window.resize(1440, 900)
    sheet = LabelSheet(sample.LABEL_AGED, shown(window))
    completed: list[Any] = []
    sheet.completed.connect(completed.append)
    sheet.open()
    for key, wanted in (("", "an age of 18"), ("2", "without the age")):
        QTest.keyClicks(sheet.ages, key)
        sheet.do("main")
        assert (wanted in sheet.go.reason, completed) == (True, [])
    QTest.keyClicks(sheet.ages, "1")
    sheet.do("main")
    assert completed[0].of_age == "yes"
    sheet.close()
    sheet.deleteLater()
