"""Articles of an ERP system: new ones are made, known ones changed where the ERP system is master of their texts."""

from collections.abc import Sequence

from storedesk.connectors.erp_rows import ErpArticle, article_of
from storedesk.connectors.feed_table import FeedRow
from storedesk.connectors.record_numbers import number_from
from storedesk.connectors.values import Unreadable
from storedesk.domain.barcode import normal_barcode
from storedesk.domain.master import PRICE, TEXTS
from storedesk.domain.price_list import BASE
from storedesk.domain.records import Barcode, Price, Product, Variant
from storedesk.hub.erp.erp_intake import Came, ErpWork
from storedesk.hub.tills.articles import AMBIGUOUS
from storedesk.storage import erp_reads, till_lines

Found = dict[int, tuple[Variant, Product]]


def take_articles(work: ErpWork, rows: Sequence[FeedRow]) -> Came:
    came = Came(work)
    said: list[tuple[FeedRow, ErpArticle]] = []
    for row in rows:
        try:
            said.append((row, article_of(row, work.read)))
        except Unreadable as error:
            came.refuse(row, str(error))
    by_sku: dict[str, list[int]] = {}
    for sku, variant_id in till_lines.skus_of(work.connection, [article.sku for _, article in said]):
        by_sku.setdefault(sku, []).append(variant_id)
    known = erp_reads.variants(work.connection, [id_ for ids in by_sku.values() for id_ in ids])
    for row, article in said:
        ids = by_sku.get(article.sku, [])
        if len(ids) > 1:
            came.refuse(row, f"the SKU is {AMBIGUOUS}: several articles have it")
        elif ids and ids[0] in known:
            _change(work, came, row, article, *known[ids[0]])
        elif came.may(TEXTS, fresh=True):
            _make(work, came, article)
        else:
            came.refuse_field(TEXTS, article.sku)
    return came


def _make(work: ErpWork, came: Came, article: ErpArticle) -> None:
    style = article.style or article.sku
    product_id = number_from("product", work.mapping.source, style)
    variant_id = number_from("variant", work.mapping.source, article.sku)
    product = Product(
        product_id, style, article.name, article.brand or "", article.category or "",
        article.tax_category or "standard", 0,
    )  # fmt: skip
    came.rows.setdefault(("product", product_id), product)
    came.rows["variant", variant_id] = Variant(
        variant_id, product_id, article.sku, article.variant or "", article.colour or "", article.size or "",
        article.unit or "piece", article.grams or 0,
    )  # fmt: skip
    came.count("new articles")
    _codes_and_price(work, came, article, variant_id)


def _change(
    work: ErpWork, came: Came, row: FeedRow, article: ErpArticle, variant: Variant, product: Product
) -> None:
    if article.unit is not None and article.unit != variant.unit:
        came.refuse(row, "the unit differs from the one that stock is kept in")
        return
    new_product = product._replace(
        name=article.name, brand=_or(article.brand, product.brand), category=_or(article.category, product.category),
        tax_category=_or(article.tax_category, product.tax_category),
    )  # fmt: skip
    new_variant = variant._replace(
        name=_or(article.variant, variant.name), colour=_or(article.colour, variant.colour),
        size=_or(article.size, variant.size),
        weight_grams=variant.weight_grams if article.grams is None else article.grams,
    )  # fmt: skip
    if (new_product, new_variant) != (product, variant):
        if came.may(TEXTS):
            came.rows["product", product.id] = new_product
            came.rows["variant", variant.id] = new_variant
        else:
            came.refuse_field(TEXTS, article.sku)
    _codes_and_price(work, came, article, variant.id)


def _codes_and_price(work: ErpWork, came: Came, article: ErpArticle, variant_id: int) -> None:
    if article.barcode:
        barcode = Barcode(normal_barcode(article.barcode), variant_id, article.pack)
        came.rows["barcode", (barcode.code, variant_id)] = barcode
    if article.price is None:
        return
    if not came.may(PRICE, BASE):
        came.refuse_field(PRICE, article.sku)
        return
    values = work.mapping.values
    price = Price(
        BASE,
        variant_id,
        values.currency,
        1,
        article.valid_from,
        article.price,
        int(values.prices_include_tax),
    )
    came.rows["price", (variant_id, article.valid_from)] = price


def _or(said: str | None, before: str) -> str:
    return before if said is None else said
