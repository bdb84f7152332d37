"""Whatever an action may leave for people has words, a meaning and choices, in every language."""

from collections.abc import Iterator

import msgspec
import pytest
from PySide6.QtCore import QCoreApplication

from storedesk.actions.task_answers import CHOICES, DONE_BY
from storedesk.desk.task_facts import TaskFacts
from storedesk.domain.changes import Insert
from storedesk.domain.records import Task
from storedesk.ui.screens.attention import task_fact_words as facts
from storedesk.ui.screens.attention import task_tables as tables
from storedesk.ui.screens.attention.task_choice_words import CHOICES as CHOICE_WORDS
from storedesk.ui.screens.orders import order_words
from storedesk.ui.texts.language import LANGUAGES, install_language
from tests.actions.task_kinds import note_kinds, task_kinds
from tests.actions.test_every_action import changes_of, many_days

OWN_MEANING = {
    "double_handover": {"means_recorded_twice", "means_goods_still_here"},
    "handover_of_ended_order": {"means_gone_unpaid"},
}
OWN_CENTRAL = {"double_handover": "central_handed_over"}
SAME_IN_BOTH = {"Version"}


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest, qapp: QCoreApplication) -> Iterator[str]:
    yield install_language(request.param)
    install_language("en")


def tasks_of_days() -> Iterator[tuple[str, Task]]:
    for done in many_days():
        for change in changes_of(done):
            if isinstance(change, Insert) and isinstance(change.row, Task):
                yield done.act.kind, change.row


def test_the_source_names_every_kind_that_the_days_of_work_write() -> None:
    assert {task.kind for _, task in tasks_of_days()} <= task_kinds()
    assert len(task_kinds()) >= 21


@pytest.mark.parametrize("kind", sorted(task_kinds()))
def test_every_kind_of_task_says_what_was_done_what_central_says_and_what_that_means(kind: str) -> None:
    for table in (tables.TITLES, tables.TODO, tables.ICONS):
        assert kind in table
    assert f"did_{kind}" in tables.DID
    assert OWN_CENTRAL.get(kind, f"central_{kind}") in tables.DID
    assert OWN_MEANING.get(kind, {f"means_{kind}"}) <= set(tables.MEANS)


@pytest.mark.parametrize("kind", sorted(task_kinds()))
def test_every_kind_of_task_has_choices_with_words(kind: str) -> None:
    assert 2 <= len(CHOICES[kind]) <= 4
    for choice in CHOICES[kind]:
        title, effect = CHOICE_WORDS.get(f"{kind}.{choice}") or CHOICE_WORDS[choice]
        assert title and effect.endswith(".")


def test_no_choice_is_kept_for_a_task_that_nobody_writes() -> None:
    assert set(CHOICES) <= task_kinds()
    assert set(DONE_BY) <= {choice for choices in CHOICES.values() for choice in choices}


def test_every_fact_that_a_task_carries_is_read_in_its_own_type() -> None:
    known = {field.encode_name: field.type for field in msgspec.structs.fields(TaskFacts)}
    for act, task in tasks_of_days():
        for name, value in msgspec.json.decode(task.facts).items():
            assert name in known, (act, task.kind, name)
            msgspec.convert(value, known[name])


@pytest.mark.parametrize("kind", sorted(note_kinds()))
def test_every_entry_of_an_order_s_timeline_has_words(kind: str) -> None:
    assert kind in order_words.HAPPENED


def test_all_words_of_tasks_are_said_in_the_language_of_the_desk(language: str) -> None:
    texts = {text for pair in CHOICE_WORDS.values() for text in pair}
    for table in (tables.TITLES, tables.TODO, tables.DID, tables.MEANS, facts.LABELS, facts.WORDS,
                  tables.WAITS, facts.PROOFS):  # fmt: skip
        texts |= set(table.values())
    same = {text for text in texts if QCoreApplication.translate("Attention", text) == text}
    assert same == texts if language == "en" else same <= SAME_IN_BOTH


def test_all_words_of_the_timeline_are_said_in_the_language_of_the_desk(language: str) -> None:
    texts = {text for _, text in order_words.HAPPENED.values()}
    same = {text for text in texts if QCoreApplication.translate("Orders", text) == text}
    assert same == texts if language == "en" else not same
