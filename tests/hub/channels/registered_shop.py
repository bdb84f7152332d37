"""A plain shop as a platform registers itself, for commands that find platforms by their names."""

from tests.platforms.plain_shop import PlainShop, plain_platform

SHOP = PlainShop()
PLATFORM = plain_platform(SHOP)
