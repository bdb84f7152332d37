"""Who takes in each kind of records; a kind that is not here is not read."""

from collections.abc import Callable, Sequence

from storedesk.connectors.port import Kind
from storedesk.hub.channels.intake import Intake, Taker
from storedesk.hub.channels.take_companies import take_companies
from storedesk.hub.channels.take_customers import take_customers
from storedesk.hub.channels.take_gone import levels_gone, places_gone, prices_gone, products_gone
from storedesk.hub.channels.take_levels import take_levels
from storedesk.hub.channels.take_orders import take_orders
from storedesk.hub.channels.take_places import take_places
from storedesk.hub.channels.take_prices import take_prices
from storedesk.hub.channels.take_products import take_products
from storedesk.hub.channels.take_quotes import take_quotes
from storedesk.storage.database_work import Connection

TAKERS: dict[Kind, Taker] = {
    Kind.PLACES: take_places,
    Kind.PRODUCTS: take_products,
    Kind.PRICES: take_prices,
    Kind.LEVELS: take_levels,
    Kind.ORDERS: take_orders,
    Kind.QUOTES: take_quotes,
    Kind.COMPANIES: take_companies,
    Kind.CUSTOMERS: take_customers,
}

GoneTaker = Callable[[Connection, Intake, Sequence[str]], None]
"""Hears which records are there no more; nothing here is deleted for it."""

GONE: dict[Kind, GoneTaker] = {
    Kind.PLACES: places_gone,
    Kind.PRODUCTS: products_gone,
    Kind.PRICES: prices_gone,
    Kind.LEVELS: levels_gone,
}
