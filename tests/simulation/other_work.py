"""What staff of a simulated desk do beside pickups: stock, quotes, customers, the day; sometimes nonsense."""

import random
from collections.abc import Callable
from typing import Any

import msgspec

from storedesk.actions.action import Refusal
from storedesk.actions.order_marks import mark_of
from storedesk.actions.quote_args import QuoteHeadArgs
from storedesk.actions.quote_pricing import LineEdit, line_args, price_quote
from storedesk.domain.codes import SignedPickupCode, qr_text
from storedesk.domain.currency import UNIT
from storedesk.domain.document_number import document_number
from storedesk.domain.ids import derived_id
from storedesk.domain.records import Fulfilment, Order, Quote
from tests.actions.quote_shop import ANNA, HEAD, TOMAS
from tests.memory_state import MemoryState
from tests.simulation import mishap
from tests.simulation.intent import STAFF, Args, Intent, Tables
from tests.simulation.template import ALVA_L
from tests.small_shop import ALVA, MAJA, RASK, TERMOS, fulfilment_id

ARTICLES = (ALVA, RASK, TERMOS)
MINUTE = 60_000
DAY = "2026-11-23"
TYPED = ("", "", "", "seen", "811218-9876")
REASONS = ("missing", "found", "damaged", "display", "display_back", "stolen", "own_use", "written_off")
EDITS = (
    LineEdit("goods", ALVA, 1), LineEdit("goods", RASK, 2), LineEdit("goods", RASK, 2, 140_000),
    LineEdit("own", None, 1, 0, 65 * UNIT, "Logo embroidery"),
)  # fmt: skip


class OtherWork:
    """Chooses from what one desk shows at ``now``."""

    def __init__(self, rng: random.Random, tables: Tables, place_id: int, now: int) -> None:
        self._rng, self._tables, self._place, self._now = rng, tables, place_id, now
        stores = sorted(key[0] for key, row in tables["place"].items() if row.kind == "store")
        self._away = rng.choice([store for store in stores if store != place_id])
        self._code = tables["place"][place_id,].code

    def next_intent(self) -> Intent | None:
        areas: tuple[Callable[[], Intent | None], ...] = (
            self._shelf, self._hold, self._hold, self._hold, self._transfer, self._quote, self._quote, self._quote,
            self._customer, self._customer, self._customer, self._day, self._rare, self._rare, self._rare, self._company,
            self._from_label,
        )  # fmt: skip
        return self._mishap() if self._rng.random() < 0.06 else self._rng.choice(areas)()

    def _by(self, kind: str, args: Args, staff: int | None = None) -> Intent:
        return Intent(kind, staff or self._rng.choices((*STAFF, 77), (8, 8, 4, 0.3))[0], args)

    def _text(self) -> str:
        return self._rng.choice(TYPED)

    def _one(self, table: str, **equals: Any) -> Any:
        """A row by chance that has these values; None where there is none."""
        rows = [row for _, row in sorted(self._tables[table].items())]
        found = [row for row in rows if all(getattr(row, name) == value for name, value in equals.items())]
        return self._rng.choice(found) if found else None

    def _mishap(self) -> Intent | None:
        """Something that the hub cannot decide, or what is done about it."""
        task = self._one("task", kind="parked_action", place_id=self._place)
        if task is not None and task.state != "answered" and self._rng.random() < 0.7:
            kind = self._rng.choice(("RetryParked", "DismissParked", "DismissParked"))
            return self._by(kind, {"task_id": task.id}, MAJA)
        order = self._one("orders")
        return None if order is None else self._by(mishap.NAME, {"order_id": order.id})

    # stock

    def _shelf(self) -> Intent:
        rng, article = self._rng, self._rng.choice(ARTICLES)
        if rng.random() < 0.5:
            args = {"variant_id": article, "quantity": rng.randrange(1, 3), "reason": rng.choice(REASONS)}
            return self._by("AdjustStock", args | {"note": self._text()})
        return self._by(
            "CountStock",
            {"variant_id": article, "counted": rng.randrange(9), "bucket": rng.choice((0, 0, 1))},
        )

    def _hold(self) -> Intent:
        rng, held = self._rng, self._one("hold", location_id=self._place, state="held")
        if held is not None and rng.random() < 0.8:
            outcome = rng.choice(("released", "collected"))
            return self._by("ReleaseHold", {"hold_id": held.id, "outcome": outcome})
        return self._by("PlaceHold", {
            "location_id": self._place if rng.random() < 0.8 else self._away,
            "variant_id": rng.choice((*ARTICLES, ALVA_L, ALVA_L, ALVA_L)),
            "quantity": rng.randrange(1, 3), "until": self._now + rng.choice((-1, 2, 5, 20)) * MINUTE,
            "customer_name": rng.choice(("", "Jan Berg")), "note": self._text(),
        })  # fmt: skip

    def _transfer(self) -> Intent:
        rng, row = self._rng, self._transfer_to_do()
        if row is None or rng.random() < 0.3:
            lines = [{"variant_id": rng.choice(ARTICLES), "quantity": rng.randrange(1, 3)}]
            return self._by("AskTransfer", {
                "number": self._number(str(rng.random())), "from_id": self._away, "lines": lines,
                "note": self._text(),
            })  # fmt: skip
        parts = [
            {"variant_id": line.variant_id, "quantity": line.sent or line.asked or 1}
            for _, line in sorted(self._tables["transfer_line"].items())
            if line.transfer_id == row.id
        ]
        if rng.random() < 0.2:
            parts[0]["quantity"] += 1
        here = row.from_id == self._place
        if here and row.state == "asked" and rng.random() < 0.7:
            args: Args = {"transfer_id": row.id, "agree": rng.random() < 0.7, "note": self._text()}
            return self._by("AnswerTransfer", args)
        return self._by(
            "SendTransfer" if here else "ReceiveTransfer", {"transfer_id": row.id, "lines": parts}
        )

    def _transfer_to_do(self) -> Any:
        """Mostly one that waits for this place: to be sent from here or received here."""
        rows = [row for _, row in sorted(self._tables["transfer"].items())]
        due = [
            row
            for row in rows
            if (row.from_id == self._place and row.sent_at is None)
            or (row.to_id == self._place and row.received_at is None)
        ]
        return self._rng.choice(due or rows) if rows else None

    # quotes

    def _quote(self) -> Intent | None:
        rng, row = self._rng, self._one("quote")
        if row is None or (len(self._tables["quote"]) < 6 and rng.random() < 0.3):
            head, lines = self._content()
            return self._by("StartQuote", {"head": head, "lines": lines})
        about: Args = {"quote_id": row.id, "version": row.version}
        if row.state == "draft":
            return self._draft(row, about)
        if row.state == "issued" and rng.random() < 0.45:
            content = {"content_hash": row.content_hash, "ordered_by": ANNA}
            return self._by("AskForOrder", about | content)
        if rng.random() < 0.45:
            return self._by("ReviseQuote", about | {"reason": rng.choice(("edited", "renewed"))})
        return self._by(rng.choice(("DeclineQuote", "WithdrawQuote")), about | {"note": self._text()})

    def _draft(self, row: Quote, about: Args) -> Intent:
        rng, content = self._rng, {"quote_id": row.id, "content_hash": row.content_hash}
        if row.approval in ("needed", "asked") and rng.random() < 0.7:
            kind = rng.choice(("AskApproval", "ApproveQuote", "DeclineApproval", "OfferLess"))
            checked = {} if kind == "AskApproval" else {"checked_by": rng.choice((None, MAJA))}
            checked |= {"discount": 100_000} if kind == "OfferLess" else {}
            return self._by(kind, content | {"note": self._text()} | checked)
        if rng.random() < 0.35:
            head, lines = self._content()
            return self._by("SaveQuote", about | {"head": head, "lines": lines})
        if rng.random() < 0.15:
            return self._by(rng.choice(("DeclineQuote", "WithdrawQuote")), about)
        sums = {"net": row.net, "tax": row.tax, "total": row.total}
        number = row.number or self._number(row.id)
        return self._by("IssueQuote", about | sums | {"number": number, "content_hash": row.content_hash})

    def _content(self) -> tuple[QuoteHeadArgs, Any]:
        """Priced by what this desk knows; without lines where it cannot be."""
        rng = self._rng
        head = msgspec.structs.replace(HEAD, note=self._text())
        edits = rng.sample(EDITS, rng.randrange(1, 3))
        try:
            priced = price_quote(MemoryState(self._tables), self._place, head, edits, self._now)
        except Refusal:
            return head, ()
        return head, line_args(priced.lines)

    def _number(self, record_id: str) -> str:
        return document_number("GBG", self._place, self._rng.randrange(1, 10_000), record_id)

    def _company(self) -> Intent | None:
        rng, row = self._rng, self._one("quote", state="issued")
        if row is not None and rng.random() < 0.6:
            return self._by("NoteCompanyApproval", {
                "quote_id": row.id, "version": row.version, "content_hash": row.content_hash,
                "contact_id": rng.choice((ANNA, TOMAS, TOMAS)), "answer": rng.choice(("yes", "no")),
            })  # fmt: skip
        if rng.random() < 0.5:
            number = rng.choice(("", "5566778899", "556677-8890"))
            return self._by("AddCompany", {"name": "Nytt AB", "country": "SE", "organisation_number": number})
        return self._by(
            "AddContact", {"company_id": HEAD.company_id, "name": "Siv Ek", "phone": "070 174 06 33"}
        )

    # customers

    def _customer(self) -> Intent | None:
        rng, order, part = self._rng, self._one("orders"), self._one("fulfilment")
        if order is None or part is None:
            return None
        other = derived_id("order", "nowhere") if rng.random() < 0.1 else order.id
        acts: tuple[Callable[[], Intent], ...] = (
            lambda: self._by("LogContact", {
                "reason": "stock", "outcome": "answered", "day": DAY, "order_id": rng.choice((other, "")),
                "note": self._text(),
            }),
            lambda: self._by("VerifyCaller", {"order_id": other, "first": "phone", "second": "postcode"}),
            lambda: self._by("ExtendPickup", {
                "fulfilment_id": part.id, "last_day": f"2026-12-{rng.randrange(1, 20):02d}",
            }),
            lambda: self._by("AskStore", {
                "fulfilment_id": part.id, "question": rng.choice(("is_it_there", "other")), "note": self._text(),
            }),
            lambda: self._change(order),
            lambda: self._bring_back(order),
            lambda: self._decide(),
        )  # fmt: skip
        return rng.choice(acts)()

    def _change(self, order: Order) -> Intent:
        rng = self._rng
        change = rng.choice(("note", "address", "cancel_line", "cancel"))
        args: Args = {"order_id": order.id, "change": change, "note": self._text() or "by the door"}
        line = self._one("order_line", order_id=order.id)
        if change == "cancel_line" and line is not None:
            args |= {"line": line.line, "quantity": 1}
        elif change == "cancel_line":
            args["change"] = change = "cancel"
        if change == "address":
            args |= {"name": "Jan Berg", "street": "Storgatan 1", "postcode": "411 01", "city": "Göteborg"}
        seen = mark_of(MemoryState(self._tables), order, change, args.get("line"))
        return self._by("RequestChange", args | {"seen": seen if rng.random() < 0.9 else "other"})

    def _bring_back(self, order: Order) -> Intent:
        rng = self._rng
        gone = [line for _, line in sorted(self._tables["fulfilment_line"].items()) if line.collected]
        line = rng.choice(gone) if gone else self._one("fulfilment_line")
        part: Fulfilment = self._tables["fulfilment"][line.fulfilment_id,]
        lines = [{
            "line": line.line, "variant_id": line.variant_id, "quantity": 1, "reason": "other",
            "condition": rng.choice(("as_new", "opened", "damaged")),
        }]  # fmt: skip
        return self._by("TakeBackGoods", {
            "order_id": part.order_id, "number": self._number(str(rng.random())), "lines": lines,
            "note": self._text(),
        })  # fmt: skip

    def _decide(self) -> Intent:
        part = self._one("fulfilment", state="rejected") or self._one("fulfilment")
        choice = self._rng.choice(("other_store", "ship_home", "cancel"))
        place = {"place_id": self._away} if choice == "other_store" else {}
        return self._by("DecideForCustomer", {"fulfilment_id": part.id, "choice": choice} | place)

    def _rare(self) -> Intent | None:
        """What happens to a pickup beside picking and handing over, mostly where it can happen."""
        rng = self._rng
        kinds: dict[str, tuple[str, ...]] = {
            "ReleaseNotCollected": ("ready", "partly_collected"), "RestockReturned": ("not_collected",),
            "ReceiveInbound": ("inbound",), "MovePickupToStore": ("new", "ready"), "ChangeCollector": ("new", "ready"),
            "SwapLine": ("new", "claimed", "picking"), "ReadyUnchecked": ("new", "arrived"),
            "ExchangeAtHandover": ("ready", "partly_collected"),
        }  # fmt: skip
        here = {row.state for row in self._tables["fulfilment"].values() if row.place_id == self._place}
        fitting = [kind for kind, states in kinds.items() if here & set(states)]
        kind = rng.choice(fitting if fitting and rng.random() < 0.9 else list(kinds))
        wanted = rng.choice([state for state in kinds[kind] if state in here] or kinds[kind])
        part = self._one("fulfilment", state=wanted, place_id=self._place) or self._one("fulfilment")
        line = None if part is None else self._one("fulfilment_line", fulfilment_id=part.id)
        if part is None or line is None:
            return None
        more: dict[str, Args] = {
            "ReleaseNotCollected": {"reason": rng.choice(("does_not_come", "no_answer")), "checked_by": MAJA},
            "RestockReturned": {
                "line": line.line, "quantity": line.picked or 1,
                "condition": rng.choice(("sellable", "sellable", "damaged", "missing")),
            },
            "MovePickupToStore": {"place_id": self._away},
            "ChangeCollector": {"name": rng.choice(("Jan Berg", "811218-9876"))},
            "SwapLine": {
                "line": line.line, "quantity": 1, "reason": rng.choice(("not_found", "damaged")),
                "variant_id": ALVA_L if line.variant_id == ALVA else ALVA,
            },
            "ReadyUnchecked": {"bin": "H1"},
            "ExchangeAtHandover": {
                "parcel_id": self._parcel(part.id), "line": line.line, "quantity": 1,
                "variant_id": ALVA_L if line.variant_id == ALVA else ALVA,
                "condition": rng.choice(("as_new", "damaged")),
            },
        }  # fmt: skip
        return self._by(kind, {"fulfilment_id": part.id} | more.get(kind, {}), part.claimed_by)

    def _parcel(self, fulfilment_id: str) -> str:
        parcel = self._one("parcel", fulfilment_id=fulfilment_id, state="staged")
        return derived_id("parcel", "nowhere") if parcel is None else str(parcel.id)

    def _from_label(self) -> Intent:
        """An order of this store that the desk mostly has not heard of."""
        rng = self._rng
        number = str(rng.randrange(48_201, 48_240))
        code = SignedPickupCode(
            self._code, fulfilment_id(int(number)), "K7P429", number, 1,
            "2026-11-30", bytes(64),
        )  # fmt: skip
        return self._by("HandOverFromLabel", {"label": qr_text(code), "id_document": "passport"})

    # the day

    def _day(self) -> Intent:
        rng = self._rng
        kind = rng.choices(("OpenDay", "ChangeShift", "CloseDay"), (3, 2, 1))[0]
        args: Args = {"day": DAY, "note": self._text()}
        if kind == "ChangeShift":
            args |= {"leaving": rng.choice(STAFF), "to": rng.choice((None, *STAFF))}
        elif kind == "CloseDay":
            here = sorted(parcel.id for parcel in self._tables["parcel"].values() if parcel.state == "staged")
            args["seen"] = rng.sample(here, rng.randrange(0, len(here) + 1))
        return self._by(kind, args)
