"""Who is master of what: the only source whose word counts for a field. What others write is refused."""

import json
from collections.abc import Collection, Mapping
from typing import NamedTuple

HERE, ERP, TILL, ANY = "here", "erp", "till", "any"
"""Sources beside the channels, which are named by their codes; ``any`` takes everybody's word, the latest wins."""

TEXTS, PRICE, ON_HAND, RESERVATION, CUSTOMER, COMPANY, CREDIT, ORDER, PAYMENT, LISTED = (
    "texts", "price", "on_hand", "reservation", "customer", "company", "credit", "order", "payment", "listed",
)  # fmt: skip
FIELDS = (TEXTS, PRICE, ON_HAND, RESERVATION, CUSTOMER, COMPANY, CREDIT, ORDER, PAYMENT, LISTED)
PARTED = (PRICE, ON_HAND)
"""Fields with a master for each part: a price by the kind of its list, stock by the code of its place."""

OWN_CHANNEL = "own_channel"
"""An order and its payment belong to the channel that they came by."""

SETTING = "masters"
"""The name of the chain's setting that holds the table as JSON."""

DEFAULTS: Mapping[str, str] = {
    TEXTS: HERE, PRICE: HERE, ON_HAND: HERE, RESERVATION: HERE, CUSTOMER: ANY, COMPANY: HERE, CREDIT: HERE,
    ORDER: OWN_CHANNEL, PAYMENT: OWN_CHANNEL, LISTED: HERE,
}  # fmt: skip


SOURCES = (HERE, ERP, TILL, ANY)
PRICE_KINDS = ("base", "channel", "campaign", "contract")
"""The parts of ``price``."""


class MasterTableWrong(Exception):
    """The table cannot be used; the sentence says which entry and what it may be."""


class Masters(NamedTuple):
    """``entries`` are masters by field, or by ``field:part`` for the parted ones."""

    entries: Mapping[str, str]

    def master_of(self, field: str, part: str = "") -> str:
        """The source that is master of a field; raises KeyError for a field that there is not."""
        return self.entries.get(f"{field}:{part}") or self.entries.get(field) or DEFAULTS[field]

    def may_write(self, source: str, field: str, part: str = "", *, order_from: str = "") -> bool:
        """Whether what ``source`` says of a field counts. ``order_from`` is the channel of the order it is about."""
        master = self.master_of(field, part)
        if master == OWN_CHANNEL:
            return source == order_from
        return master in (ANY, source)


def masters_from(text: str) -> Masters:
    """Reads the setting's JSON object; empty for the defaults. Raises MasterTableWrong."""
    if not text:
        return Masters({})
    try:
        found = json.loads(text)
    except ValueError as error:
        raise MasterTableWrong("The master table is not JSON; correct the setting 'masters'.") from error
    if not isinstance(found, dict):
        raise MasterTableWrong("The master table is not a JSON object; correct the setting 'masters'.")
    for name, master in found.items():
        field, _, part = name.partition(":")
        if field not in FIELDS or (part and field not in PARTED):
            raise MasterTableWrong(f"The master table names {name[:40]!r}; fields are {', '.join(FIELDS)}.")
        if not isinstance(master, str) or not master:
            raise MasterTableWrong(f"The master of {name[:40]!r} is not a source's name.")
    return Masters(found)


def text_of(masters: Masters) -> str:
    """The setting's text, the same for the same table."""
    return json.dumps(dict(sorted(masters.entries.items())), ensure_ascii=False)


def with_master(
    masters: Masters, name: str, source: str, channels: Collection[str], places: Collection[str]
) -> Masters:
    """The table with ``source`` as master of ``field`` or ``field:part``; an empty source for the default.

    ``channels`` and ``places`` are the codes there are. Raises MasterTableWrong with what can be said instead.
    """
    field, _, part = name.partition(":")
    if field not in FIELDS:
        raise MasterTableWrong(f"There is no field {field[:40]!r}; fields are {', '.join(FIELDS)}.")
    if part and field not in PARTED:
        raise MasterTableWrong(
            f"{field} has one master for all of it; only {' and '.join(PARTED)} have parts."
        )
    parts = PRICE_KINDS if field == PRICE else tuple(sorted(places))
    if part and part not in parts:
        raise MasterTableWrong(f"There is no {field}:{part[:40]}; parts of {field} are {', '.join(parts)}.")
    known = (*SOURCES, *((OWN_CHANNEL,) if field in (ORDER, PAYMENT) else ()), *sorted(channels))
    if source and source not in known:
        raise MasterTableWrong(f"There is no source {source[:40]!r}; sources are {', '.join(known)}.")
    entries = {key: value for key, value in masters.entries.items() if key != name}
    return Masters(entries | {name: source} if source else entries)
