"""The one viewer there is without a login: somebody sitting at this machine."""

from metrics.store import EVERYTHING, Scope


def viewer() -> Scope:
    """Return what the present viewer may see."""
    return EVERYTHING


def viewer_name() -> str:
    """Return by which name the present viewer is written into a log."""
    return "local"
