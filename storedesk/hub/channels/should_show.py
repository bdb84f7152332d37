"""What a channel should show of a range of articles, beside what it shows; read in one transaction, writing nothing."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from storedesk.domain.differences import CONTRACT_PRICE, LISTED, PRICE, PROMISE, STOCK, TITLE, Beside
from storedesk.domain.master import Masters
from storedesk.domain.price_list import CONTRACT, PriceList, PriceRow, listed_price
from storedesk.domain.quantity import PIECE, UNITS
from storedesk.domain.records import Channel, Company
from storedesk.domain.records import PriceList as ListRow
from storedesk.hub.channels.push_entities import entity_of
from storedesk.storage import difference_reads as reads
from storedesk.storage.channel_shown import Shown
from storedesk.storage.channel_stock_reads import may_show
from storedesk.storage.database_work import Connection
from storedesk.storage.difference_reads import Article

COMPANIES_A_DAY = 20
_CURRENCY = 3
SHARE_A_DAY = 10
"""Of the articles, every so-many-th is compared for the day's companies; each day another part."""


class Rules(NamedTuple):
    """What holds for a whole pass: the channel's own list and currency (``""`` where none is known), its promised
    days, the lists by code, the companies with contract prices there and those whose turn is ``today``, and who is
    master of what."""

    own_list: str
    currency: str
    promise: str
    lists: Mapping[str, PriceList]
    companies: tuple[Company, ...]
    today: frozenset[int]
    masters: Masters
    day: str


class Found(NamedTuple):
    """One figure beside another, of an article; ``price`` is what one unit costs in the channel's own list,
    ``currency`` that of a price and ``entity`` what messages about it are filed under."""

    article: Article
    about: str
    beside: Beside
    price: int
    currency: str
    entity: str


def rules_of(
    connection: Connection, channel: Channel, settings: str, masters: Masters, day: str, currency: str
) -> Rules:
    """``settings`` are those of the channel's line (JSON): ``price_list``, ``currency`` and ``promise_days`` count
    here; ``currency`` is the chain's, used where neither they nor the list name one."""
    chosen = _settings(settings)
    heads = {row.code: _head(row) for row in reads.price_lists(connection)}
    own = chosen.get("price_list") or _usual_list(heads)
    own_currency = chosen.get("currency") or (heads[own].currency if own in heads else "") or currency
    companies = tuple(reads.linked_companies(connection, channel.id))
    today = sorted((one.id for one in companies), key=lambda one: _turn(day, str(one)))[:COMPANIES_A_DAY]
    promise = chosen.get("promise_days", "")
    return Rules(own, own_currency, promise, heads, companies, frozenset(today), masters, day)


def _settings(text: str) -> dict[str, str]:
    try:
        found = json.loads(text or "{}")
    except ValueError:
        return {}
    return {str(name): str(value) for name, value in found.items()} if isinstance(found, dict) else {}


def _head(row: ListRow) -> PriceList:
    return PriceList(
        row.code, row.name, row.kind, row.currency, row.valid_from, row.valid_until, row.priority, row.parent,
        row.rate_off, bool(row.with_promotions),
    )  # fmt: skip


def _usual_list(heads: Mapping[str, PriceList]) -> str:
    base = [head for head in heads.values() if head.kind == "base"]
    return max(base, key=lambda head: (head.priority, head.code)).code if base else "base"


def _turn(day: str, name: str) -> int:
    return int.from_bytes(hashlib.sha256(f"{day} {name}".encode()).digest()[:4], "big")


class Range:
    """Articles above ``after`` up to ``upto`` as one transaction finds them; used within it."""

    def __init__(
        self, connection: Connection, channel: Channel, rules: Rules, after: int, upto: int, now: int
    ) -> None:
        self._by_list: dict[str, list[Company]] = {}
        for company in rules.companies:
            self._by_list.setdefault(company.price_list, []).append(company)
        self._again = reads.contracts_that_differ(connection, channel.id, after, upto)
        self._channel, self._rules = channel, rules
        self._shown = reads.shown_between(connection, channel.id, after, upto)
        articles = reads.articles_between(connection, after, upto)
        self._articles = {one.variant_id: one for one in articles}
        ids = sorted({one.variant_id for one in self._shown} & self._articles.keys())
        self._variants, self._products = reads.linked_articles(connection, channel.id, articles)
        self._leaves_out = reads.leaves_some_out(connection, channel.id)
        self._stock = may_show(connection, channel, ids, now) if ids else {}
        self.compared = 0
        self._connection = connection
        self._changed: dict[tuple[int, int], int] | None = None
        self._prices = reads.prices_of(connection, ids) if ids else {}
        self._now = now

    def differing(self) -> list[Found]:
        """Figures that are not the same on both sides; ``compared`` counts all."""
        lists: dict[tuple[int, str], Shown] = {}
        found = []
        for shown in self._shown:
            article = self._articles.get(shown.variant_id)
            if article is None:
                continue
            if shown.field == PRICE and shown.about in self._by_list:
                lists[shown.variant_id, shown.about] = shown
            ours = self._ours(shown, article)
            if ours is None:
                continue
            self.compared += 1
            if ours != shown.value:
                found.append(self._found(article, shown, ours, shown.field, shown.about))
        found += self._contracts(lists)
        found += self._unlinked()
        return found

    def _found(self, article: Article, shown: Shown, ours: str, field: str, about: str) -> Found:
        ours_at = self._moved(article.variant_id, int(about)) if field == STOCK else None
        linked = article.variant_id in self._variants
        beside = Beside(
            field, ours, shown.value, ours_at, shown.read_at, shown.changed_at, shown.pushed, shown.pushed_at,
            None, linked,
        )  # fmt: skip
        code, currency = self._list_of(about) if field == PRICE else ("", self._rules.currency)
        entity = entity_of(field, article, about, code, currency)
        return Found(article, about, beside, self._price(article), currency, entity)

    def _moved(self, variant_id: int, place_id: int) -> int | None:
        """When what is sellable there last changed; read once, for the first figure that differs."""
        if self._changed is None:
            ids = [one.variant_id for one in self._shown]
            self._changed = reads.levels_changed(self._connection, sorted(set(ids)))
        return self._changed.get((variant_id, place_id))

    def _ours(self, shown: Shown, article: Article) -> str | None:
        """None where the channel itself is master, or nothing is known here to hold against it."""
        masters, code = self._rules.masters, self._channel.code
        if shown.field == STOCK:
            return self._pieces(shown)
        if shown.field == PRICE:
            return None if masters.may_write(code, "price", self._kind(shown.about)) else self._amount(shown)
        if shown.field == TITLE:
            return None if masters.may_write(code, "texts") else article.title
        if shown.field == LISTED:
            return None if masters.may_write(code, "listed") else (shown.pushed or "1")
        return self._rules.promise or None if shown.field == PROMISE else None

    def _pieces(self, shown: Shown) -> str | None:
        if not shown.about.isdecimal():
            return None
        found = self._stock.get((shown.variant_id, int(shown.about)))
        return "0" if found is None else str(found.available)

    def _kind(self, about: str) -> str:
        head = self._rules.lists.get(self._list_of(about)[0])
        return head.kind if head else "base"

    def _list_of(self, about: str) -> tuple[str, str]:
        """List and currency of a price there: its own list's in another currency is about that currency."""
        rules = self._rules
        if len(about) == _CURRENCY and about.isupper() and about not in rules.lists:
            return rules.own_list, about
        head = rules.lists.get(about)
        return about or rules.own_list, (head.currency if head else "") or rules.currency

    def _amount(self, shown: Shown) -> str | None:
        if self._kind(shown.about) == CONTRACT:
            return None
        amount = self._listed(shown.variant_id, *self._list_of(shown.about))
        return None if amount is None else str(amount)

    def _listed(self, variant_id: int, code: str, currency: str) -> int | None:
        rows: Sequence[PriceRow] = self._prices.get(variant_id, ())
        unit = UNITS.get(self._articles[variant_id].unit, PIECE)
        found = listed_price(self._rules.lists, rows, code, currency, unit.step, self._rules.day)
        if found is not None:
            return found.amount
        plain = [
            row
            for row in rows
            if row.list_code == code and row.currency == currency and row.valid_from <= self._rules.day
        ]
        return max(plain, key=lambda row: (-row.from_quantity, row.valid_from)).amount if plain else None

    def _price(self, article: Article) -> int:
        return self._listed(article.variant_id, self._rules.own_list, self._rules.currency) or 0

    def _contracts(self, lists: Mapping[tuple[int, str], Shown]) -> Iterator[Found]:
        """Today's companies: what each would be asked there beside what was agreed; what differed is looked at
        every time."""
        for (variant_id, code), shown in lists.items():
            its_turn = not _turn(self._rules.day, str(variant_id)) % SHARE_A_DAY
            for company in self._by_list.get(code, ()):
                known = (variant_id, str(company.id)) in self._again
                if not known and not (its_turn and company.id in self._rules.today):
                    continue
                ours = self._listed(variant_id, code, company.currency)
                if ours is None:
                    continue
                self.compared += 1
                if str(ours) != shown.value:
                    article, about = self._articles[variant_id], str(company.id)
                    found = self._found(article, shown, str(ours), CONTRACT_PRICE, about)
                    yield found._replace(currency=company.currency)

    def _unlinked(self) -> Iterator[Found]:
        """Variants of products that the channel has, which nobody linked to anything there."""
        if self._leaves_out:
            return
        seen = {one.variant_id for one in self._shown}
        for article in self._articles.values():
            known = article.product_id in self._products
            if known and article.variant_id not in self._variants and article.variant_id not in seen:
                self.compared += 1
                beside = Beside(LISTED, "1", "0", None, self._now, self._now, None, None, None, False)
                yield Found(article, "", beside, 0, self._rules.currency, "")
