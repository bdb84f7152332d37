"""Takes in products and their variants: linked, matched, made by the master of texts, or set aside unlinked."""

from collections.abc import Mapping, Sequence
from typing import Any

from storedesk.connectors.neutral import RemoteProduct, RemoteVariant
from storedesk.connectors.port import Problem
from storedesk.domain.master import TEXTS
from storedesk.domain.records import Product, Variant
from storedesk.hub.channels.article_links import find_articles
from storedesk.hub.channels.article_numbers import numbers_for
from storedesk.hub.channels.article_rows import barcode_rows, lone_key, lone_product, product_row, variant_row
from storedesk.hub.channels.intake import Intake, Taken
from storedesk.hub.channels.link_details import ProductThere, VariantThere, detail_of, there_of
from storedesk.hub.channels.shown_articles import note_articles
from storedesk.storage.channel_links import PRODUCT, STOCK, VARIANT, Link, links_of, put_links
from storedesk.storage.channel_problems import NO_MAPPING, NOT_LINKED
from storedesk.storage.channel_tell_anew import tell_articles_anew
from storedesk.storage.database_work import Connection
from storedesk.storage.hub_channels import has_followers, variants_of_products
from storedesk.storage.outside_rows import OutsideRows


def take_products(connection: Connection, intake: Intake, records: Sequence[Any]) -> Taken:
    """``records`` are RemoteProduct and RemoteVariant; of one id the last counts."""
    products = {one.external_id: one for one in records if isinstance(one, RemoteProduct)}
    variants = {one.external_id: one for one in records if isinstance(one, RemoteVariant)}
    for variant in variants.values():
        if not variant.product_id:
            lone = lone_product(variant)
            products[lone.external_id] = lone
    return _Taking(connection, intake, products, variants).take()


class _Taking:
    def __init__(
        self,
        connection: Connection,
        intake: Intake,
        products: Mapping[str, RemoteProduct],
        variants: Mapping[str, RemoteVariant],
    ) -> None:
        self._connection, self._intake = connection, intake
        self._products, self._variants = products, variants
        self._channel = intake.channel
        self._master = intake.masters.may_write(intake.channel.code, TEXTS)
        follows = has_followers(connection, intake.channel.id)
        self._out = OutsideRows(connection, intake.random_tag, follows=follows)
        self._problems: list[Problem] = []
        self._local: dict[str, int] = {}
        self._local_product: dict[str, int] = {}

    def take(self) -> Taken:
        self._find_products()
        self._find_variants()
        if self._master:
            self._write_products()
            self._write_variants()
        self._link()
        refused = note_articles(
            self._connection, self._intake, self._local, self._variants, self._products_there(), self._master
        )
        done = self._out.write()
        return Taken(done.inserted + done.changed, done.unchanged, refused, tuple(self._problems))

    def _find_products(self) -> None:
        wanted = {*self._products, *(_product_key(one) for one in self._variants.values())}
        self._product_links = links_of(self._connection, self._channel.id, PRODUCT, list(wanted))
        self._local_product = {
            external_id: int(link.local_id)
            for external_id, link in self._product_links.items()
            if link.local_id
        }
        self._left_out = self._product_links.keys() - self._local_product.keys()

    def _find_variants(self) -> None:
        """Which are linked, matched, to be made, or nobody's."""
        found = find_articles(self._connection, self._intake, self._variants)
        self._linked = found.linked
        matched = {
            external_id: match.variant_id
            for external_id, match in found.matched.items()
            if match.variant_id is not None
        }
        self._local = {id_: int(link.local_id) for id_, link in found.linked.items() if link.local_id}
        self._local.update(matched)
        self._before: dict[tuple[int | str, ...], Any] = {}
        self._read([*self._local.values()])
        for external_id, variant_id in matched.items():
            row: Variant = self._before[(variant_id,)].row
            self._adopt(_product_key(self._variants[external_id]), row.product_id)
        none = {id_: match.how for id_, match in found.matched.items() if match.variant_id is None}
        made = [id_ for id_, reason in none.items() if self._is_made(id_, reason)]
        numbers, there = numbers_for(
            self._out, "variant", self._channel.code, {id_: self._variants[id_].sku for id_ in made}
        )
        self._local.update(numbers)
        self._before.update(there)

    def _adopt(self, key: str, product_id: int) -> None:
        """The product of a matched article is the one it has here, unless that is known to be another with
        articles of its own."""
        present = self._local_product.get(key)
        if present is None or (
            present != product_id and not variants_of_products(self._connection, [present])
        ):
            self._local_product[key] = product_id

    def _is_made(self, external_id: str, reason: str) -> bool:
        """Whether the article is made here; else it is set aside."""
        record = self._variants[external_id]
        if _product_key(record) in self._left_out:
            return False
        if not self._master:
            self._problems.append(Problem(external_id, reason or NO_MAPPING))
        elif _product_key(record) not in self._products and _product_key(record) not in self._local_product:
            self._problems.append(Problem(external_id, NOT_LINKED))
        else:
            return True
        return False

    def _read(self, variant_ids: Sequence[int]) -> None:
        self._before.update(self._out.read("variant", [(one,) for one in variant_ids]))

    def _write_products(self) -> None:
        """A product is made with its first variant, or by itself where a page ends between the two."""
        made = {_product_key(self._variants[one]) for one in self._local}
        alone = self._products.keys() - {_product_key(one) for one in self._variants.values()}
        new = {
            key: one.style
            for key, one in self._products.items()
            if (key in made or key in alone) and key not in self._local_product.keys() | self._left_out
        }
        numbers, there = numbers_for(self._out, "product", self._channel.code, new)
        self._local_product.update(numbers)
        wanted = {
            self._local_product[key]: record
            for key, record in self._products.items()
            if key in self._local_product
        }
        present = [(one,) for one in wanted if (one,) not in there]
        there.update(self._out.read("product", present))
        rows = []
        for product_id, record in wanted.items():
            stored = there.get((product_id,))
            before: Product | None = None if stored is None else stored.row
            rows.append(product_row(record, product_id, before))
        self._out.put("product", there, rows)

    def _write_variants(self) -> None:
        rows, codes = [], []
        for external_id, variant_id in self._local.items():
            record, stored = self._variants[external_id], self._before.get((variant_id,))
            before: Variant | None = None if stored is None else stored.row
            product_id = self._local_product[_product_key(record)] if before is None else before.product_id
            rows.append(variant_row(record, variant_id, product_id, before))
            codes += barcode_rows(record, variant_id)
        self._out.put("variant", self._before, rows)
        there = self._out.read("barcode", {(one.code, one.variant_id) for one in codes})
        self._out.put("barcode", there, [one for one in codes if (one.code, one.variant_id) not in there])

    def _link(self) -> None:
        """Links with what pushes need; those that are as they were are not written again."""
        channel = self._channel.id
        products = [
            Link(key, str(self._local_product[key]), detail_of(ProductThere(one.title, one.listed)))
            for key, one in self._products.items()
            if key in self._local_product and key not in self._left_out
        ]
        there = self._product_links
        put_links(
            self._connection, channel, PRODUCT, [one for one in products if there.get(one.external_id) != one]
        )
        variants, stock = [], []
        for external_id, variant_id in self._local.items():
            record = self._variants[external_id]
            detail = detail_of(VariantThere(record.sku, record.stock_id, record.product_id, record.tracked))
            link = Link(external_id, str(variant_id), detail)
            if self._linked.get(external_id) != link:
                variants.append(link)
                stock.append(Link(record.stock_id or external_id, str(variant_id)))
        put_links(self._connection, channel, VARIANT, variants)
        put_links(self._connection, channel, STOCK, stock)
        if not self._intake.first:
            tell_articles_anew(
                self._connection, channel, [one.local_id for one in variants if self._is_new(one)]
            )

    def _is_new(self, link: Link) -> bool:
        """Whether the article there was none of ours before, or has its stock under another id now."""
        before = self._linked.get(link.external_id)
        if before is None or before.local_id != link.local_id:
            return True
        there = there_of(before.detail, VariantThere)
        return there.stock_id != self._variants[link.external_id].stock_id

    def _products_there(self) -> dict[str, ProductThere]:
        """What is known of each product there, by its key: from this page or from its link."""
        known = {
            key: there_of(link.detail, ProductThere)
            for key, link in self._product_links.items()
            if link.detail
        }
        known.update({key: ProductThere(one.title, one.listed) for key, one in self._products.items()})
        return known


def _product_key(record: RemoteVariant) -> str:
    return record.product_id or lone_key(record)
