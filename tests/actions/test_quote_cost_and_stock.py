"""Costs and the margin floor; what holds, lendings and safety stock leave for a quote that becomes an order."""

import msgspec
import pytest

from storedesk.actions.pickup_args import AnswerTask
from storedesk.actions.quote_account import account_of
from storedesk.actions.quote_args import (
    ApproveQuote,
    AskApproval,
    OfferLess,
    ReviseQuote,
    SaveQuote,
    StartQuote,
    WithdrawQuote,
)
from storedesk.actions.quote_cost import cost_of
from storedesk.actions.quote_pricing import LineEdit
from storedesk.actions.quote_rows import hits_of, lines_of
from storedesk.domain.currency import UNIT
from storedesk.domain.records import Hold, Price, ProtectedStock, StockLevel
from tests.actions.quote_shop import HEAD, PICTURE, SUPERVISOR, VARV, QuoteDesk, quote_shop
from tests.actions.test_quotes import accepted, issue_args, issued, order_args, refused, started, tasks
from tests.small_shop import CENTRAL, ELIN, GBG, MAL, NOW, RASK

TEN_OFF = (LineEdit("goods", RASK, 20, 100_000),)
HOUR = 3_600_000


def with_cost(amount: int, day: str = "2026-01-01") -> QuoteDesk:
    desk = QuoteDesk(quote_shop())
    row = Price("cost", RASK, "SEK", 1, day, amount * UNIT, 0)
    desk.tables["price"][RASK, "cost", "SEK", 1, day] = row
    return desk


def test_a_lines_cost_is_that_of_all_its_goods() -> None:
    desk = with_cost(400)
    started(desk, (*TEN_OFF, PICTURE[3]))
    goods, own = lines_of(desk.state, desk.quote.id, 1)
    assert cost_of(desk.state, desk.quote, goods) == 8_000 * UNIT
    assert cost_of(desk.state, desk.quote, own) is None


def test_a_cost_that_begins_later_or_in_another_currency_is_not_known() -> None:
    desk = with_cost(400, "2027-01-01")
    started(desk, TEN_OFF)
    (line,) = lines_of(desk.state, desk.quote.id, 1)
    assert cost_of(desk.state, desk.quote, line) is None
    euro = Price("cost", RASK, "EUR", 1, "2026-01-01", 40 * UNIT, 0)
    desk.tables["price"][RASK, "cost", "EUR", 1, "2026-01-01"] = euro
    assert cost_of(desk.state, desk.quote, line) is None


@pytest.mark.parametrize(("cost", "rules"), [(431, []), (432, ["margin"])])
def test_a_discount_within_the_limit_still_stops_at_the_margin_floor(cost: int, rules: list[str]) -> None:
    """10 % off 615 is 553.50; a floor of 22 % is reached at a cost of 431.73."""
    desk = with_cost(cost)
    started(desk, TEN_OFF)
    lines = lines_of(desk.state, desk.quote.id, 1)
    hits = hits_of(desk.state, desk.quote, lines, account_of(desk.state, VARV), ELIN, NOW)
    assert [hit.rule for hit in hits] == rules
    assert desk.quote.approval == ("needed" if rules else "not_needed")


def test_a_cost_is_never_a_price() -> None:
    desk = with_cost(1)
    started(desk, TEN_OFF)
    (line,) = lines_of(desk.state, desk.quote.id, 1)
    assert (line.unit_price, line.list_code) == (6_150_000, "B-2026-17")


def test_a_manager_approves_below_the_floor_of_an_associate() -> None:
    desk = with_cost(450)
    quote_id = started(desk, TEN_OFF)
    accepted(desk.do("ApproveQuote", ApproveQuote(quote_id, desk.quote.content_hash, SUPERVISOR)))
    accepted(desk.do("IssueQuote", issue_args(desk)))
    assert desk.quote.state == "issued"


@pytest.mark.parametrize("reason", ["edited", "tax_changed", "renewed"])
def test_the_reason_of_a_version_is_kept_with_it(reason: str) -> None:
    desk = QuoteDesk(quote_shop())
    quote_id = issued(desk, PICTURE[:1])
    accepted(desk.do("ReviseQuote", msgspec.convert(
        {"quote_id": quote_id, "version": 1, "reason": reason}, ReviseQuote)))  # fmt: skip
    accepted(desk.do("IssueQuote", issue_args(desk)))
    revisions = desk.tables["quote_revision"]
    assert (revisions[quote_id, 1].reason, revisions[quote_id, 2].reason) == ("", reason)


def free(central: QuoteDesk, quantity: int) -> None:
    level: StockLevel = central.tables["stock_level"][GBG, RASK, 0]
    central.tables["stock_level"][GBG, RASK, 0] = level._replace(quantity=level.reserved + quantity)


def test_what_is_held_for_a_person_or_lent_to_a_desk_cannot_be_ordered() -> None:
    central = QuoteDesk(quote_shop(), central=True)
    free(central, 22)
    hold = Hold("h1", GBG, RASK, 2, "held", NOW + HOUR, NOW, ELIN, "GBG-2", "", NOW)
    over = Hold("h2", GBG, RASK, 9, "held", NOW - HOUR, NOW - 2 * HOUR, ELIN, "GBG-2", "", NOW)
    central.tables["hold"] = {("h1",): hold, ("h2",): over}
    lent = ProtectedStock(GBG, RASK, "GBG-2", 3, 2, NOW + HOUR)
    issued(central, (PICTURE[1]._replace(quantity=20),))
    central.tables["protected_stock"][GBG, RASK, "GBG-2"] = lent
    accepted(central.do("AskForOrder", order_args(central)))
    (task,) = tasks(central, "quote_order_refused")
    (against,) = msgspec.json.decode(task.facts)["against"]
    assert (against["why"], against["wanted"], against["free"]) == ("stock", 20, 19)
    central.tables["protected_stock"][GBG, RASK, "GBG-2"] = lent._replace(used=3)
    accepted(central.do("AskForOrder", order_args(central)))
    assert central.quote.state == "ordered"


def test_goods_to_be_sent_are_reserved_where_most_of_them_lie_and_the_order_says_where() -> None:
    central = QuoteDesk(quote_shop(), central=True)
    free(central, 12)
    for place, quantity in ((MAL, 20), (CENTRAL, 0)):
        row = StockLevel(place, RASK, 0, quantity, 1 if quantity else 0, 0, 0, None, "", NOW)
        central.tables["stock_level"][place, RASK, 0] = row
    head = msgspec.structs.replace(HEAD, delivery="sent", deliver_country="SE")
    edits = (PICTURE[1]._replace(quantity=20),)
    act = central.act("StartQuote", StartQuote(head, central.lines(edits, head)))
    accepted(central.perform(act))
    accepted(central.do("IssueQuote", issue_args(central)))
    before = central.tables["stock_level"][GBG, RASK, 0].reserved
    accepted(central.do("AskForOrder", order_args(central)))
    levels = central.tables["stock_level"]
    assert [levels[place, RASK, 0].reserved for place in (GBG, MAL, CENTRAL)] == [before + 1, 20, 0]
    parts = {part.place_id: part for part in central.tables["fulfilment"].values()}
    assert {(part.place_id, part.kind, part.state) for part in parts.values()} == {
        (GBG, "ship", "new"),
        (MAL, "ship", "new"),
    }
    waiting = tasks(central, "ship_to_customer")
    assert sorted(task.place_id for task in waiting) == sorted((GBG, MAL))
    (own,) = [task for task in waiting if task.place_id == GBG]
    on_hand = levels[GBG, RASK, 0].quantity
    accepted(central.do("AnswerTask", AnswerTask(own.id, "understood")))
    assert (levels[GBG, RASK, 0].quantity, levels[GBG, RASK, 0].reserved) == (on_hand - 1, before)
    assert central.tables["fulfilment"][parts[GBG].id,].state == "ship_home"
    assert refused(central.do("AnswerTask", AnswerTask(own.id, "understood"))) == "AlreadyAnswered"
    notes = [note for note in central.tables["timeline_entry"].values() if note.kind == "reserved_to_send"]
    assert msgspec.json.decode(notes[0].facts)["shares"] == [[MAL, RASK, 19], [GBG, RASK, 1]]


OVER_TEN = (LineEdit("goods", RASK, 20, 140_000), PICTURE[2])


def test_less_discount_than_asked_for_lets_the_seller_issue_what_the_seller_may_give() -> None:
    desk = QuoteDesk(quote_shop())
    quote_id = started(desk, OVER_TEN)
    hash_ = desk.quote.content_hash
    accepted(desk.do("AskApproval", AskApproval(quote_id, hash_)))
    facts = msgspec.json.decode(tasks(desk, "quote_approval")[0].facts)
    assert (facts["discount"], facts["limit"], facts["total"]) == (140_000, 100_000, desk.quote.total)
    assert refused(desk.do("OfferLess", OfferLess(quote_id, hash_, 100_000))) == "NotAllowed"
    accepted(desk.do("OfferLess", OfferLess(quote_id, hash_, 100_000, SUPERVISOR)))
    lines = lines_of(desk.state, quote_id, 1)
    assert [line.discount for line in lines] == [100_000, 0]
    assert lines[0].amount == 11_070 * UNIT
    assert (desk.quote.approval, desk.quote.approved_by) == ("not_needed", None)
    assert [task.answer for task in tasks(desk, "quote_approval")] == ["offer_less"]
    assert refused(desk.do("ApproveQuote", ApproveQuote(quote_id, hash_, SUPERVISOR))) == "ApprovalOutdated"
    accepted(desk.do("IssueQuote", issue_args(desk)))


def test_less_discount_that_is_still_over_the_sellers_limit_is_the_yes_of_who_allows_it() -> None:
    desk = QuoteDesk(quote_shop())
    quote_id = started(desk, OVER_TEN)
    args = OfferLess(quote_id, desk.quote.content_hash, 120_000, SUPERVISOR)
    accepted(desk.do("OfferLess", args))
    assert (desk.quote.approval, desk.quote.approved_by) == ("given", SUPERVISOR)
    assert desk.quote.approved_hash == desk.quote.content_hash
    assert refused(desk.do("OfferLess", args)) == "ApprovalOutdated"
    accepted(desk.do("IssueQuote", issue_args(desk)))


def asked(desk: QuoteDesk) -> str:
    quote_id = started(desk, OVER_TEN)
    accepted(desk.do("AskApproval", AskApproval(quote_id, desk.quote.content_hash)))
    return quote_id


def test_nobody_is_asked_any_more_about_what_was_changed_or_ended() -> None:
    desk = QuoteDesk(quote_shop())
    quote_id = asked(desk)
    accepted(desk.do("SaveQuote", SaveQuote(quote_id, 1, HEAD, desk.lines(OVER_TEN))))
    assert [task.state for task in tasks(desk, "quote_approval")] == ["open"]
    fewer = (OVER_TEN[0]._replace(quantity=19), OVER_TEN[1])
    accepted(desk.do("SaveQuote", SaveQuote(quote_id, 1, HEAD, desk.lines(fewer))))
    assert [(task.state, task.answer) for task in tasks(desk, "quote_approval")] == [("answered", "changed")]
    accepted(desk.do("AskApproval", AskApproval(quote_id, desk.quote.content_hash)))
    accepted(desk.do("WithdrawQuote", WithdrawQuote(quote_id, 1)))
    assert {task.answer for task in tasks(desk, "quote_approval")} == {"changed", "withdrawn"}


def test_a_manager_who_issues_what_was_asked_about_settles_the_question() -> None:
    desk = QuoteDesk(quote_shop())
    asked(desk)
    accepted(desk.do("IssueQuote", issue_args(desk), SUPERVISOR))
    assert [task.answer for task in tasks(desk, "quote_approval")] == ["issued"]
