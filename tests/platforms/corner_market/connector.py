"""Corner Market: a list for each kind of record with growing numbers, and a note of everything it was told."""

import hmac
import json
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from functools import partial
from typing import Any, TypeVar
from urllib.parse import quote

import msgspec

from storedesk.connectors import neutral, port, pushes
from storedesk.connectors.calls import Calls
from storedesk.connectors.decimal_number import plain_decimal, scaled_number
from storedesk.connectors.port import Capability, Kind, Page
from storedesk.connectors.pushes import DONE, NOT_DONE, REFUSED, UNKNOWN, Outcome, Push
from storedesk.connectors.trouble import Stopped, Unreachable
from storedesk.connectors.values import Unreadable
from storedesk.domain import payment
from storedesk.domain.plain_text import clean_text

T = TypeVar("T")
Row = Mapping[str, Any]
FIELDS = ("address", "key", "webhook_secret")
RIGHTS = (
    ("products.read", "products", port.NEEDED, None, "Articles and places cannot be linked."),
    ("stock.write", "stock", port.NEEDED, Capability.STOCK, "Stock figures are not told."),
    ("prices.write", "products", port.CAN_WAIT, Capability.PRICES, "Prices are not told."),
    ("orders.read", "orders", port.NEEDED, Capability.ORDERS, "Orders do not come in."),
    ("orders.write", "handouts", port.CAN_WAIT, Capability.PICKUP, "Ready and gone are not told."),
    ("webhook_secret", "signals", port.CAN_WAIT, Capability.WEBHOOKS, "News comes late."),
)
ALL = frozenset(one for _, _, _, one, _ in RIGHTS if one)
STOPS = {401: "signed_out", 403: "right_missing"}
WORDS = {"no_such": "not_linked", "over": "over", "too_many": "too_many", "unpaid": "not_paid"}
STATES = {"open": neutral.OPEN, "cancelled": neutral.CANCELLED, "done": neutral.COMPLETED}
money = partial(scaled_number, mark=".", places=4)
PAYMENTS = {"paid": payment.CAPTURED, "reserved": payment.AUTHORISED, "due": payment.UNPAID}


class Refused(Stopped):
    """A plain no. Of a push it is an outcome; of anything else the line cannot go on."""

    def __init__(self, status: int, no: Row) -> None:
        self.error, self.found = str(no.get("error", status))[:80], no.get("found")
        super().__init__(STOPS.get(status, "not_supported"), self.error)


class CornerMarket:
    """``capabilities`` are all until ``check`` has seen what the key may do."""

    def __init__(self, settings: Mapping[str, str], surroundings: port.Surroundings) -> None:
        self.capabilities = ALL
        self._calls = Calls(settings["address"], surroundings)
        self._headers = {"x-key": settings["key"], "content-type": "application/json"}
        self._secret = settings.get("webhook_secret", "").encode()

    async def _ask(self, method: str, target: str, body: Row | None = None) -> Row:
        reply = await self._calls.send(method, target, self._headers, json.dumps(body or {}).encode())
        if reply.status >= 500 or not reply.body.startswith(b"{"):
            raise Unreachable("no_reply", maybe_done=True)
        said: Row = json.loads(reply.body)
        if reply.status != 200:
            raise Refused(reply.status, said)
        return said

    async def check(self) -> port.Checked:
        shop = await self._ask("GET", "/shop")
        held = {*shop["rights"], *(["webhook_secret"] if self._secret else [])}
        findings = [port.Finding("signed_in", port.OK, shop["name"])]
        for right, name, state, _, effect in RIGHTS:
            missing = (state, right, effect, "Corner Market, Settings, Keys")
            findings.append(port.Finding(name, *(missing if right not in held else (port.OK, right, "", ""))))
        self.capabilities = ALL - {one for right, _, _, one, _ in RIGHTS if right not in held}
        return port.Checked(shop["id"], shop["currency"], tuple(findings), self.capabilities)

    async def changes(self, kind: Kind, cursor: str) -> AsyncIterator[Page]:
        more = kind in MAPPINGS
        while more:
            found = await self._ask("GET", f"/{kind}?after={cursor or 0}")
            cursor, more = str(found["next"]), found["more"] is True
            yield page_of(kind, found, cursor)

    load = changes

    async def reread(self, kind: Kind, external_ids: Sequence[str]) -> Page:
        return page_of(kind, await self._ask("POST", f"/{kind}/some", {"ids": list(external_ids)}), "")

    async def push(self, pushes: Sequence[Push]) -> list[Outcome]:
        """A line that fails is raised at the first only; what stands behind it waits for another turn."""
        outcomes: list[Outcome] = []
        for one in pushes:
            try:
                outcomes.append(await self._push(one))
            except (Unreachable, Stopped) as trouble:
                if isinstance(trouble, Unreachable) and trouble.maybe_done:
                    outcomes.append(Outcome(UNKNOWN, "no_reply"))
                elif not outcomes:
                    raise
                return outcomes + [Outcome(NOT_DONE, "busy")] * (len(pushes) - len(outcomes))
        return outcomes

    async def _push(self, push: Push) -> Outcome:
        method, target, body = told_as(push.ask)
        if not method:
            return Outcome(REFUSED, "not_supported")
        if method == "POST" and (await self.look_up(push)).state == DONE:
            return Outcome(DONE)
        try:
            await self._ask(method, target, {"key": push.key, **body})
        except Refused as no:
            if no.why != "not_supported":
                raise
            if no.error == "stale":
                return Outcome(NOT_DONE, "stale", found=no.found)
            return Outcome(REFUSED, WORDS.get(no.error, "refused"), no.error)
        return Outcome(DONE)

    async def look_up(self, push: Push) -> Outcome:
        told = await self._ask("GET", f"/told/{push.key}")
        return Outcome(DONE if told["done"] is True else NOT_DONE)

    def hint(self, delivery: port.Delivery) -> list[port.Hint]:
        proof = hmac.digest(self._secret, delivery.body, "sha256").hex().encode()
        if not self._secret or not hmac.compare_digest(proof, delivery.headers.get("x-proof", "").encode()):
            raise port.NotGenuine
        said = json.loads(delivery.body)
        kinds = [kind for kind in MAPPINGS if kind == said["about"]]
        return [port.Hint(delivery.headers["x-id"], kind, kind, str(said["id"])) for kind in kinds]

    async def close(self) -> None:
        await self._calls.close()


def told_as(ask: pushes.Ask) -> tuple[str, str, Row]:
    """Method, target and body: a figure is put and may be put again, an event is posted once. Empty: cannot be told."""
    if isinstance(ask, pushes.StockPush):
        target = f"/levels/{quote(ask.stock_id, '')}/{quote(ask.place_id, '')}"
        return "PUT", target, {"free": ask.available, "seen": ask.last_seen}
    if isinstance(ask, pushes.PricePush) and not ask.list_code:
        price = {"amount": plain_decimal(ask.amount, 4), "currency": ask.currency, "from": ask.from_quantity}
        return "PUT", f"/prices/{quote(ask.variant_id, '')}", price
    if isinstance(ask, pushes.PartReady | pushes.PartGone | pushes.CancelAsk):
        told = {"lines": ask.lines, "quiet": getattr(ask, "told_by_us", True)}
        return "POST", f"/orders/{quote(ask.order_id, '')}/{pushes.KIND_OF[type(ask)]}", told
    return "", "", {}


def page_of(kind: Kind, found: Row, cursor: str) -> Page:
    """Pure. A row that cannot be understood is set aside; its neighbours count."""
    records, problems = list[neutral.Remote](), list[port.Problem]()
    for row in found["rows"]:
        try:
            records += MAPPINGS[kind](row)
        except (msgspec.ValidationError, Unreadable, KeyError, TypeError) as error:
            problems.append(port.Problem(row["id"], f"{type(error).__name__}: {error}"))
    return Page(tuple(records), cursor, found["total"], tuple(found["gone"]), tuple(problems))


def fields(row: Row, names: str) -> list[object]:
    return [clean_text(row[name], 200) if isinstance(row[name], str) else row[name] for name in names.split()]


def made(form: type[T], row: Row, names: str, *more: object) -> T:
    """The named fields, then ``more``; raises msgspec.ValidationError for a value of another type."""
    return msgspec.convert([*fields(row, names), *more], form)


def product(row: Row) -> list[neutral.Remote]:
    head = made(neutral.RemoteProduct, row, "id style title brand category listed at")
    texts, ends = "id product stock sku name colour size barcodes", (head.listed, True, 0, head.changed_at)
    return [head, *(made(neutral.RemoteVariant, one, texts, *ends) for one in row["variants"])]


def order(row: Row) -> list[neutral.Remote]:
    paid, total = PAYMENTS.get(row["payment"], row["payment"]), money(row["total"])
    state = [total, STATES[row["state"]], paid, None, money(row["due"])]
    people = ["", "", "", fields(row["buyer"], "name phone email language"), None, None, None]
    payments = [[row["id"], "payment", row["method"], paid, total, row["placed"]]]
    rest = [*state, *people, neutral.COLLECTED, row["store"], "", "", list(map(line, row["lines"])), payments]
    return [made(neutral.RemoteOrder, row, "id number placed country currency", *rest, [], row["at"])]


def line(row: Row) -> list[object]:
    figures = [money(row[name]) for name in ("price", "amount", "tax")]
    return [row["id"], "goods", *fields(row, "article sku name ordered cancelled returned"), *figures]


MAPPINGS: Mapping[Kind, Callable[[Row], list[neutral.Remote]]] = {
    Kind.PLACES: lambda row: [made(neutral.RemotePlace, row, "id name street postcode city country pickup open")],
    Kind.PRODUCTS: product,
    Kind.PRICES: lambda row: [made(neutral.RemotePrice, row, "id list currency from", money(row["amount"]), True)],
    Kind.LEVELS: lambda row: [made(neutral.RemoteLevel, row, "id place on_hand free at")],
    Kind.ORDERS: order,
}  # fmt: skip
PLATFORM = port.Platform(
    "corner", "Corner Market", tuple(port.Field(name, name != "address", name != "webhook_secret") for name in FIELDS),
    CornerMarket, {"ready": "platform", "gone": "platform"}, dict.fromkeys(MAPPINGS, 300.0) | {Kind.ORDERS: 60.0},
)  # fmt: skip
