"""What the Routing screen shows: the set in use, the draft beside it, and the sets one can go back to."""

from dataclasses import dataclass

from storedesk.desk.moments import Look, Moment
from storedesk.domain.records import RoutingSet
from storedesk.domain.routing_rules import USUAL, RoutingWrong, RuleSet, rules_from
from storedesk.domain.routing_sets import Sets, mark_of, sets_of
from storedesk.domain.routing_text import rules_text
from storedesk.storage.desk_routing_reads import RoutingRecord


@dataclass(frozen=True, slots=True)
class SetView:
    """``text`` is the JSON as it is kept; ``trouble`` the sentence where it cannot be read."""

    number: int
    text: str
    rules: RuleSet
    since: Moment | None
    trouble: str = ""

    @property
    def mark(self) -> str:
        return mark_of(self.text)


@dataclass(frozen=True, slots=True)
class RoutingView:
    """``places`` and ``channels`` are names by code; ``next_number`` is a draft's."""

    used: SetView
    draft: SetView | None
    past: tuple[SetView, ...]
    next_number: int
    places: dict[str, str]
    channels: dict[str, str]

    @property
    def draft_mark(self) -> str:
        """What a new draft is made from."""
        return "" if self.draft is None else self.draft.mark

    @property
    def draft_rules(self) -> str:
        """What is tried out: the draft, else the set in use; always JSON."""
        shown = self.draft or self.used
        return shown.text or rules_text(shown.rules)


def derive_routing(record: RoutingRecord, look: Look) -> RoutingView:
    sets: Sets = sets_of(record.sets, record.setting)
    return RoutingView(
        _set(sets.in_use, look),
        None if sets.draft is None else _set(sets.draft, look),
        tuple(_set(one, look) for one in sets.past),
        sets.next_number,
        {place.code: place.name for place in record.places},
        {channel.code: channel.name for channel in record.channels},
    )


def _set(row: RoutingSet, look: Look) -> SetView:
    since = None if row.since is None else look.moment(row.since)
    try:
        return SetView(row.number, row.rules, rules_from(row.rules), since)
    except RoutingWrong as error:
        return SetView(row.number, row.rules, USUAL, since, str(error))
