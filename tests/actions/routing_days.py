"""Scripted work on the chain's routing rules, at a desk and centrally."""

import json
from typing import Any

from storedesk.domain.records import RoutingSet
from storedesk.domain.routing_sets import mark_of
from tests.actions.stock_days import StockShop
from tests.actions.work_day import Done
from tests.small_shop import ELIN, MAJA

NEAR = json.dumps({"rules": [{"name": "Near", "delivery": "sent", "km": 25}, {"name": "All"}]})
WIDE = json.dumps({"rules": [{"name": "Any place"}]})


class RoutingShop(StockShop):
    """A shop whose manager writes rules."""

    def keep(self, rules: str = NEAR, seen: str = "", staff: int = MAJA) -> Done:
        return self.do("KeepRoutingDraft", staff=staff, rules=rules, seen=mark_of(seen) if seen else "")

    def use(self, number: int, rules: str) -> Done:
        return self.do("UseRouting", staff=MAJA, number=number, seen=mark_of(rules))

    def drop(self, rules: str) -> Done:
        return self.do("DropRoutingDraft", staff=MAJA, seen=mark_of(rules))

    @property
    def sets(self) -> dict[int, RoutingSet]:
        return {row.number: row for row in self.tables["routing_set"].values()}

    @property
    def rules(self) -> Any:
        row = self.tables["setting"].get((0, "routing"))
        return None if row is None else row.value


def routing_days() -> tuple[Done, ...]:
    shop = RoutingShop()
    shop.keep(staff=ELIN)
    shop.keep('{"rules":[]}')
    shop.keep('{"rules":[{"name":"A"},{"name":"B","km":5}]}')
    shop.keep()
    shop.keep(WIDE)
    shop.keep(WIDE, NEAR)
    shop.drop(NEAR)
    shop.use(2, WIDE)
    shop.use(2, WIDE)
    shop.use(1, "")
    shop.keep()
    shop.drop(NEAR)
    shop.drop(NEAR)
    return tuple(shop.done)
