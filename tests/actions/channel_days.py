"""Scripted work on a channel's differences, at a desk and centrally."""

from typing import Any

from storedesk.domain.ids import derived_id
from storedesk.domain.records import Difference
from storedesk.domain.tables import TABLE_BY_ROW
from tests.actions.stock_days import StockShop
from tests.actions.work_day import Done
from tests.small_shop import ALVA, GBG, MAJA, NOW, RASK, TERMOS

WEB = 1


def difference(
    variant: int = ALVA, field: str = "stock", cause: str = "not_pushed", **more: Any
) -> Difference:
    """One of the shop's only channel, shown 3 too many."""
    row = Difference(
        derived_id(str(WEB), str(variant), field, str(GBG)),
        WEB,
        variant,
        field,
        str(GBG),
        "80",
        "83",
        "SEK",
        NOW,
        cause,
        5_000_000,
        "open",
        "",
        0,
        None,
        "",
        "[]",
        NOW,
    )
    return row._replace(**more)


class ChannelShop(StockShop):
    """A shop whose channel differs in three articles."""

    def __init__(self, central: bool = True) -> None:
        super().__init__(central)
        rows = (difference(), difference(RASK, cost=9), difference(TERMOS, cause="changed_there"))
        self.tables["difference"] = {TABLE_BY_ROW[Difference].key_of(row): row for row in rows}

    def repair(self, row: Difference, how: str = "push", staff: int = MAJA, **args: Any) -> Done:
        return self.do("RepairDifference", staff=staff, difference_id=row.id, how=how, **args)

    def now_is(self, row: Difference) -> Any:
        return self.tables["difference"][row.id,]


def channel_days() -> tuple[Done, ...]:
    shop = ChannelShop()
    promise = difference(field="promise")
    shop.tables["difference"][promise.id,] = promise
    shop.repair(difference(), all_alike=True)
    shop.repair(difference(TERMOS), "take_theirs")
    shop.repair(promise)
    shop.do("AskChannelCheck", channel_id=0)
    shop.do("AskChannelCheck", channel_id=99)
    return tuple(shop.done)
