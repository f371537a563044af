"""The one viewer there is without a login: somebody sitting at this machine."""

from pathlib import Path

from metrics.store import EVERYTHING, Scope
from metrics.store.people import read_people


def viewer() -> Scope:
    """Return what the present viewer may see."""
    return EVERYTHING


def viewer_name() -> str:
    """Return by which name the present viewer is written into a log."""
    return "local"


def people(folder: Path) -> tuple[str, ...]:
    """Return under whose names the present viewer may act on the ledger of a workspace: any that its policy names."""
    return read_people(folder)
