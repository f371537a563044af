"""The one viewer there is without a login: somebody sitting at this machine."""

from metrics.store import EVERYTHING, Scope


def viewer() -> Scope:
    """Return what the present viewer may see."""
    return EVERYTHING
