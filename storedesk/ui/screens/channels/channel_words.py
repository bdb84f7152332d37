"""The words of the channels screen: states, causes, fields, refusals and what a repair will do."""

from PySide6.QtCore import QCoreApplication

from storedesk.desk.channel_views import ChannelCard, FigureView, ItemRow
from storedesk.domain.money_text import MINUS, format_number
from storedesk.ui.texts.counter_formats import moment_text, money_number, money_text, signed_text
from storedesk.ui.texts.marked import QT_TRANSLATE_NOOP
from storedesk.ui.widgets.chip import Tone
from storedesk.ui.window.times import age, short_age

FIELD_NAMES: dict[str, str] = {
    "stock": QT_TRANSLATE_NOOP("Channels", "Stock"),
    "price": QT_TRANSLATE_NOOP("Channels", "Price"),
    "title": QT_TRANSLATE_NOOP("Channels", "Title"),
    "listed": QT_TRANSLATE_NOOP("Channels", "Listed"),
    "promise": QT_TRANSLATE_NOOP("Channels", "Promise"),
    "contract_price": QT_TRANSLATE_NOOP("Channels", "Contract price"),
}
CAUSE_TEXTS: dict[str, str] = {
    "not_pushed": QT_TRANSLATE_NOOP("Channels", "Ours changed, not sent yet"),
    "refused": QT_TRANSLATE_NOOP("Channels", "Sent, not taken"),
    "changed_there": QT_TRANSLATE_NOOP("Channels", "Changed in the shop"),
    "no_mapping": QT_TRANSLATE_NOOP("Channels", "Not linked to the shop"),
    "on_its_way": QT_TRANSLATE_NOOP("Channels", "On its way"),
    "unknown": QT_TRANSLATE_NOOP("Channels", "Not known yet"),
}
CAUSE_TONES = {"refused": "bad_text", "on_its_way": "text3", "unknown": "text3"}
"""Inks of causes; the others are amber."""
WHY_TEXTS: dict[str, str] = {
    "not_linked": QT_TRANSLATE_NOOP("Channels", "the shop has no such article or place"),
    "not_stocked": QT_TRANSLATE_NOOP("Channels", "not stocked at that place there"),
    "stale": QT_TRANSLATE_NOOP("Channels", "the figure there had just changed"),
    "not_ready": QT_TRANSLATE_NOOP("Channels", "the shop finds too little stock there"),
    "too_many": QT_TRANSLATE_NOOP("Channels", "more than was ordered"),
    "not_paid": QT_TRANSLATE_NOOP("Channels", "not paid there yet"),
    "over": QT_TRANSLATE_NOOP("Channels", "the order is over there"),
    "not_supported": QT_TRANSLATE_NOOP("Channels", "the shop cannot be told that"),
    "not_allowed": QT_TRANSLATE_NOOP("Channels", "head office keeps ours here"),
    "invalid": QT_TRANSLATE_NOOP("Channels", "the shop found the message wrong: tell support"),
    "busy": QT_TRANSLATE_NOOP("Channels", "the shop asked to wait"),
    "no_reply": QT_TRANSLATE_NOOP("Channels", "the shop did not answer"),
    "refused": QT_TRANSLATE_NOOP("Channels", "the shop said no"),
}
"""Why a message was not taken."""
STOPPED_TEXTS: dict[str, tuple[str, str]] = {
    "signed_out": (
        QT_TRANSLATE_NOOP("Channels", "The shop has signed us out."),
        QT_TRANSLATE_NOOP("Channels", "Sign in to it again."),
    ),
    "right_missing": (
        QT_TRANSLATE_NOOP("Channels", "A right is missing there: {what}."),
        QT_TRANSLATE_NOOP("Channels", "Give it in the shop’s settings."),
    ),
    "shop_closed": (
        QT_TRANSLATE_NOOP("Channels", "The shop is closed there."),
        QT_TRANSLATE_NOOP("Channels", "Open it there; the rest goes on by itself."),
    ),
    "another_shop": (
        QT_TRANSLATE_NOOP("Channels", "It is another shop now: {what}."),
        QT_TRANSLATE_NOOP("Channels", "Check the address and the key."),
    ),
    "clock_differs": (
        QT_TRANSLATE_NOOP("Channels", "The clocks differ too much."),
        QT_TRANSLATE_NOOP("Channels", "Set central’s clock."),
    ),
    "account_wrong": (
        QT_TRANSLATE_NOOP("Channels", "What we sign in with cannot be read."),
        QT_TRANSLATE_NOOP("Channels", "Enter it again."),
    ),
    "masters_wrong": (
        QT_TRANSLATE_NOOP("Channels", "The table of who is master is wrong."),
        QT_TRANSLATE_NOOP("Channels", "Head office corrects it."),
    ),
    "not_supported": (
        QT_TRANSLATE_NOOP("Channels", "The shop’s version is not known here."),
        QT_TRANSLATE_NOOP("Channels", "Update central or the shop."),
    ),
}
"""Why a channel stands still, and what to do."""
_WAITS = (
    QT_TRANSLATE_NOOP("Channels", "The shop does not answer."),
    QT_TRANSLATE_NOOP("Channels", "It is tried again by itself."),
)
_STOPS = (
    QT_TRANSLATE_NOOP("Channels", "It stands still."),
    QT_TRANSLATE_NOOP("Channels", "Head office looks after it."),
)
_CHIPS: dict[str, tuple[Tone, str, str]] = {
    "webhooks": (Tone.OK, "plug-connected", QT_TRANSLATE_NOOP("Channels", "webhooks ok")),
    "polling": (Tone.OK, "plug-connected", QT_TRANSLATE_NOOP("Channels", "polling")),
    "webhooks_off": (Tone.WARN, "plug-connected-x", QT_TRANSLATE_NOOP("Channels", "webhooks off")),
    "off": (Tone.NEUTRAL, "player-pause", QT_TRANSLATE_NOOP("Channels", "off")),
    "loading": (Tone.INFO, "download", QT_TRANSLATE_NOOP("Channels", "first reading")),
    "waiting": (Tone.WARN, "hourglass", QT_TRANSLATE_NOOP("Channels", "no answer")),
    "stopped": (Tone.BAD, "plug-connected-x", QT_TRANSLATE_NOOP("Channels", "stopped")),
}
FAULT_TEXTS: dict[str, str] = {
    "no_barcode": QT_TRANSLATE_NOOP("Channels", "no barcode"),
    "no_price": QT_TRANSLATE_NOOP("Channels", "no price"),
    "no_title": QT_TRANSLATE_NOOP("Channels", "no title"),
    "no_category": QT_TRANSLATE_NOOP("Channels", "no category"),
    "no_weight": QT_TRANSLATE_NOOP("Channels", "no weight"),
    "same_sku": QT_TRANSLATE_NOOP("Channels", "SKU used twice"),
    "same_barcode": QT_TRANSLATE_NOOP("Channels", "barcode used twice"),
}
_STEPS: dict[str, tuple[str, str, str]] = {
    "taken": ("ok", QT_TRANSLATE_NOOP("Channels", "Central sent {value}"), QT_TRANSLATE_NOOP("Channels", "taken by {channel}")),
    "refused": ("bad", QT_TRANSLATE_NOOP("Channels", "Central sent {value}"), QT_TRANSLATE_NOOP("Channels", "not taken by {channel}")),
    "waits": ("ctl", QT_TRANSLATE_NOOP("Channels", "{value} waits to be sent"), ""),
    "no_reply": ("bad", QT_TRANSLATE_NOOP("Channels", "Central sent {value}"), QT_TRANSLATE_NOOP("Channels", "no reply")),
    "ours": ("ctl", QT_TRANSLATE_NOOP("Channels", "Stock here moved"), QT_TRANSLATE_NOOP("Channels", "may show {value}")),
    "read": ("warn", QT_TRANSLATE_NOOP("Channels", "Read from {channel}"), QT_TRANSLATE_NOOP("Channels", "shows {value}")),
}  # fmt: skip


def said(text: str) -> str:
    """A text of the tables here, in the language of the desk."""
    return QCoreApplication.translate("Channels", text) if text else ""


def field_name(field: str) -> str:
    return said(FIELD_NAMES.get(field, field))


def cause_text(figure: FigureView) -> str:
    """The likely cause; of a repair, how that goes."""
    if figure.state == "repairing" or figure.asked:
        return QCoreApplication.translate("Channels", "Repair asked for")
    why = said(WHY_TEXTS.get(figure.why, ""))
    text = said(CAUSE_TEXTS.get(figure.cause, CAUSE_TEXTS["unknown"]))
    if figure.state == "refused":
        text = QCoreApplication.translate("Channels", "Repair not taken")
    if figure.cause == "changed_there" and not why:
        return f"{text} {moment_text(figure.since)}"
    return f"{text}: {why}" if why else text


def cause_ink(figure: FigureView) -> str:
    if figure.state == "repairing" or figure.asked:
        return "accent_text"
    return "bad_text" if figure.state == "refused" else CAUSE_TONES.get(figure.cause, "warn_text")


def fault_text(kinds: tuple[str, ...]) -> str:
    return " · ".join(said(FAULT_TEXTS.get(kind, kind)) for kind in kinds)


def chip_of(card: ChannelCard) -> tuple[str, Tone, str]:
    """Words, tone and icon of how a channel is told of changes, or that it is not."""
    key = card.signals if card.state == "on" else card.state
    tone, icon, text = _CHIPS.get(key, _CHIPS["polling"])
    return said(text), tone, icon


def trouble_of(card: ChannelCard) -> str:
    """The plain reason why it stands still, and the next step; empty where it does not."""
    if card.state not in ("stopped", "waiting"):
        return ""
    why, step = STOPPED_TEXTS.get(card.why, _STOPS if card.state == "stopped" else _WAITS)
    return f"{said(why).format(what=card.what)} {said(step)}"


def foot_of(card: ChannelCard) -> tuple[str, str]:
    """When it was last told something, and how much today or how much waits."""
    if card.pushed_age is None:
        left = QCoreApplication.translate("Channels", "nothing sent yet")
    else:
        left = QCoreApplication.translate("Channels", "last push {age}").format(age=age(card.pushed_age))
    if card.unsent:
        waits = QCoreApplication.translate("Channels", "{n} wait, {age}")
        return left, waits.format(n=card.unsent, age=short_age(card.unsent_age or 0))
    return left, QCoreApplication.translate("Channels", "{n} updates today").format(
        n=format_number(card.pushed_today, 0, 0)
    )


def in_step_text(card: ChannelCard) -> str:
    """In 1/100 %, without digits that say nothing: "99,97 %", "99,6 %", "100 %"."""
    whole, part = divmod(card.in_step, 100)
    decimals = f"{part:02}".rstrip("0")
    return f"{whole},{decimals} %" if decimals else f"{whole} %"


def value_text(field: str, value: str, currency: str) -> str:
    """A figure as staff read it."""
    if field in ("price", "contract_price") and value.lstrip("-").isdecimal():
        return money_number(int(value), currency)
    if field == "listed":
        shown = value == "1"
        return (
            QCoreApplication.translate("Channels", "listed")
            if shown
            else QCoreApplication.translate("Channels", "not listed")
        )
    if field == "title":
        return f"“{value}”" if value else QCoreApplication.translate("Channels", "no title")
    if field == "stock" and value.startswith("-"):
        return f"{MINUS}{value[1:]}"
    return value


def cell_text(figure: FigureView) -> tuple[str, str]:
    """What a channel shows, short, and by how much that is off."""
    if figure.field == "title":
        return QCoreApplication.translate("Channels", "another"), ""
    shown = value_text(figure.field, figure.theirs, figure.currency)
    if figure.off is None:
        return shown, ""
    if figure.field in ("price", "contract_price"):
        sign = "+" if figure.off > 0 else MINUS
        return shown, f"{sign}{money_number(abs(figure.off), figure.currency)}"
    return shown, signed_text(figure.off)


def is_too_many(figure: FigureView) -> bool:
    """Red: more is promised than there is, or it is sold too cheap; amber for the rest."""
    if figure.off is None:
        return figure.field == "listed" and figure.theirs == "1"
    return figure.off < 0 if figure.field in ("price", "contract_price") else figure.off > 0


def central_text(item: ItemRow) -> str:
    """What is known centrally: what is on hand, else what should be shown."""
    first = item.figures[0]
    if item.on_hand is not None:
        return str(item.on_hand)
    return "" if item.field == "title" else value_text(item.field, first.ours, first.currency)


def equation(figure: FigureView) -> tuple[str, str, str]:
    """The names of what is shown, what may be, and what lies between."""
    shows = QCoreApplication.translate("Channels", "{channel} shows").format(channel=figure.channel)
    if figure.field == "stock":
        between = (
            QCoreApplication.translate("Channels", "too many")
            if (figure.off or 0) > 0
            else QCoreApplication.translate("Channels", "too few")
        )
        return shows, QCoreApplication.translate("Channels", "may show"), between
    between = (
        QCoreApplication.translate("Channels", "too high")
        if (figure.off or 0) > 0
        else QCoreApplication.translate("Channels", "too low")
    )
    return shows, QCoreApplication.translate("Channels", "should show"), between


def why_sentence(item: ItemRow, figure: FigureView) -> str:
    """How what may be shown comes about."""
    if figure.field == "stock" and item.on_hand is not None and figure.ours.isdecimal():
        kept = item.on_hand - int(figure.ours)
        if kept >= 0:
            text = QCoreApplication.translate(
                "Channels", "Central {on_hand} − kept back {kept} = {ours} may be shown."
            )
            return text.format(on_hand=item.on_hand, kept=kept, ours=figure.ours)
    ours = value_text(figure.field, figure.ours, figure.currency)
    return QCoreApplication.translate("Channels", "Central says {ours}.").format(ours=ours)


def cost_text(figure: FigureView) -> str:
    if figure.cost <= 0:
        return QCoreApplication.translate("Channels", "Costs nothing by itself.")
    amount = money_text(figure.cost // 10_000 * 10_000 or figure.cost, figure.currency)
    text = QCoreApplication.translate("Channels", "May cost {amount} a day.")
    return text.format(amount=amount)


def step_texts(kind: str, value: str, why: str, figure: FigureView) -> tuple[str, str, str]:
    """Tone of the dot, heading and second line of a step of the history."""
    tone, head, second = _STEPS.get(kind, _STEPS["read"])
    if kind == "ours" and figure.field != "stock":
        head, second = (
            QT_TRANSLATE_NOOP("Channels", "Changed here"),
            QT_TRANSLATE_NOOP("Channels", "now {value}"),
        )
    shown = (
        value_text(figure.field, value, figure.currency)
        if value
        else said(QT_TRANSLATE_NOOP("Channels", "a figure"))
    )
    reason = said(WHY_TEXTS.get(why, ""))
    line = said(second).format(value=shown, channel=figure.channel)
    return (
        tone,
        said(head).format(value=shown, channel=figure.channel),
        f"{line}: {reason}" if reason else line,
    )


def will_do(figure: FigureView) -> str:
    """What F9 will do, before it is pressed."""
    if not figure.can_push:
        if figure.cause == "no_mapping":
            return QCoreApplication.translate("Channels", "Nothing: link the article to the shop first.")
        return QCoreApplication.translate("Channels", "Nothing: this is changed in the shop itself.")
    ours = value_text(figure.field, figure.ours, figure.currency)
    text = QCoreApplication.translate("Channels", "Send {ours}, read it back.").format(ours=ours)
    if figure.alike > 1:
        more = QCoreApplication.translate("Channels", "{n} items share this cause.").format(n=figure.alike)
        return f"{text} {more}"
    return text


def spoken_item(item: ItemRow) -> str:
    """The row for readers."""
    parts = [item.name, item.detail, item.sku, field_name(item.field), item.about]
    central = central_text(item)
    if central:
        parts.append(QCoreApplication.translate("Channels", "central {figure}").format(figure=central))
    for figure in item.figures:
        shown, off = cell_text(figure)
        parts.append(f"{figure.channel} {shown} {off}".strip())
        parts.append(cause_text(figure))
    return ", ".join(part for part in parts if part)
