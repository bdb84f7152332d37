"""Finds what is missing or double in the data of articles, worst first, a part of the assortment at a time."""

import json
from collections.abc import Iterator

from storedesk.domain.records import ProductFault
from storedesk.storage.database_work import Connection
from storedesk.storage.hub_rows import Tag, one_at_a_time
from storedesk.storage.product_care import (
    LAST,
    ArticleData,
    articles_after,
    care_position,
    put_care_position,
    write_faults,
)
from storedesk.storage.refused_writes import day_of, forget_old_refusals

AT_ONCE = 1_000
MOST_FAULTS = 5_000
"""Every desk holds them, and nobody works through more: the worst are kept."""
NO_PRICE, NO_TITLE, SAME_BARCODE, SAME_SKU, NO_BARCODE, NO_CATEGORY, NO_WEIGHT = (
    "no_price", "no_title", "same_barcode", "same_sku", "no_barcode", "no_category", "no_weight",
)  # fmt: skip
HOW_BAD = {
    NO_PRICE: 100, NO_TITLE: 80, SAME_BARCODE: 60, SAME_SKU: 50, NO_BARCODE: 40, NO_CATEGORY: 20, NO_WEIGHT: 10,
}  # fmt: skip
_USUAL_PRICE, _MAJOR = 1_000_000, 10_000
_MOST_WORTH = 1_000_000
_OTHERS_NAMED = 10


def care_for_products(connection: Connection, now: int, random_tag: Tag, at_once: int = AT_ONCE) -> int:
    """One step of the day's pass over all articles: at most ``at_once`` of them; 0 when today's pass is over.

    Called again and again, as once a minute; gives how many articles were looked at. ``now`` in UTC ms.
    """
    one_at_a_time(connection)
    today = day_of(now)
    day, after = care_position(connection)
    if day != today:
        after = 0
        forget_old_refusals(connection, now)
    elif after == LAST:
        return 0
    articles = articles_after(connection, after, at_once)
    last = articles[-1].variant_id if len(articles) == at_once else LAST
    faults = [fault for article in articles for fault in faults_of(article, now)]
    write_faults(connection, after, last, faults, MOST_FAULTS, random_tag)
    put_care_position(connection, today, last)
    return len(articles)


def faults_of(article: ArticleData, now: int) -> Iterator[ProductFault]:
    """``since`` is now for each; who writes them keeps the time of those that are known."""
    found = {
        NO_PRICE: article.price is None,
        NO_TITLE: not article.title,
        SAME_BARCODE: bool(article.same_barcode),
        SAME_SKU: bool(article.same_sku),
        NO_BARCODE: not article.codes,
        NO_CATEGORY: not article.category,
        NO_WEIGHT: article.weight_grams == 0,
    }
    others = {SAME_BARCODE: article.same_barcode, SAME_SKU: article.same_sku}
    for kind, wrong in found.items():
        if wrong:
            named = others.get(kind, ())[:_OTHERS_NAMED]
            facts = json.dumps({"others": named}) if named else "{}"
            yield ProductFault(article.variant_id, kind, HOW_BAD[kind] * worth(article), facts, now)


def worth(article: ArticleData) -> int:
    """What the article's stock and what was ordered of it come to, in the major unit and two digits, so that a
    sale more changes nothing; at least 1."""
    price = _USUAL_PRICE if article.price is None else article.price
    value = (max(article.pieces, 0) + max(article.sold, 0)) * price // _MAJOR
    value = min(max(value, 1), _MOST_WORTH)
    step = int(10 ** max(len(str(value)) - 2, 0))
    return value // step * step
