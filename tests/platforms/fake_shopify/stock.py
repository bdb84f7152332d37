"""The fake's stock: levels with their parts, and the writes with what the real one enforces beyond the schema."""

from typing import Any

from tests.platforms.fake_shopify.graph import Run

REASONS = {
    "correction", "cycle_count_available", "damaged", "movement_created", "movement_updated", "movement_received",
    "movement_canceled", "other", "promotion", "quality_control", "received", "reservation_created",
    "reservation_deleted", "reservation_updated", "restock", "safety_stock", "shrinkage",
}  # fmt: skip
MOST_CHANGES = 250


class Level:
    """`on_hand` = available + committed."""

    def __init__(self, number: int, item: str, place: str) -> None:
        self.number, self.item, self.place = number, item, place
        self.available, self.committed, self.active = 0, 0, True
        self.updated, self.changed = "", 0

    @property
    def on_hand(self) -> int:
        return self.available + self.committed


def level_node(shop: Any, level: Level) -> dict[str, Any]:
    return {
        "__typename": "InventoryLevel",
        "id": f"gid://shopify/InventoryLevel/{level.number}?inventory_item_id={level.item.rpartition('/')[2]}",
        "isActive": level.active,
        "updatedAt": level.updated,
        "_changed": level.changed,
        "item": shop.items[level.item],
        "location": shop.locations[level.place],
        "_level": level,
    }


def quantities(_run: Run, node: dict[str, Any], names: list[str]) -> list[dict[str, Any]]:
    level = node["_level"]
    return [{"name": name, "quantity": getattr(level, name, 0)} for name in names]


def set_quantities(run: Run, input: dict[str, Any]) -> dict[str, Any]:
    shop = run.shop
    shop.need_key(run, "inventorySetQuantities")
    for one in input["quantities"]:
        if "changeFromQuantity" not in one:
            shop.bad_request("changeFromQuantity is required")
    return shop.once(run, "stock", input, lambda: _set(shop, input))


def _set(shop: Any, given: dict[str, Any]) -> dict[str, Any]:
    errors = _faults(shop, given)
    if errors:
        return {"inventoryAdjustmentGroup": None, "userErrors": errors}
    for one in given["quantities"]:
        level = shop.levels[(one["inventoryItemId"], one["locationId"])]
        if level.available != one["quantity"]:
            shop.adjustments += 1
        level.available = one["quantity"]
        shop.touch_level(level)
    return {"inventoryAdjustmentGroup": {"id": shop.new_id("InventoryAdjustmentGroup")}, "userErrors": []}


def _faults(shop: Any, given: dict[str, Any]) -> list[dict[str, Any]]:
    """Nothing of a call with a fault is done."""
    lines = given["quantities"]
    if len(lines) > MOST_CHANGES:
        shop.bad_request(
            f"The input array size of {len(lines)} is greater than the maximum allowed of {MOST_CHANGES}."
        )
    if given["reason"] not in REASONS:
        return [_error("INVALID_REASON", ["input", "reason"])]
    if given["name"] not in ("available", "on_hand"):
        return [_error("INVALID_NAME", ["input", "name"])]
    pairs = [(one["inventoryItemId"], one["locationId"]) for one in lines]
    if len(set(pairs)) < len(pairs):
        return [_error("NO_DUPLICATE_INVENTORY_ITEM_ID_GROUP_ID_PAIR", ["input", "quantities"])]
    return [error for number, one in enumerate(lines) for error in _line_faults(shop, number, one)]


def _line_faults(shop: Any, number: int, one: dict[str, Any]) -> list[dict[str, Any]]:
    at = ["input", "quantities", str(number)]
    if one["inventoryItemId"] not in shop.items:
        return [_error("INVALID_INVENTORY_ITEM", [*at, "inventoryItemId"])]
    if one["locationId"] not in shop.locations:
        return [_error("INVALID_LOCATION", [*at, "locationId"])]
    if one["quantity"] < 0:
        return [_error("INVALID_QUANTITY_NEGATIVE", [*at, "quantity"])]
    level = shop.levels.get((one["inventoryItemId"], one["locationId"]))
    if level is None or not level.active:
        return [_error("ITEM_NOT_STOCKED_AT_LOCATION", [*at, "locationId"])]
    expected = one["changeFromQuantity"]
    if expected is not None and expected != level.available:
        return [_error("CHANGE_FROM_QUANTITY_STALE", [*at, "changeFromQuantity"])]
    return []


def activate(
    run: Run, inventoryItemId: str, locationId: str, available: int | None = None, **_rest: Any
) -> Any:
    shop = run.shop
    shop.need_key(run, "inventoryActivate")
    given = {"item": inventoryItemId, "place": locationId, "available": available}
    return shop.once(run, "activate", given, lambda: _activated(shop, inventoryItemId, locationId, available))


def _activated(shop: Any, item: str, place: str, available: int | None) -> dict[str, Any]:
    if item not in shop.items or place not in shop.locations:
        return {
            "inventoryLevel": None,
            "userErrors": [{"field": ["inventoryItemId"], "message": "The item was not found."}],
        }
    level = shop.level(item, place)
    level.active = True
    if available is not None:
        level.available = available
        shop.adjustments += 1
    shop.touch_level(level)
    return {"inventoryLevel": level_node(shop, level), "userErrors": []}


def _error(code: str, field: list[str]) -> dict[str, Any]:
    return {"code": code, "field": field, "message": code.replace("_", " ").capitalize() + "."}
