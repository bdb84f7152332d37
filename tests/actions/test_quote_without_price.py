"""A line that nobody has priced keeps a quote from being issued; one that is free of charge on purpose does not."""

from storedesk.actions.action import Rejected
from storedesk.actions.quote_args import ReviseQuote, SaveQuote
from storedesk.actions.quote_pricing import LineEdit, edit_of, is_free
from storedesk.actions.quote_rows import without_price
from storedesk.domain.currency import UNIT
from tests.actions.quote_shop import HEAD, PICTURE, QuoteDesk, quote_shop
from tests.actions.test_quotes import accepted, issue_args, refused, started

TEXT = LineEdit("own", None, 32, 0, 0, "32 pcs embroidery, left chest")
FREE = TEXT._replace(free=True)


def saved(*edits: LineEdit) -> QuoteDesk:
    desk = QuoteDesk(quote_shop())
    started(desk, edits)
    return desk


def test_an_own_line_without_a_price_is_not_issued_and_is_named() -> None:
    desk = saved(PICTURE[0], TEXT)
    act = desk.act("IssueQuote", issue_args(desk))
    at_the_desk, centrally = desk.perform(act), desk.decide(act)
    assert isinstance(at_the_desk, Rejected) and isinstance(centrally, Rejected)
    assert at_the_desk.reason.kind == centrally.reason.kind == "LineWithoutPrice"
    assert at_the_desk.reason.facts() == {"line": 2}
    assert desk.quote.state == "draft"


def test_a_delivery_at_0_must_be_called_free_too() -> None:
    delivery = LineEdit("delivery", None, 1, 0, 0, "Delivery")
    desk = saved(PICTURE[0], delivery)
    assert refused(desk.do("IssueQuote", issue_args(desk))) == "LineWithoutPrice"


def test_a_line_that_is_free_of_charge_on_purpose_is_issued_at_0() -> None:
    desk = saved(PICTURE[0], FREE)
    accepted(desk.do("IssueQuote", issue_args(desk)))
    (_, line) = desk.tables["quote_line"].values()
    assert desk.quote.state == "issued" and (line.amount, is_free(line.steps)) == (0, True)


def test_a_price_that_is_written_lets_it_go() -> None:
    desk = saved(PICTURE[0], TEXT)
    lines = desk.lines((PICTURE[0], TEXT._replace(price=65 * UNIT)))
    accepted(desk.do("SaveQuote", SaveQuote(desk.quote.id, 1, HEAD, lines)))
    accepted(desk.do("IssueQuote", issue_args(desk)))
    assert desk.quote.state == "issued"


def test_free_of_charge_stays_in_the_next_version_and_goes_with_a_price() -> None:
    desk = saved(PICTURE[0], FREE)
    accepted(desk.do("IssueQuote", issue_args(desk)))
    accepted(desk.do("ReviseQuote", ReviseQuote(desk.quote.id, 1, "edited")))
    (line,) = [one for one in desk.tables["quote_line"].values() if (one.version, one.line) == (2, 2)]
    assert is_free(line.steps) and without_price((line,)) == ()
    (args,) = desk.lines((FREE._replace(price=65 * UNIT),))
    assert not is_free(args.steps)
    assert edit_of(args).free is False


def test_goods_at_0_are_what_the_list_says() -> None:
    desk = saved(PICTURE[0], FREE)
    goods, own = desk.tables["quote_line"].values()
    rows = (goods._replace(unit_price=0), own._replace(steps="[]"))
    assert without_price(rows) == rows[1:]
