"""The areas of a desk that add their screens and controls to its window, one line each."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from storedesk.ui.window.channels_area import add_channels
from storedesk.ui.window.customers_area import add_customers
from storedesk.ui.window.day_area import add_day
from storedesk.ui.window.desks_area import add_desks
from storedesk.ui.window.label_area import add_label
from storedesk.ui.window.low_disk import add_low_disk
from storedesk.ui.window.orders_area import add_orders
from storedesk.ui.window.practice_area import add_practice
from storedesk.ui.window.quotes_area import add_quotes
from storedesk.ui.window.service_area import add_service
from storedesk.ui.window.stock_area import add_stock
from storedesk.ui.window.today_area import add_today

if TYPE_CHECKING:
    from storedesk.ui.window.desk_window import DeskWindow

AREAS: tuple[Callable[["DeskWindow"], None], ...] = (
    add_today,
    add_orders,
    add_quotes,
    add_customers,
    add_stock,
    add_service,
    add_label,
    add_day,
    add_practice,
    add_desks,
    add_low_disk,
    add_channels,
)
