"""The sync panel in the real window: real worker, real hub, real figures."""

import json

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from storedesk.desk.readiness import accounts_that_buy
from storedesk.storage.readiness_reads import holdings
from storedesk.ui.screens.sync_jobs import JobTable
from storedesk.ui.screens.sync_rows import EntryState
from storedesk.ui.screens.sync_screen import JOBS, SyncScreen
from tests.ui.shop_window import ShopWindow


def panel(desk: ShopWindow) -> SyncScreen:
    screen = desk.window.sync.screen
    desk.shell.do("go_sync")
    desk.until(lambda: screen.shown.readiness, "the panel shows no readiness")
    return screen


def status_words(desk: ShopWindow) -> str:
    labels = desk.shell.status.findChildren(QLabel)
    return " ".join(label.text() for label in labels if label.isVisible())


def work_offline(desk: ShopWindow, on: bool) -> None:
    desk.shell.do("work_offline")
    desk.until(
        lambda: desk.session.sync is not None and desk.session.sync.on_purpose is on, "the switch holds"
    )


def test_a_change_made_without_a_line_waits_says_why_and_ages_in_the_status_line(desk: ShopWindow) -> None:
    work_offline(desk, True)
    desk.open("48213")
    desk.hands.press("main")
    desk.until(lambda: desk.session.sync is not None and desk.session.sync.waiting, "nothing waits")
    screen = panel(desk)
    desk.until(lambda: screen.shown.entries, "the panel shows no entry")
    first = [entry for entry in screen.shown.entries if entry.state is EntryState.NEXT]
    assert [entry.reason for entry in first] == ["this desk is offline on purpose"]
    desk.window.frame.refresh()
    assert "Oldest unsent: just now" in status_words(desk)
    work_offline(desk, False)
    desk.until(lambda: desk.session.sync is not None and not desk.session.sync.waiting, "it does not go out")
    desk.window.frame.refresh()
    assert "Oldest unsent" not in status_words(desk)
    desk.until(
        lambda: any(e.state is EntryState.CONFIRMED for e in screen.shown.entries), "it is not confirmed"
    )


def test_readiness_is_told_in_figures_of_this_desk_s_own_rows(desk: ShopWindow) -> None:
    jobs = {one.name: one for one in panel(desk).shown.readiness}
    held = desk.read(lambda connection: holdings(connection, desk.session.desk.place_id))
    buyers = len(accounts_that_buy(held.accounts, held.lists))
    assert buyers > 5 and jobs["Quotes"].words == f"{buyers} of {buyers} accounts have prices"
    assert jobs["Pickups"].words.endswith("persons complete") and jobs["Pickups"].as_of.endswith(" s")
    assert jobs["Label signatures"].words == "the key is here"
    panel(desk).show_tab(JOBS)
    table = desk.shell.findChild(JobTable)
    assert table is not None and table.isVisible()
    assert "accounts have prices" in desk.readable()


def test_the_journal_is_read_from_end_to_end_and_says_how_many_entries_fit(desk: ShopWindow) -> None:
    screen = panel(desk)
    assert screen.do("check_journal")
    desk.until(lambda: screen.shown.journal.is_whole, "the journal was not checked")
    entries = desk.read(lambda connection: connection.execute("SELECT count(*) FROM journal").fetchone()[0])
    assert f"{entries} entries" in screen.shown.journal.sentence
    assert screen.shown.journal.sentence.endswith("Every entry fits.")


def test_what_is_copied_for_support_names_the_action_and_nobody(desk: ShopWindow) -> None:
    screen = panel(desk)
    desk.until(lambda: screen.shown.entries, "the panel shows no entry")
    screen.show_tab("all")
    assert screen.choose(screen.shown.entries[0].key)
    desk.until(lambda: screen.shown.detail is not None, "no detail is shown")
    screen.do("copy_details")
    copied = json.loads(QGuiApplication.clipboard().text())
    assert str(copied["entry"]) == screen.shown.entries[0].key
    assert copied["desk"] == desk.session.desk.desk and "args" not in copied
