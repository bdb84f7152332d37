"""The platforms this program knows, each loaded when it is first asked for."""

from importlib import import_module

from storedesk.connectors.port import Platform

_MODULES = {"shopify": "storedesk.connectors.shopify", "magento": "storedesk.connectors.magento"}
"""One line registers a platform: its name, and the package that has its ``PLATFORM``."""

NAMES = tuple(_MODULES)


class UnknownPlatform(Exception):
    """The sentence names the platforms there are."""


def platform_named(name: str) -> Platform:
    """Raises UnknownPlatform."""
    if name not in _MODULES:
        raise UnknownPlatform(f"There is no platform {name!r}; there are {', '.join(NAMES)}.")
    found = import_module(_MODULES[name]).PLATFORM
    if not isinstance(found, Platform):
        raise TypeError(f"{_MODULES[name]}.PLATFORM is not a Platform")
    return found
