"""What checks say, in the language of the desk: connectors speak English, and are not asked to know ours."""

from PySide6.QtCore import QCoreApplication

from storedesk.ui.texts.marked import QT_TRANSLATE_NOOP

SENTENCES = (
    QT_TRANSLATE_NOOP(
        "Findings",
        "Shopify: Dev Dashboard, the app, Versions, Access, Scopes; then release and install it again",
    ),
    QT_TRANSLATE_NOOP("Findings", "Shopify: Settings, Shipping and delivery, Pickup in store"),
    QT_TRANSLATE_NOOP("Findings", "Shopify: Settings, Plan"),
    QT_TRANSLATE_NOOP("Findings", "The clock of the machine that central runs on"),
    QT_TRANSLATE_NOOP("Findings", "System, Integrations, the integration, API"),
    QT_TRANSLATE_NOOP("Findings", "Stores, Sources"),
    QT_TRANSLATE_NOOP("Findings", "Articles and prices cannot be read."),
    QT_TRANSLATE_NOOP("Findings", "Prices, titles and listings are not sent to the shop."),
    QT_TRANSLATE_NOOP("Findings", "Stock in the shop cannot be read."),
    QT_TRANSLATE_NOOP("Findings", "Stock is not sent to the shop."),
    QT_TRANSLATE_NOOP("Findings", "The shop's places cannot be read."),
    QT_TRANSLATE_NOOP("Findings", "Orders are not taken in."),
    QT_TRANSLATE_NOOP("Findings", "Orders cannot be cancelled, captured or refunded."),
    QT_TRANSLATE_NOOP("Findings", "Buyers have no names, phones or addresses here."),
    QT_TRANSLATE_NOOP("Findings", "Orders older than 60 days are not found."),
    QT_TRANSLATE_NOOP("Findings", "Pickups are not seen."),
    QT_TRANSLATE_NOOP("Findings", "The shop does not learn that goods are ready or collected."),
    QT_TRANSLATE_NOOP("Findings", "Companies and their prices are not read."),
    QT_TRANSLATE_NOOP("Findings", "Draft orders are not read."),
    QT_TRANSLATE_NOOP("Findings", "Quotes cannot become orders in the shop."),
    QT_TRANSLATE_NOOP("Findings", "Changes in the shop may be missed."),
    QT_TRANSLATE_NOOP("Findings", "They are asked for again with the next reading of places."),
    QT_TRANSLATE_NOOP("Findings", "Companies, their sites and their prices are not read."),
    QT_TRANSLATE_NOOP("Findings", "Changes are found by asking, a minute later."),
    QT_TRANSLATE_NOOP("Findings", "The shop's plan has no B2B."),
    QT_TRANSLATE_NOOP("Findings", "No order can be picked up there."),
    QT_TRANSLATE_NOOP("Findings", "Articles and prices are not read."),
    QT_TRANSLATE_NOOP("Findings", "Stock is neither read nor written."),
    QT_TRANSLATE_NOOP("Findings", "Stores are not read."),
    QT_TRANSLATE_NOOP("Findings", "Orders are not read."),
    QT_TRANSLATE_NOOP("Findings", "Nobody sees what was sent."),
    QT_TRANSLATE_NOOP("Findings", "Customers are not read."),
    QT_TRANSLATE_NOOP("Findings", "Companies are not read."),
    QT_TRANSLATE_NOOP("Findings", "Quotes are not read."),
    QT_TRANSLATE_NOOP("Findings", "Stock of several stores needs multi-source inventory."),
    QT_TRANSLATE_NOOP("Findings", "Buyers cannot choose a store, and ready is not told."),
    QT_TRANSLATE_NOOP("Findings", "There are no companies or contract prices."),
    QT_TRANSLATE_NOOP("Findings", "There are no negotiable quotes."),
    QT_TRANSLATE_NOOP("Findings", "Signatures are refused when clocks differ by five minutes."),
    QT_TRANSLATE_NOOP("Findings", "Changes are found by asking every few minutes."),
    QT_TRANSLATE_NOOP("Findings", "Modules are not known."),
    QT_TRANSLATE_NOOP("Findings", "The currency is not known."),
    QT_TRANSLATE_NOOP("Findings", "Pickup orders there fail."),
    QT_TRANSLATE_NOOP("Findings", "signed by a shared secret"),
    QT_TRANSLATE_NOOP("Findings", "polling"),
)
"""Every sentence of the connectors that has a translation; names of rights and addresses are shown as they come."""


def finding_text(text: str) -> str:
    """The sentence in the language of the desk, or as it came."""
    return QCoreApplication.translate("Findings", text) if text else ""
