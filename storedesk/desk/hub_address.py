"""The address of the hub as it is typed, checked: encrypted, or on this very machine."""

import ipaddress
from urllib.parse import urlsplit

from storedesk.desk.hub_failures import WrongAddress

_LONGEST = 255


def hub_address(typed: str) -> str:
    """``https://host[:port]`` or a loopback ``http://…``, without a path; raises ``WrongAddress``."""
    text = typed.strip().removesuffix("/")
    if "://" not in text:
        text = f"https://{text}"
    if len(text) > _LONGEST or not text.isascii() or not text.isprintable() or " " in text:
        raise WrongAddress(
            "The address of the hub is a name like hub.example.com, with https in front or nothing."
        )
    try:
        parts = urlsplit(text)
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise WrongAddress("The address of the hub has a port or number that cannot be.") from error
    if not host or parts.path or parts.query or parts.fragment or parts.username is not None:
        raise WrongAddress("The address of the hub is a host and perhaps a port, nothing behind it.")
    if parts.scheme != "https" and not (parts.scheme == "http" and is_loopback(host)):
        raise WrongAddress("The hub must be asked over https; plain http works on this machine only.")
    shown = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{shown}" + (f":{port}" if port is not None else "")


def is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
