"""Where the dashboard may be reached: without a login only from this machine."""

import ipaddress

from dashboard.wording import frame
from metrics.text import Text


def is_loopback(address: str | None) -> bool:
    """Return whether a server bound to `address` can be reached from this machine only; None binds to every address."""
    if address is None:
        return False
    if address == "localhost":
        return True
    try:
        return ipaddress.ip_address(address.strip("[]")).is_loopback
    except ValueError:
        return False


def refusal(address: str | None) -> Text | None:
    """Return why the dashboard must not be served at `address`; None where it may be."""
    return None if is_loopback(address) else frame.NOT_ON_LOOPBACK
