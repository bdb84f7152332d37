"""Corner Market itself, in memory: lists with growing numbers, keys that count once, mails that repeat, signed hooks."""

import hmac
import json
import re
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

import httpx

Row = dict[str, Any]
KEY, SECRET, ADDRESS = "corner-key", "corner-secret", "https://corner.example"
RIGHTS = frozenset({"products.read", "stock.write", "prices.write", "orders.read", "orders.write"})
NEEDS = {
    "products": "products.read", "places": "products.read", "prices": "products.read", "levels": "products.read",
    "orders": "orders.read",
}  # fmt: skip
PAGE = 20


class No(Exception):
    """An answer that is not 200."""

    def __init__(self, status: int, error: str, **more: object) -> None:
        super().__init__(error)
        self.status, self.said = status, {"error": error, **more}


class Market:
    """``rows`` are kept by kind and name; ``mails`` counts what customers were written, ``handed`` pieces that left.
    ``asked`` is every request; ``busy`` answers that many with 429."""

    def __init__(self, now: Callable[[], int]) -> None:
        self.now, self.rights, self.busy = now, set(RIGHTS), 0
        self.rows: dict[str, dict[str, Row]] = {kind: {} for kind in NEEDS}
        self.gone: dict[str, set[str]] = {kind: set() for kind in NEEDS}
        self.told: dict[str, str] = {}
        self.mails: Counter[str] = Counter()
        self.ready_mails: Counter[str] = Counter()
        self.handed: Counter[str] = Counter()
        self.asked: Counter[str] = Counter()
        self.hooks: list[tuple[dict[str, str], bytes]] = []
        self._number = 0

    def transport(self) -> httpx.AsyncBaseTransport:
        return httpx.MockTransport(self._handle)

    def put(self, kind: str, name: str, /, **values: Any) -> Row:
        """A new row, or new values of one; it gets the next number and is signalled."""
        self._number += 1
        row = self.rows[kind].setdefault(name, {"id": name.partition("@")[0]})
        row |= {**values, "turn": self._number, "at": self.now()}
        body = json.dumps({"about": kind, "id": row["id"]}).encode()
        self.hooks.append((signed(body, f"d{self._number}"), body))
        return row

    def drop(self, kind: str, name: str) -> None:
        del self.rows[kind][name]
        self.gone[kind].add(name)

    def add_place(self, code: str, name: str) -> None:
        where = {"street": "", "postcode": "", "city": name, "country": "SE"}
        self.put("places", code, name=name, pickup=True, open=True, **where)

    def add_product(self, sku: str, barcode: str, amount: str = "100.00") -> None:
        texts = {"style": sku, "title": f"Article {sku}", "brand": "", "category": ""}
        variant = {
            "id": f"a-{sku}", "product": f"p-{sku}", "stock": "", "sku": sku, "name": f"Article {sku}",
            "colour": "", "size": "", "barcodes": [barcode],
        }  # fmt: skip
        self.put("products", f"p-{sku}", listed=True, variants=[variant], **texts)
        self.put("prices", f"a-{sku}", list="", currency="SEK", amount=amount, **{"from": 1})
        for place in self.rows["places"]:
            self.set_free(sku, place, 0)

    def set_free(self, sku: str, place: str, free: int) -> None:
        self.put("levels", f"a-{sku}@{place}", place=place, on_hand=None, free=free)

    def free(self, sku: str, place: str) -> int:
        return int(self.rows["levels"][f"a-{sku}@{place}"]["free"])

    def buy(self, sku: str, place: str, quantity: int, paid: str = "paid") -> str:
        """The order's id; the market takes what was bought off what is free at once."""
        name = f"o{len(self.rows['orders']) + 1}"
        amount = f"{100 * quantity}.00"
        line = {
            "id": "l1", "article": f"a-{sku}", "sku": sku, "name": f"Article {sku}", "ordered": quantity,
            "cancelled": 0, "returned": 0, "price": "100.00", "amount": amount, "tax": "25",
        }  # fmt: skip
        self.put(
            "orders", name, number=f"CM-{name}", placed=self.now(), country="SE", currency="SEK", total=amount,
            due="0.00", state="open", payment=paid, method="card", store=place, lines=[line],
            buyer={"name": "Maria Nilsson", "phone": "", "email": "maria@example.se", "language": "sv"},
        )  # fmt: skip
        self.set_free(sku, place, self.free(sku, place) - quantity)
        return name

    def cancel(self, name: str) -> None:
        order = self.rows["orders"][name]
        (line,) = order["lines"]
        self.put("orders", name, state="cancelled", lines=[line | {"cancelled": line["ordered"]}])
        self.set_free(line["sku"], order["store"], self.free(line["sku"], order["store"]) + line["ordered"])

    def _handle(self, request: httpx.Request) -> httpx.Response:
        self.asked[f"{request.method} {request.url.path}"] += 1
        if self.busy:
            self.busy -= 1
            return httpx.Response(429, headers={"retry-after": "2"})
        try:
            if request.headers.get("x-key") != KEY:
                raise No(401, "key")
            parts = request.url.path.strip("/").split("/")
            body = json.loads(request.content or b"{}")
            return httpx.Response(200, json=self._answer(request.method, parts, body, request.url.params))
        except No as no:
            return httpx.Response(no.status, json=no.said)

    def _answer(self, method: str, parts: list[str], body: Row, asked: Mapping[str, str]) -> Row:
        match method, parts:
            case "GET", ["shop"]:
                return {
                    "id": "cm-1",
                    "name": "Corner Market",
                    "currency": "SEK",
                    "rights": sorted(self.rights),
                }
            case "GET", ["told", key]:
                return {"done": key in self.told}
            case "GET", [kind] if kind in NEEDS:
                return self._list(kind, int(asked["after"]))
            case "POST", [kind, "some"] if kind in NEEDS:
                return self._some(kind, body["ids"])
            case "PUT", ["levels", article, place]:
                return self._once(body["key"], "stock.write", lambda: self._level(f"{article}@{place}", body))
            case "PUT", ["prices", article]:
                return self._once(body["key"], "prices.write", lambda: self._price(article, body))
            case "POST", ["orders", name, what]:
                self._may("orders.write")
                self._event(name, what, body)
                self.told[body["key"]] = what
                return {}
        raise No(404, "no_such")

    def _may(self, right: str) -> None:
        if right not in self.rights:
            raise No(403, right)

    def _once(self, key: str, right: str, work: Callable[[], None]) -> Row:
        """A key that was done before does nothing again."""
        self._may(right)
        if key not in self.told:
            work()
            self.told[key] = right
        return {}

    def _list(self, kind: str, after: int) -> Row:
        self._may(NEEDS[kind])
        found = sorted(
            (one for one in self.rows[kind].values() if one["turn"] > after), key=lambda one: one["turn"]
        )
        part = found[:PAGE]
        return {
            "rows": part, "next": part[-1]["turn"] if part else after, "more": len(found) > PAGE,
            "total": len(found), "gone": sorted(self.gone[kind]),
        }  # fmt: skip

    def _some(self, kind: str, ids: list[str]) -> Row:
        """Products also by the ids of their articles."""
        self._may(NEEDS[kind])
        rows = [row for row in self.rows[kind].values() if _names(row) & set(ids)]
        there = set[str]().union(*map(_names, rows))
        return {"rows": rows, "total": len(rows), "gone": [one for one in ids if one not in there]}

    def _level(self, name: str, body: Row) -> None:
        if name not in self.rows["levels"]:
            raise No(404, "no_such")
        free = self.rows["levels"][name]["free"]
        if body["seen"] is not None and body["seen"] != free:
            raise No(409, "stale", found=free)
        self.put("levels", name, free=body["free"])

    def _price(self, article: str, body: Row) -> None:
        if article not in self.rows["prices"] or not re.fullmatch(r"\d+(\.\d{1,2})?", body["amount"]):
            raise No(404, "no_such")
        self.put("prices", article, amount=body["amount"])

    def _event(self, name: str, what: str, body: Row) -> None:
        """Does it every time it is told. A customer is written at every "ready", and at "gone" if never before."""
        order = self.rows["orders"].get(name)
        if order is None:
            raise No(404, "no_such")
        if order["state"] == "cancelled":
            raise No(409, "over")
        pieces = sum(quantity for _, quantity in body["lines"])
        if what == "ready":
            self.mails[name] += not body["quiet"]
            self.ready_mails[name] += not body["quiet"]
        elif what == "gone":
            self.handed[name] += pieces
            self.mails[name] += not body["quiet"] and not self.mails[name]
            if self.handed[name] > sum(line["ordered"] for line in order["lines"]):
                raise No(422, "too_many")
        else:
            self.cancel(name)


def _names(row: Row) -> set[str]:
    return {row["id"], *(one["id"] for one in row.get("variants", ()))}


def signed(body: bytes, name: str, secret: str = SECRET) -> dict[str, str]:
    """The headers of a webhook."""
    return {"x-proof": hmac.digest(secret.encode(), body, "sha256").hex(), "x-id": name}
