"""The words of connecting a channel: fields, findings, kinds, how a place was matched, and what went wrong."""

from PySide6.QtCore import QCoreApplication

from storedesk.desk.central_channels import NO_ANSWER
from storedesk.desk.central_look_up import NO_LINE, NOT_ALLOWED
from storedesk.protocol.channel_wire import PlaceThere
from storedesk.ui.texts.marked import QT_TRANSLATE_NOOP
from storedesk.ui.widgets.chip import Tone

FIELDS: dict[str, str] = {
    "shop": QT_TRANSLATE_NOOP("Connect", "Shop address"),
    "address": QT_TRANSLATE_NOOP("Connect", "Shop address"),
    "client_id": QT_TRANSLATE_NOOP("Connect", "Client id"),
    "client_secret": QT_TRANSLATE_NOOP("Connect", "Client secret"),
    "access_token": QT_TRANSLATE_NOOP("Connect", "Access token"),
    "access_token_secret": QT_TRANSLATE_NOOP("Connect", "Access token secret"),
    "refresh_token": QT_TRANSLATE_NOOP("Connect", "Refresh token"),
    "previous_secret": QT_TRANSLATE_NOOP("Connect", "Previous secret"),
    "hook_address": QT_TRANSLATE_NOOP("Connect", "Address for signals"),
    "hook_secret": QT_TRANSLATE_NOOP("Connect", "Secret of signals"),
    "consumer_key": QT_TRANSLATE_NOOP("Connect", "Consumer key"),
    "consumer_secret": QT_TRANSLATE_NOOP("Connect", "Consumer secret"),
    "bearer": QT_TRANSLATE_NOOP("Connect", "Token alone (yes or no)"),
    "store_view": QT_TRANSLATE_NOOP("Connect", "Store view"),
    "website": QT_TRANSLATE_NOOP("Connect", "Website"),
    "prices_include_tax": QT_TRANSLATE_NOOP("Connect", "Prices with tax (yes or no)"),
    "barcode_attribute": QT_TRANSLATE_NOOP("Connect", "Attribute of barcodes"),
    "colour_attribute": QT_TRANSLATE_NOOP("Connect", "Attribute of colours"),
    "size_attribute": QT_TRANSLATE_NOOP("Connect", "Attribute of sizes"),
    "brand_attribute": QT_TRANSLATE_NOOP("Connect", "Attribute of brands"),
    "pickup_methods": QT_TRANSLATE_NOOP("Connect", "Shipping methods of pickup"),
    "pickup_field": QT_TRANSLATE_NOOP("Connect", "Field of the pickup place"),
    "region_countries": QT_TRANSLATE_NOOP("Connect", "Countries with regions"),
    "ready_mail_off": QT_TRANSLATE_NOOP("Connect", "No ready mail (yes or no)"),
    "page_size": QT_TRANSLATE_NOOP("Connect", "Rows of a page"),
    "write_rows": QT_TRANSLATE_NOOP("Connect", "Rows of a write"),
    "shipping_method": QT_TRANSLATE_NOOP("Connect", "Shipping method"),
    "payment_method": QT_TRANSLATE_NOOP("Connect", "Payment method"),
}
FINDINGS: dict[str, str] = {
    "signed_in": QT_TRANSLATE_NOOP("Connect", "Signed in"),
    "products": QT_TRANSLATE_NOOP("Connect", "Products and prices"),
    "stock": QT_TRANSLATE_NOOP("Connect", "Stock, read and write"),
    "orders": QT_TRANSLATE_NOOP("Connect", "Orders"),
    "all_orders": QT_TRANSLATE_NOOP("Connect", "Older orders, customers"),
    "handouts": QT_TRANSLATE_NOOP("Connect", "Hand-outs in stores"),
    "companies": QT_TRANSLATE_NOOP("Connect", "Companies"),
    "quotes": QT_TRANSLATE_NOOP("Connect", "Quotes"),
    "signals": QT_TRANSLATE_NOOP("Connect", "Signals"),
    "place": QT_TRANSLATE_NOOP("Connect", "Place"),
    "clock": QT_TRANSLATE_NOOP("Connect", "Clock"),
}
STATES: dict[str, tuple[str, Tone]] = {
    "ok": (QT_TRANSLATE_NOOP("Connect", "ok"), Tone.NEUTRAL),
    "can_wait": (QT_TRANSLATE_NOOP("Connect", "can wait"), Tone.WARN),
    "needed": (QT_TRANSLATE_NOOP("Connect", "needed"), Tone.BAD),
}
KINDS: dict[str, tuple[str, str]] = {
    "places": ("map-pin", QT_TRANSLATE_NOOP("Connect", "Places")),
    "products": ("barcode", QT_TRANSLATE_NOOP("Connect", "Products")),
    "prices": ("tag", QT_TRANSLATE_NOOP("Connect", "Prices")),
    "levels": ("package", QT_TRANSLATE_NOOP("Connect", "Stock levels")),
    "companies": ("building", QT_TRANSLATE_NOOP("Connect", "Companies")),
    "customers": ("users", QT_TRANSLATE_NOOP("Connect", "Customers")),
    "orders": ("receipt", QT_TRANSLATE_NOOP("Connect", "Orders")),
    "quotes": ("file-invoice", QT_TRANSLATE_NOOP("Connect", "Quotes")),
}
MATCHED: dict[str, tuple[str, Tone]] = {
    "address": (QT_TRANSLATE_NOOP("Connect", "by address"), Tone.OK),
    "name": (QT_TRANSLATE_NOOP("Connect", "by name"), Tone.OK),
    "chosen": (QT_TRANSLATE_NOOP("Connect", "chosen"), Tone.OK),
    "left_out": (QT_TRANSLATE_NOOP("Connect", "left out"), Tone.NEUTRAL),
    "inactive": (QT_TRANSLATE_NOOP("Connect", "closed there"), Tone.NEUTRAL),
    "": (QT_TRANSLATE_NOOP("Connect", "choose"), Tone.WARN),
}
PROBLEMS: dict[str, str] = {
    NO_LINE: QT_TRANSLATE_NOOP(
        "Connect", "No line to central. What is typed stays here; save it when the desk is online."
    ),
    NO_ANSWER: QT_TRANSLATE_NOOP("Connect", "Central has not answered in time. Press F8 to see how it is."),
    NOT_ALLOWED: QT_TRANSLATE_NOOP("Connect", "Central does not let you connect channels. Ask head office."),
    "slow": QT_TRANSLATE_NOOP("Connect", "The shop was too slow to answer. Check again in a minute."),
    "unreachable": QT_TRANSLATE_NOOP("Connect", "The shop cannot be reached. Look at the address, then check again."),
    "signed_out": QT_TRANSLATE_NOOP("Connect", "The shop does not let us in. Type its keys again, then check again."),
    "right_missing": QT_TRANSLATE_NOOP("Connect", "A right is missing in the shop: {detail}."),
    "shop_closed": QT_TRANSLATE_NOOP("Connect", "The shop is closed or locked. Open it there, then check again."),
    "another_shop": QT_TRANSLATE_NOOP("Connect", "Signed in, but it is another shop: {detail}. Look at the address."),
    "clock_differs": QT_TRANSLATE_NOOP("Connect", "The clocks of central and the shop differ too much."),
    "not_supported": QT_TRANSLATE_NOOP("Connect", "This shop cannot do that: {detail}."),
    "account_wrong": QT_TRANSLATE_NOOP("Connect", "It cannot be signed in with what is entered. {detail}"),
    "secrets_unreadable": QT_TRANSLATE_NOOP("Connect", "The secrets cannot be read any more. Type them again."),
    "unknown_platform": QT_TRANSLATE_NOOP("Connect", "Central does not know this platform."),
    "bad_code": QT_TRANSLATE_NOOP("Connect", "A short code is letters, digits, - and _, at most 40."),
    "other_platform": QT_TRANSLATE_NOOP("Connect", "This code is on another platform: {detail}. Take another code."),
    "still_on": QT_TRANSLATE_NOOP("Connect", "Switch the channel off first, with F9."),
    "is_on": QT_TRANSLATE_NOOP("Connect", "The channel is on: it is read by itself."),
    "no_such_place": QT_TRANSLATE_NOOP("Connect", "That place is not here any more. Check again."),
    "gone": QT_TRANSLATE_NOOP("Connect", "This channel is not there any more."),
}  # fmt: skip
"""Why a step was not taken, and what to do."""
KEPT = "••••••••"
"""What stands in a secret's field that is kept centrally."""


def said(words: str) -> str:
    """A text of the tables above, in the language of the desk."""
    return QCoreApplication.translate("Connect", words)


def field_name(name: str) -> str:
    return said(FIELDS[name]) if name in FIELDS else name.replace("_", " ").capitalize()


def finding_name(name: str) -> str:
    return said(FINDINGS[name]) if name in FINDINGS else name.replace("_", " ").capitalize()


def problem_text(problem: str, detail: str = "") -> str:
    """Why a step was not taken; empty for no problem and for what the panes say themselves."""
    if problem in ("", "needs"):
        return ""
    words = said(
        PROBLEMS.get(problem, QT_TRANSLATE_NOOP("Connect", "It was not done ({detail}). Check again."))
    )
    return words.format(detail=detail or problem)


def match_of(place: PlaceThere) -> tuple[str, Tone]:
    words, tone = MATCHED.get(place.by, MATCHED[""])
    return said(words), tone
