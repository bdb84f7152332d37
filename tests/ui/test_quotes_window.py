"""Quotes with the real worker and a real hub: the list fills, F9 issues, a scanned number opens."""

from storedesk.domain.codes import DocumentCode, qr_text
from storedesk.domain.document_number import parse_document_number
from storedesk.domain.records import Quote
from storedesk.storage.row_reader import select
from storedesk.ui.demo.hub_truth import desk_outbox
from storedesk.ui.screens.quotes.quotes_screen import QuotesScreen
from tests.ui.counted_keys import CountedKeys
from tests.ui.shop_window import ShopWindow


def quotes_of(desk: ShopWindow) -> dict[str, Quote]:
    return {row.id: row for row in desk.read(lambda connection: select(connection, Quote, "1 ORDER BY id"))}


def shown(desk: ShopWindow) -> QuotesScreen:
    """The screen of quotes, filled, with a quote chosen."""
    desk.shell.do("go_quotes")
    screen = desk.shell.current
    assert isinstance(screen, QuotesScreen)
    desk.until(lambda: screen.detail.view is not None, "no quote was shown")
    return screen


def choose(desk: ShopWindow, screen: QuotesScreen, quote_id: str) -> None:
    screen.list.choose(quote_id)
    desk.until(
        lambda: screen.detail.view is not None and screen.detail.view.quote_id == quote_id,
        "the quote was not shown",
    )


def test_a_draft_without_blocks_is_issued_by_one_key_and_central_agrees(desk: ShopWindow) -> None:
    screen = shown(desk)
    drafts = [row.id for row in quotes_of(desk).values() if row.state == "draft"]
    for quote_id in drafts:
        choose(desk, screen, quote_id)
        view = screen.detail.view
        if view is not None and not view.blocks:
            break
    else:
        raise AssertionError("the sample shop has no draft that can be issued")
    keys = CountedKeys(desk)
    keys.press("F9")
    desk.until(lambda: quotes_of(desk)[quote_id].state == "issued", "it was not issued")
    number = quotes_of(desk)[quote_id].number
    parsed = parse_document_number(number)
    assert parsed is not None and parsed.belongs_to(quote_id)
    assert keys.count == 1

    def outcomes() -> list[str | None]:
        return [outcome for kind, _, outcome in desk.read(lambda c: desk_outbox(c)) if kind == "IssueQuote"]

    desk.until(lambda: outcomes()[-1:] == ["accepted"], "central has not agreed")
    desk.shell.do("go_pickups")
    keys.scan(qr_text(DocumentCode(number)))
    desk.until(
        lambda: (
            desk.shell.current is screen
            and screen.detail.view is not None
            and screen.detail.view.number == number
        ),
        "the scanned number opened nothing",
    )


def test_the_number_of_no_quote_says_so(desk: ShopWindow) -> None:
    before = desk.shell.current
    CountedKeys(desk).scan(qr_text(DocumentCode("GBG-07-00041-K7")))
    desk.until(lambda: "No quote on this desk" in desk.toast, "nothing was said")
    assert desk.shell.current is before
