"""The scan and search field: one resolver for everything that is scanned or typed, and where it leads."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from storedesk.desk import scan_resolver as found
from storedesk.desk.covered_details import covered_name
from storedesk.desk.look_up import DeskLookUp
from storedesk.desk.scan_resolver import Found, resolve
from storedesk.domain.pickup_state import HANDOVER
from storedesk.storage.read_records import OrderHit, PickupRecord, VariantHit
from storedesk.storage.row_reader import Driver
from storedesk.ui.event_loop import Background
from storedesk.ui.shell.app_shell import AppShell
from storedesk.ui.shell.find_popup import FoundRow
from storedesk.ui.shell.palette_rows import CommandRow
from storedesk.ui.widgets.toast import ToastKind
from storedesk.ui.window.caller_checks import is_service_desk
from storedesk.ui.window.desk_session import DeskSession


class Routes(Protocol):
    """Where a find can lead."""

    def open_pickup(self, fulfilment_id: str) -> None: ...
    def hand_over(self, fulfilment_id: str, code: str) -> None: ...
    def open_article(self, variant_id: int) -> None: ...
    def badge(self, token: str) -> None: ...
    def scan_article(self, variant_id: int, quantity: int) -> bool: ...
    def scan_bin(self, code: str) -> bool: ...
    def scan_parcel(self, parcel_id: str, order_number: str) -> bool: ...
    def may_route(self) -> bool: ...


Taker = Callable[[Found], bool]
RowsOf = Callable[[Found], list[FoundRow]]
Opener = Callable[[str], None]


class FindControl(QObject):
    """Scans act at once, typed text shows its hits; nothing of a locked desk is found.

    ``takers`` are asked first, in order, what a scan means on their screen; ``row_makers`` add rows to what
    was found; ``openers`` open a row by the first word of its key, with the rest of it. ``orders_first`` says
    whether an order that was found opens as an order although it is collected here, ``more_first`` whether the
    rows of the makers come before orders and articles.
    """

    def __init__(self, session: DeskSession, shell: AppShell, background: Background, routes: Routes) -> None:
        super().__init__(shell)
        self._session, self._shell, self._background, self._routes = session, shell, background, routes
        self.takers: list[Taker] = []
        self.row_makers: list[RowsOf] = []
        self.openers: dict[str, Opener] = {
            "pickup": routes.open_pickup,
            "article": lambda value: routes.open_article(int(value)),
        }
        self.orders_first: Callable[[], bool] = lambda: False
        self.more_first: Callable[[], bool] = lambda: False
        shell.find_field.searched.connect(lambda text: background.start(self._search(text)))
        shell.find_field.chosen.connect(self._chosen)
        shell.palette_list.searched.connect(lambda text: background.start(self._search_palette(text)))
        shell.palette_list.found.connect(self._chosen)

    def scanned(self, code: str) -> None:
        self._background.start(self._scan(code))

    async def _resolve(self, text: str, scanned: bool) -> Found | None:
        place = self._session.place
        if place is None or not self._session.is_ready:
            return None
        now = self._session.now()

        def look(connection: Driver) -> Found:
            return resolve(text, DeskLookUp(connection), place, now, scanned)

        return await self._session.read(look)

    async def _scan(self, code: str) -> None:
        hit = await self._resolve(code, True)
        if hit is None or (not self._routes.may_route() and not isinstance(hit, found.BadgeFound)):
            return
        accepted = self._act(hit, code)
        self._shell.find_field.show_scan(code, accepted)
        if not accepted and self._session.settings.sounds:
            QApplication.beep()

    def _act(self, hit: Found, code: str) -> bool:
        routes = self._routes
        if not isinstance(hit, found.BadgeFound) and any(take(hit) for take in self.takers):
            return True
        match hit:
            case found.PickupFound(pickup, secret):
                fulfilment = pickup.fulfilment
                if fulfilment.state in HANDOVER:
                    routes.hand_over(fulfilment.id, secret)
                else:
                    routes.open_pickup(fulfilment.id)
            case found.PickListFound(pickup):
                routes.open_pickup(pickup.fulfilment.id)
            case found.ParcelFound(parcel_id, _, _, pickup):
                if not routes.scan_parcel(parcel_id, pickup.fulfilment.order_number):
                    routes.open_pickup(pickup.fulfilment.id)
            case found.BinFound(name, pickups):
                return routes.scan_bin(name) or self._show_orders(code, pickups)
            case found.BadgeFound(token):
                routes.badge(token)
            case found.OrdersFound(hits, exact) if exact and len(hits) == 1 and hits[0].pickups:
                routes.open_pickup(hits[0].pickups[0].fulfilment.id)
            case found.ArticleFound(hits):
                if not routes.scan_article(hits[0].variant.id, hits[0].pack_quantity):
                    routes.open_article(hits[0].variant.id)
            case _:
                return self._say_what_it_is(hit, code)
        return True

    def _say_what_it_is(self, hit: Found, code: str) -> bool:
        """What leads nowhere here, in words."""
        if isinstance(hit, found.OtherPlace):
            self._say_other_place(hit)
            return True
        if isinstance(hit, found.NotKnownHere):
            text = self.tr(
                "A genuine code, not on this desk yet. It comes with the next update; try again then."
            )
            self._shell.say(text, ToastKind.WARN)
            return True
        return self._unknown(hit, code)

    def _unknown(self, hit: Found, code: str) -> bool:
        if isinstance(hit, found.OrdersFound | found.SearchFound):
            self._shell.find_field.start()
            self._shell.find_field.type_in(code)
            return True
        self._shell.say(
            self.tr("Nobody here knows the code {code}. Nothing was changed. Type the article's number instead.")
            .format(code=code[:40]), ToastKind.WARN,
        )  # fmt: skip
        return False

    def _show_orders(self, code: str, pickups: tuple[object, ...]) -> bool:
        if not pickups:
            self._shell.say(self.tr("Nothing stands in {bin}.").format(bin=code[:20]))
            return True
        first = pickups[0]
        self._routes.open_pickup(first.fulfilment.id)  # type: ignore[attr-defined]
        return True

    def _say_other_place(self, other: found.OtherPlace) -> None:
        until = (
            self.tr("open until {time}").format(time=other.closes)
            if other.is_open
            else self.tr("opens {day} {time}").format(day=other.opens_day, time=other.opens)
        )
        text = self.tr("This is for {store}, {until}. It waits there until {day}.").format(
            store=other.place_name, until=until, day=other.last_day or "–"
        )
        self._shell.say(text, ToastKind.WARN)

    async def _search(self, text: str) -> None:
        if not text.strip() or not self._routes.may_route():
            return
        hit = await self._resolve(text, False)
        if isinstance(hit, found.OtherPlace):
            self._say_other_place(hit)
        rows = self._rows(hit)
        note = ""
        if not rows and not isinstance(hit, found.OtherPlace):
            note = self.tr("Nothing on this desk for “{text}”. Try a part of the number or name.").format(
                text=text[:40]
            )
        self._shell.find_field.show_found(text.strip(), tuple(rows), note)

    async def _search_palette(self, text: str) -> None:
        """The same hits below the commands of the palette."""
        if not text.strip() or not self._routes.may_route():
            return
        rows = self._rows(await self._resolve(text, False))
        hits = (CommandRow(row.key, row.icon, row.title, row.detail, is_found=True) for row in rows)
        self._shell.palette_list.show_hits(text.strip(), tuple(hits))

    def _rows(self, hit: Found | None) -> list[FoundRow]:
        more = [] if hit is None else [row for make in self.row_makers for row in make(hit)]
        return more + self._own_rows(hit) if self.more_first() else self._own_rows(hit) + more

    def _own_rows(self, hit: Found | None) -> list[FoundRow]:
        match hit:
            case found.OrdersFound(hits, _):
                return self.order_rows(hits)
            case found.ArticleFound(articles):
                return self._article_rows(articles)
            case found.SearchFound(orders, articles, _):
                return self.order_rows(orders) + self._article_rows(articles)
            case found.PickupFound(pickup, _) | found.PickListFound(pickup):
                return [_pickup_row(pickup, "shopping-bag")]
            case found.BinFound(name, pickups):
                return [_pickup_row(pickup, "stack-2", name) for pickup in pickups]
        return []

    def order_rows(self, hits: tuple[OrderHit, ...]) -> list[FoundRow]:
        """All hits with order, last digits of the phone and bin; a name never opens one by itself.

        What is not collected here leads to the order.
        """
        rows = []
        here = 0 if self._session.place is None or self.orders_first() else self._session.place.id
        for hit in hits:
            own = [pickup for pickup in hit.pickups if pickup.fulfilment.place_id == here]
            who = covered_name(hit.name) if is_service_desk(self._session) else _who(hit)
            if not own and "order" in self.openers:
                rows.append(FoundRow(f"order {hit.order_id}", "receipt", hit.number, who))
            for pickup in own:
                bins = ", ".join(
                    sorted({parcel.bin for parcel in pickup.parcels if parcel.state == "staged"})
                )
                key = f"pickup {pickup.fulfilment.id}"
                rows.append(FoundRow(key, "shopping-bag", hit.number, who, bins))
        return rows

    def _article_rows(self, hits: tuple[VariantHit, ...]) -> list[FoundRow]:
        return [
            FoundRow(
                f"article {hit.variant.id}", "barcode", hit.product.name,
                " · ".join(part for part in (hit.variant.colour, hit.variant.size) if part), hit.variant.sku,
            )
            for hit in hits
        ]  # fmt: skip

    def _chosen(self, key: str) -> None:
        kind, _, value = key.partition(" ")
        self._shell.find_field.escape()
        if (opener := self.openers.get(kind)) is not None:
            opener(value)


def _who(hit: OrderHit) -> str:
    tail = f"•••{hit.phone_tail}" if hit.phone_tail else ""
    return " · ".join(part for part in (hit.name, tail) if part)


def _pickup_row(pickup: PickupRecord, icon: str, detail: str = "") -> FoundRow:
    fulfilment = pickup.fulfilment
    return FoundRow(f"pickup {fulfilment.id}", icon, fulfilment.order_number, detail)
