"""Finds out which articles here a page's articles are: linked already, matched by a code, or none."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from storedesk.connectors.neutral import RemoteVariant
from storedesk.connectors.port import Kind
from storedesk.domain.barcode import normal_barcode
from storedesk.hub.channels.article_matching import Codes, Match, Unlinked, matched
from storedesk.hub.channels.intake import Intake
from storedesk.hub.channels.link_details import VariantThere, there_of
from storedesk.storage import channel_codes
from storedesk.storage.channel_codes import BARCODE, SKU, RemoteCode
from storedesk.storage.channel_links import STOCK, VARIANT, Link, drop_links, links_of, links_to
from storedesk.storage.channel_problems import NO_MAPPING, SetAside, note_problems
from storedesk.storage.channel_shown import forget_shown
from storedesk.storage.database_work import Connection


class Found(NamedTuple):
    """``linked`` are the links there were, ``matched`` what a code says of the others, by external id."""

    linked: Mapping[str, Link]
    matched: Mapping[str, Match]


def find_articles(connection: Connection, intake: Intake, variants: Mapping[str, RemoteVariant]) -> Found:
    linked = links_of(connection, intake.channel.id, VARIANT, list(variants))
    new = [unlinked_of(one) for external_id, one in variants.items() if external_id not in linked]
    if not new:
        return Found(linked, {})
    return Found(linked, _Matching(connection, intake, new).match())


def unlinked_of(record: RemoteVariant) -> Unlinked:
    codes = dict.fromkeys(normal_barcode(code) for code in record.barcodes if code)
    return Unlinked(record.external_id, record.sku, tuple(codes))


class _Matching:
    def __init__(self, connection: Connection, intake: Intake, new: Sequence[Unlinked]) -> None:
        self._connection, self._channel, self._intake = connection, intake.channel.id, intake
        self._new = new

    def match(self) -> dict[str, Match]:
        barcodes_here, skus_here = self._here(self._new)
        if not barcodes_here and not skus_here:
            return {one.external_id: Match(None, NO_MAPPING) for one in self._new}
        articles = {one.external_id: one for one in self._new}
        loose: set[str] = set()
        if self._intake.first:
            others, loose = self._decided_again(_all(barcodes_here, skus_here))
            articles = {one.external_id: one for one in others} | articles
            barcodes_here, skus_here = self._here(articles.values())
        codes = Codes(barcodes_here, skus_here, *self._there(articles))
        taken = self._taken(_all(barcodes_here, skus_here), loose)
        found = matched(articles.values(), codes, taken)
        self._keep(articles, found, loose)
        return {one.external_id: found[one.external_id] for one in self._new}

    def _here(self, articles: Iterable[Unlinked]) -> tuple[dict[str, set[int]], dict[str, set[int]]]:
        """Who here has these articles' barcodes, and who their SKUs."""
        barcodes, skus = _codes(articles)
        return (
            channel_codes.variants_with_barcodes(self._connection, barcodes),
            channel_codes.variants_with_skus(self._connection, skus),
        )

    def _decided_again(self, here: set[int]) -> tuple[list[Unlinked], set[str]]:
        """During the first load: articles of earlier pages that have one of these codes, or one of the articles
        here; and which of them are linked only because nothing spoke against it yet."""
        links = links_to(self._connection, self._channel, VARIANT, [str(id_) for id_ in here])
        barcodes, skus = _codes(self._new)
        holders = channel_codes.holders_of(self._connection, self._channel, [*barcodes, *skus])
        ids = {link.external_id for found in links.values() for link in found}
        ids = (ids | {holder.external_id for holder in holders}) - {one.external_id for one in self._new}
        by_id: dict[str, list[RemoteCode]] = {}
        for code in channel_codes.codes_of(self._connection, self._channel, list(ids)):
            by_id.setdefault(code.external_id, []).append(code)
        others = [
            Unlinked(
                external_id,
                next((code.code for code in found if code.kind == SKU), ""),
                tuple(code.code for code in found if code.kind == BARCODE),
            )
            for external_id, found in by_id.items()
        ]
        return others, {id_ for id_, found in by_id.items() if any(code.used for code in found)}

    def _there(self, articles: Mapping[str, Unlinked]) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
        """Who there has these barcodes and SKUs, on this page or an earlier one."""
        barcodes: dict[str, set[str]] = {}
        skus: dict[str, set[str]] = {}
        for one in articles.values():
            skus.setdefault(one.sku, set()).add(one.external_id)
            for code in one.barcodes:
                barcodes.setdefault(code, set()).add(one.external_id)
        held = channel_codes.holders_of(self._connection, self._channel, [*barcodes, *skus])
        for holder in held:
            if holder.external_id not in articles:
                side = skus if holder.kind == SKU else barcodes
                side.setdefault(holder.code, set()).add(holder.external_id)
        return barcodes, skus

    def _taken(self, here: set[int], loose: set[str]) -> set[int]:
        """Articles here that are linked for good."""
        links = links_to(self._connection, self._channel, VARIANT, [str(id_) for id_ in here])
        return {
            int(local) for local, found in links.items() if any(one.external_id not in loose for one in found)
        }

    def _keep(self, articles: Mapping[str, Unlinked], found: Mapping[str, Match], loose: set[str]) -> None:
        """Remembers the codes and what they were used for, and takes back links that a code no longer carries."""
        linked = {one.external_id for one in self._new} | self._take_back([*loose & set(found)], found)
        rows = []
        for external_id, one in articles.items():
            match = found[external_id]
            how = match.how if match.variant_id is not None and external_id in linked else ""
            if one.sku:
                rows.append(RemoteCode(external_id, SKU, one.sku, int(how == SKU)))
            rows += [RemoteCode(external_id, BARCODE, code, int(how == BARCODE)) for code in one.barcodes]
        channel_codes.put_codes(self._connection, self._channel, list(articles), rows)

    def _take_back(self, loose: Sequence[str], found: Mapping[str, Match]) -> set[str]:
        """Those that keep their link."""
        links = links_of(self._connection, self._channel, VARIANT, loose)
        wrong = {
            external_id: link
            for external_id, link in links.items()
            if link.local_id and found[external_id].variant_id != int(link.local_id)
        }
        if wrong:
            self._unlink(wrong, found)
        return set(links) - set(wrong)

    def _unlink(self, wrong: Mapping[str, Link], found: Mapping[str, Match]) -> None:
        drop_links(self._connection, self._channel, VARIANT, list(wrong))
        locals_ = [link.local_id for link in wrong.values()]
        stock = links_to(self._connection, self._channel, STOCK, locals_)
        drop_links(
            self._connection, self._channel, STOCK, [link.external_id for of in stock.values() for link in of]
        )
        forget_shown(self._connection, self._channel, [int(local) for local in locals_])
        aside = [
            SetAside(external_id, _product_of(link) or external_id, found[external_id].how)
            for external_id, link in wrong.items()
        ]
        note_problems(self._connection, self._channel, Kind.PRODUCTS, aside, self._intake.now)


def _all(*by_code: Mapping[str, set[int]]) -> set[int]:
    return set[int]().union(*(found for one in by_code for found in one.values()))


def _codes(articles: Iterable[Unlinked]) -> tuple[list[str], list[str]]:
    """Their barcodes and their SKUs."""
    held = list(articles)
    barcodes = dict.fromkeys(code for one in held for code in one.barcodes)
    return list(barcodes), list(dict.fromkeys(one.sku for one in held if one.sku))


def _product_of(link: Link) -> str:
    return there_of(link.detail, VariantThere).product_id
