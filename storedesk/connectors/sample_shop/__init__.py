"""The sample shop: an invented Nordic chain with real and invented goods, alive whenever it is started."""

from typing import Literal

from storedesk.connectors.sample_shop.build import SampleShop, build_small
from storedesk.connectors.sample_shop.large import LargeSize, build_large
from storedesk.connectors.sample_shop.manifest import Manifest, ReadyCode
from storedesk.connectors.sample_shop.shop_clock import shop_time
from storedesk.connectors.sample_shop.staff import SamplePin

__all__ = [
    "LargeSize",
    "Manifest",
    "ReadyCode",
    "SamplePin",
    "SampleShop",
    "build_large",
    "build_sample_shop",
    "shop_time",
]

Size = Literal["small", "large"]


def build_sample_shop(seed: int, now_ms: int, size: Size = "small") -> SampleShop:
    """The shop that follows from ``seed`` and ``now_ms`` (UTC milliseconds, moved into opening hours)."""
    return build_large(seed, now_ms) if size == "large" else build_small(seed, now_ms)
