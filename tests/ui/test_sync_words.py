"""The sync panel's words: every standing, reason, notice and job says something, in each language."""

from collections.abc import Iterator
from itertools import product

import pytest
from PySide6.QtCore import QCoreApplication

from storedesk.desk.readiness import Job, JobReady, Ready
from storedesk.desk.sync_entries import EntryView, Standing, Why
from storedesk.desk.sync_notices import Fetching, Notice, NoticeKind
from storedesk.storage.sync_reads import OutboxEntry
from storedesk.ui.screens.sync_rows import EntryState
from storedesk.ui.texts.language import LANGUAGES, install_language
from storedesk.ui.window.readiness_words import ReadinessWords
from storedesk.ui.window.sync_words import Around, SyncWords

NOW = 1_795_439_100_000
ENTRY = OutboxEntry(
    7, "01936a7c-0000-7000-8000-00000000e41f", "HandOver", '{"fulfilment_id":"f"}', NOW - 120_000, 1, "waiting", 2,
    NOW - 60_000, 0, None, None, "{}", None,
)  # fmt: skip
AROUND = Around({"f": "48233"}, {1: "Elin"}, NOW, "Europe/Stockholm")


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest, qapp: QCoreApplication) -> Iterator[str]:
    yield install_language(request.param)
    install_language("en")


def test_every_standing_and_reason_is_said_in_the_language_of_the_desk(language: str) -> None:
    words = SyncWords()
    for standing, why in product(Standing, Why):
        row = words.row(EntryView(ENTRY, standing, why, after=5), AROUND)
        assert row.title and row.state_text and row.reason
        assert row.age == "2 min"
    reasons = {why: words.reason(EntryView(ENTRY, Standing.NEXT, why)) for why in Why}
    assert len(set(reasons.values())) == len(Why)
    assert (reasons[Why.REFUSED] == "central said no") == (language == "en")


def test_a_change_behind_another_names_it_and_one_tried_again_counts_down(language: str) -> None:
    words = SyncWords()
    behind = words.row(EntryView(ENTRY, Standing.BEHIND, Why.AFTER, after=5), AROUND)
    again = words.row(EntryView(ENTRY, Standing.AGAIN, Why.BUSY, again_in=14_200), AROUND)
    assert behind.state is EntryState.BEHIND and behind.state_text.endswith(" 5")
    assert again.state_text.endswith(" 15 s")


def test_the_detail_says_what_waits_behind_and_never_shows_a_whole_id(qapp: QCoreApplication) -> None:
    shown = SyncWords().detail(EntryView(ENTRY, Standing.NEXT, Why.IN_TURN, holds_back=3), AROUND)
    facts = dict(shown.facts)
    assert facts["Waiting behind it"] == "3 changes"
    assert facts["Action"] == "01936A7C…E41F"
    assert shown.title == "Handed over 48233"


def test_a_correction_says_both_decisions(qapp: QCoreApplication) -> None:
    entry = ENTRY._replace(state="done", outcome="refused")
    view = EntryView(entry, Standing.REFUSED, Why.CORRECTED, earlier="accepted")
    shown = SyncWords().detail(view, AROUND)
    assert dict(shown.facts)["Before"] == "taken" and dict(shown.facts)["Now"] == "refused"
    assert shown.notice == "Decided again, otherwise than before."
    assert SyncWords().row(view, AROUND).state is EntryState.CORRECTED


def test_every_notice_says_what_happened_and_what_is_safe_or_to_do(language: str) -> None:
    words = SyncWords()
    said = [words.notice(Notice(kind, 2, NOW), "Europe/Stockholm") for kind in NoticeKind]
    assert all(one.bold.endswith(".") and one.more.endswith(".") and one.icon for one in said)
    assert len({one.bold for one in said}) == len(NoticeKind)
    fetching = Notice(NoticeKind.REFETCHING, fetching=Fetching(3_100_000, 12_400_000, 61_240))
    shown = words.notice(fetching, "Europe/Stockholm")
    assert "3.1" in shown.more and "61\u202f240" in shown.more and shown.part == 0.25


@pytest.mark.parametrize("job", list(Job))
def test_every_job_says_what_is_here_in_every_state(job: Job, language: str) -> None:
    words = ReadinessWords()
    for ready, have, refetching in product(Ready, (0, 1, 212), (False, True)):
        one = JobReady(job, ready, have, 214, NOW - 12_000, NOW + 60_000, 1, refetching)
        row = words.row(one, NOW, "Europe/Stockholm")
        assert row.name and row.what and row.words and row.state
        assert row.as_of == "12 s"
        assert "{" not in row.words + row.without
    timeless = words.row(JobReady(job, Ready.FULL, 1, 1), NOW, "Europe/Stockholm")
    assert timeless.as_of == "–"


def test_quotes_say_how_many_accounts_have_prices_and_until_when_they_are_good(
    qapp: QCoreApplication,
) -> None:
    one = JobReady(Job.QUOTES, Ready.PART, 212, 214, NOW - 300_000, NOW)
    row = ReadinessWords().row(one, NOW, "Europe/Stockholm")
    assert (row.words, row.as_of) == ("212 of 214 accounts have prices", "5 min")
    assert row.without.startswith("Good until 14:05, then prices are indicative.")
