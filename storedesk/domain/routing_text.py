"""Routing rules written as the JSON that ``rules_from`` reads; what is usual is left out."""

import json
from typing import Any

from storedesk.domain.routing_rules import Batch, Filter, Rule, RuleSet, Run

_USUAL = Rule("", Filter())


def rules_text(rules: RuleSet) -> str:
    """Compact JSON; ``rules_from`` makes the same rules of it."""
    found: dict[str, Any] = {"rules": [_rule(rule) for rule in rules.rules]}
    if rules.runs:
        found["runs"] = [_run(run) for run in rules.runs]
    if rules.batches:
        found["batches"] = [_batch(batch) for batch in rules.batches]
    if rules.daily:
        found["daily"] = dict(rules.daily)
    for name in ("promise_minutes", "keep_days", "transfer_days"):
        found[name] = getattr(rules, name)
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


def _rule(rule: Rule) -> dict[str, Any]:
    said: dict[str, Any] = {"name": rule.name, **_orders(rule.orders)}
    for name in ("on", "places", "most_parcels", "km", "safety", "capacity", "partial", "from_elsewhere"):
        value = getattr(rule, name)
        if value != getattr(_USUAL, name):
            said[name] = list(value) if isinstance(value, tuple) else value
    return said | ({"open": rule.opening} if rule.opening else {})


def _run(run: Run) -> dict[str, Any]:
    return {"name": run.name, **_orders(run.orders), "every_minutes": run.every_minutes}


def _batch(batch: Batch) -> dict[str, Any]:
    return {"name": batch.name, **_orders(batch.orders)}


def _orders(orders: Filter) -> dict[str, Any]:
    said: dict[str, Any] = {}
    if orders.channels:
        said["channels"] = list(orders.channels)
    if orders.groups:
        said["groups"] = list(orders.groups)
    return said | ({"delivery": orders.deliveries[0]} if len(orders.deliveries) == 1 else {})
