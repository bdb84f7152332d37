"""Routing rules and the figures of a what-if in words."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from storedesk.domain.money_text import MINUS, format_number
from storedesk.domain.place_of_work import STORE, WAREHOUSE
from storedesk.domain.routing_rules import COLLECTED, NOW, SENT, Filter, RoutingWrong, Rule, RuleNeverReached
from storedesk.protocol.routing_wire import WhatIfSet
from storedesk.ui.screens.why_words import number_text
from storedesk.ui.texts.marked import QT_TRANSLATE_NOOP

_KINDS = {
    STORE: QT_TRANSLATE_NOOP("Routing", "stores"),
    WAREHOUSE: QT_TRANSLATE_NOOP("Routing", "warehouses"),
    SENT: QT_TRANSLATE_NOOP("Routing", "sent home"),
    COLLECTED: QT_TRANSLATE_NOOP("Routing", "collected"),
}

_HOUR = 60


def _tr(text: str) -> str:
    return QCoreApplication.translate("Routing", text)


def kind_text(kind: str) -> str:
    """Stores, warehouses, sent home, collected; another code as it is."""
    return _tr(_KINDS[kind]) if kind in _KINDS else kind


def orders_text(orders: Filter, channels: dict[str, str]) -> str:
    """Which orders: delivery, channels, customer groups; all where nothing is named."""
    said = [kind_text(kind) for kind in orders.deliveries[:1] if len(orders.deliveries) == 1]
    said += [", ".join(channels.get(code, code) for code in orders.channels)] if orders.channels else []
    said += [", ".join(orders.groups)] if orders.groups else []
    return " · ".join(said) or _tr(QT_TRANSLATE_NOOP("Routing", "all orders"))


def every_text(minutes: int) -> str:
    if minutes % _HOUR:
        return _tr(QT_TRANSLATE_NOOP("Routing", "every {n} min")).format(n=number_text(minutes))
    if minutes == _HOUR:
        return _tr(QT_TRANSLATE_NOOP("Routing", "every hour"))
    return _tr(QT_TRANSLATE_NOOP("Routing", "every {n} h")).format(n=number_text(minutes // _HOUR))


def rule_text(rule: Rule, places: dict[str, str], channels: dict[str, str]) -> str:
    """What a rule asks for, the orders first."""
    said = [orders_text(rule.orders, channels)]
    if rule.places:
        said.append(", ".join(places.get(code) or kind_text(code) for code in rule.places))
    if rule.most_parcels == 1:
        said.append(_tr(QT_TRANSLATE_NOOP("Routing", "one parcel")))
    else:
        said.append(_tr(QT_TRANSLATE_NOOP("Routing", "up to {n} parcels")).format(n=rule.most_parcels))
    if rule.km is not None:
        said.append(_tr(QT_TRANSLATE_NOOP("Routing", "within {n} km")).format(n=number_text(rule.km)))
    if rule.opening:
        now, today = (
            QT_TRANSLATE_NOOP("Routing", "open now"),
            QT_TRANSLATE_NOOP("Routing", "still open today"),
        )
        said.append(_tr(now if rule.opening == NOW else today))
    for wanted, words in (
        (rule.safety, QT_TRANSLATE_NOOP("Routing", "safety stock kept")),
        (rule.capacity, QT_TRANSLATE_NOOP("Routing", "under its daily limit")),
        (rule.partial, QT_TRANSLATE_NOOP("Routing", "a part is enough")),
        (rule.from_elsewhere, QT_TRANSLATE_NOOP("Routing", "brought from elsewhere")),
    ):
        said += [_tr(words)] if wanted else []
    return " · ".join(said)


def wrong_text(error: RoutingWrong) -> str:
    """Why a set cannot be used, in one sentence."""
    if isinstance(error, RuleNeverReached):
        words = QT_TRANSLATE_NOOP(
            "Routing", "Rule {rule} can never be reached: rule {first} takes all it would."
        )
        return _tr(words).format(rule=error.later, first=error.first)
    return str(error)


class Compared(NamedTuple):
    """A line of the what-if; ``tone`` is ok for better, bad for worse, empty for as before."""

    name: str
    used: str
    draft: str
    change: str
    tone: str


def compared(used: WhatIfSet, draft: WhatIfSet) -> tuple[Compared, ...]:
    """What gets better and what gets worse, in the same way."""
    days = QT_TRANSLATE_NOOP("Routing", "{n} days")
    km = QT_TRANSLATE_NOOP("Routing", "{n} km")
    return (
        _share(used, draft),
        _line(QT_TRANSLATE_NOOP("Routing", "Split orders"), used.split, draft.split),
        _line(QT_TRANSLATE_NOOP("Routing", "Not placed"), used.unplaced, draft.unplaced),
        _line(QT_TRANSLATE_NOOP("Routing", "Middle distance"), used.km, draft.km, km),
        _line(
            QT_TRANSLATE_NOOP("Routing", "Places over daily limit"), used.over_limit, draft.over_limit, days
        ),
    )


def _share(used: WhatIfSet, draft: WhatIfSet) -> Compared:
    """In thousandths, so that a tenth of a percent is seen."""
    first, second = ((one.whole * 1000 + one.orders // 2) // max(1, one.orders) for one in (used, draft))
    name = _tr(QT_TRANSLATE_NOOP("Routing", "Whole order in one parcel"))
    off = second - first
    return Compared(
        name, f"{format_number(first, 1, 1)}\u00a0%", f"{format_number(second, 1, 1)}\u00a0%", _signed(off, 1),
        _tone(-off),
    )  # fmt: skip


def _line(name: str, used: int | None, draft: int | None, unit: str = "{n}") -> Compared:
    """Less is better."""
    words = _tr(unit) if unit != "{n}" else unit
    shown = ["–" if one is None else words.format(n=number_text(one)) for one in (used, draft)]
    if used is None or draft is None:
        return Compared(_tr(name), shown[0], shown[1], "–", "")
    return Compared(
        _tr(name), shown[0], shown[1], words.format(n=_signed(draft - used, 0)), _tone(draft - used)
    )


def _signed(off: int, digits: int) -> str:
    shown = format_number(abs(off), digits, digits)
    return f"+{shown}" if off > 0 else f"{MINUS}{shown}" if off else shown


def _tone(worse: int) -> str:
    return "bad" if worse > 0 else "ok" if worse else ""
