"""Which messages of the outbox are about a figure that a channel shows."""

from storedesk.domain.differences import LISTED, PRICE, STOCK, TITLE
from storedesk.storage.channel_outbox import listing_entity, price_entity, stock_entity
from storedesk.storage.difference_reads import Article


def entity_of(field: str, article: Article, about: str, list_code: str, currency: str) -> str:
    """What the messages about it are filed under; empty where the channel is never told of it. ``list_code`` and
    ``currency`` are those of a price."""
    if field == STOCK:
        return stock_entity(article.variant_id, int(about))
    if field == PRICE:
        return price_entity(article.variant_id, list_code, currency, 1)
    return listing_entity(article.product_id, field) if field in (TITLE, LISTED) else ""
