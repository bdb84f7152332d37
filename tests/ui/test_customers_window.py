"""Customers with the real worker and a real hub: found by typing, opened, added, a quote begun, by keys alone."""

from email.message import EmailMessage
from pathlib import Path

from PySide6.QtWidgets import QApplication

from storedesk.desk.request_match import How
from storedesk.domain.records import Company, CompanyContact, Quote, QuoteLine, Variant
from storedesk.storage.row_reader import select
from storedesk.ui.demo.hub_truth import desk_outbox
from storedesk.ui.screens.customers.account_forms import CompanyForm, PersonForm
from storedesk.ui.screens.customers.customers_screen import CustomersScreen
from storedesk.ui.screens.quotes.quotes_screen import QuotesScreen
from storedesk.ui.window.customers_control import CustomersControl
from storedesk.ui.window.request_control import RequestControl
from tests.ui.counted_keys import CountedKeys
from tests.ui.shop_window import ShopWindow


def at_customers(desk: ShopWindow) -> tuple[CustomersScreen, CustomersControl]:
    CountedKeys(desk).press("Ctrl+6")
    screen = desk.shell.current
    assert isinstance(screen, CustomersScreen)
    desk.until(lambda: screen.list.rows, "no companies were listed")
    control = desk.shell.findChild(CustomersControl)
    assert isinstance(control, CustomersControl)
    return screen, control


def test_a_company_is_opened_by_a_part_of_a_persons_name_and_its_quote_begun(desk: ShopWindow) -> None:
    screen, _ = at_customers(desk)
    keys = CountedKeys(desk)
    keys.type("kvist")
    desk.until(
        lambda: [row.contact for row in screen.list.rows] == ["Tomas Kvist"], "the list did not follow"
    )
    keys.press("Return")
    desk.until(lambda: screen.account is not None, "the account was not opened")
    assert screen.account is not None and screen.account.name == "Brännö Varv & Montage AB"
    assert screen.account.exposure.limit and screen.account.tree and screen.account.work
    before = {row.id for row in desk.read(lambda connection: select(connection, Quote, "1"))}
    keys.press("F9")
    desk.until(lambda: isinstance(desk.shell.current, QuotesScreen), "no quote was opened")
    (made,) = [
        row for row in desk.read(lambda connection: select(connection, Quote, "1")) if row.id not in before
    ]
    assert (made.company_id, made.state, made.contact_id is None) == (
        screen.account.company_id,
        "draft",
        False,
    )
    assert keys.count == len("kvist") + 2


def test_a_company_and_its_buyer_are_added_by_keys_and_central_agrees(desk: ShopWindow) -> None:
    screen, control = at_customers(desk)
    keys = CountedKeys(desk)
    screen.show_list()
    keys.press("Ins")
    form = control.form
    assert isinstance(form, CompanyForm)
    form.activateWindow()
    keys.type("Kajen AB")
    keys.press("F9")
    desk.until(lambda: screen.account is not None and screen.account.name == "Kajen AB", "it was not opened")
    assert screen.account is not None and screen.account.is_new
    desk.shell.activateWindow()
    desk.until(lambda: QApplication.focusWidget() is screen.pane.people, "the account has not the keys")
    keys.press("Ins")
    person = control.form
    assert isinstance(person, PersonForm)
    person.activateWindow()
    keys.type("Siv Ek")
    keys.press("Return")
    desk.until(lambda: screen.account is not None and screen.account.people, "the person was not added")

    def agreed() -> list[str | None]:
        kinds = ("AddCompany", "AddContact")
        return [outcome for kind, _, outcome in desk.read(lambda c: desk_outbox(c)) if kind in kinds]

    desk.until(lambda: agreed() == ["accepted", "accepted"], "central has not agreed")
    made = desk.read(lambda connection: select(connection, Company, "name = ?", "Kajen AB"))
    people = desk.read(lambda connection: select(connection, CompanyContact, "name = ?", "Siv Ek"))
    assert [person.company_id for person in people] == [made[0].id]


def test_a_mail_becomes_a_quote_for_its_sender_by_keys(desk: ShopWindow, tmp_path: Path) -> None:
    mail = EmailMessage()
    mail["From"] = "Anna <anna.lindberg@example.se>"
    mail.set_content("Hej!\n12 st ALV-2201-SKO-M\nVM-1010: 24\n32 st brodyr logga bröst\nMvh Anna\n")
    (tmp_path / "ask.eml").write_bytes(mail.as_bytes())
    control = desk.shell.findChild(RequestControl)
    assert isinstance(control, RequestControl)
    CountedKeys(desk).press("Ctrl+Shift+Q")
    sheet = control.sheet
    assert sheet is not None
    sheet.activateWindow()
    control.take_file(str(tmp_path / "ask.eml"))
    desk.until(lambda: sheet.company_id, "the sender was not known")
    keys = CountedKeys(desk)
    keys.press("F9")
    desk.until(lambda: sheet.is_matched, "the lines were not matched")
    assert [line.how for line in sheet.lines] == [How.SKU, How.CUSTOMER, How.TEXT]
    keys.press("F9")
    desk.until(lambda: isinstance(desk.shell.current, QuotesScreen), "no quote was begun")
    made = desk.read(lambda connection: select(connection, Quote, "1 ORDER BY made_at DESC LIMIT 1"))[0]
    lines = desk.read(lambda connection: select(connection, QuoteLine, "quote_id = ? ORDER BY line", made.id))
    assert [(line.kind, line.quantity) for line in lines] == [("goods", 12), ("goods", 24), ("own", 32)]
    assert lines[0].unit_price == 16_889_300 and made.contact_id == 1
    assert keys.count == 2


def test_what_was_looked_at_goes_into_the_newest_draft_by_one_key(desk: ShopWindow) -> None:
    screen, control = at_customers(desk)
    quotes = desk.read(
        lambda connection: select(connection, Quote, "state = 'draft' ORDER BY changed_at DESC")
    )
    place = desk.session.place
    assert place is not None
    draft = next(row for row in quotes if row.place_id == place.id)
    before = desk.read(
        lambda connection: select(
            connection, QuoteLine, "quote_id = ? AND version = ?", draft.id, draft.version
        )
    )
    (article,) = desk.read(
        lambda connection: select(connection, Variant, "unit = 'piece' ORDER BY id DESC LIMIT 1")
    )
    control.open(draft.company_id)
    desk.until(lambda: screen.account is not None, "the account was not opened")
    assert screen.pane.looked.pane.looked.rows == ()
    screen.looked_wanted.emit(draft.company_id, article.id)
    desk.until(lambda: isinstance(desk.shell.current, QuotesScreen), "no quote was opened")

    def lines() -> list[QuoteLine]:
        return [
            line
            for line in desk.read(
                lambda connection: select(
                    connection, QuoteLine, "quote_id = ? AND version = ?", draft.id, draft.version
                )
            )
            if line.variant_id == article.id
        ]

    desk.until(lambda: lines(), "the article was not added")
    assert article.id not in {line.variant_id for line in before}
    assert lines()[0].quantity == 1
