"""The shops of the day."""

from collections.abc import Callable, Sequence

from tests.channel_day.magento_market import MagentoMarket
from tests.channel_day.market import Market
from tests.channel_day.shopify_market import ShopifyMarket


def both_shops(
    now: Callable[[], int], places: dict[str, str], articles: Sequence[tuple[str, str]]
) -> Sequence[Market]:
    return (ShopifyMarket(now, places, articles), MagentoMarket(now, places, articles))
