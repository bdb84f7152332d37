"""Adds the customers screen to a desk's window: its place, its keys and the companies that a search finds."""

from typing import TYPE_CHECKING

from storedesk.desk.account_details import derive_hit
from storedesk.desk.scan_resolver import Found, SearchFound
from storedesk.ui.screens.customers.account_words import found_text, kind_icon
from storedesk.ui.screens.customers.customers_screen import CustomersScreen
from storedesk.ui.shell.find_popup import FoundRow
from storedesk.ui.shell.shell_state import Place
from storedesk.ui.window.customers_control import CustomersControl
from storedesk.ui.window.request_control import RequestControl

if TYPE_CHECKING:
    from storedesk.ui.window.desk_window import DeskWindow


def add_customers(window: "DeskWindow") -> None:
    screen = CustomersScreen()
    control = CustomersControl(window.session, window.shell, window.background, screen, window.find.openers)
    window.add_screen(Place.CUSTOMERS, screen, control.refresh)
    request = RequestControl(
        window.session,
        window.shell,
        window.background,
        control.look_up,
        control.company_now,
        window.find.openers,
    )
    window.answers["quote_from_request"] = request.open
    window.shell.app_actions |= {"quote_from_request"}
    window.find.openers["company"] = lambda value: control.open(int(value))
    window.find.row_makers.append(company_rows)
    window.find.more_first = lambda: control.is_current


def company_rows(found: Found) -> list[FoundRow]:
    """The companies of a search, by what each was found."""
    if not isinstance(found, SearchFound):
        return []
    rows = (derive_hit(hit) for hit in found.companies)
    return [
        FoundRow(f"company {one.company_id}", kind_icon(one.kind), one.name, found_text(one), one.number)
        for one in rows
    ]
