"""Everything that policy.toml says, read once: a mistake is found before a figure is asked for."""

from collections.abc import Callable, Mapping
from pathlib import Path

from metrics.errors import nearest
from metrics.store.calendars import read_timing
from metrics.store.charting import read_charts
from metrics.store.errors import SettingsError
from metrics.store.funnels import read_funnels
from metrics.store.instruments import read_instruments
from metrics.store.people import read_people
from metrics.store.policy import FILE, read_policy
from metrics.store.reward_policies import read_reward_policies
from metrics.store.scenarios import read_scenarios
from metrics.store.targets import read_targets

# The sections that policy.toml may have, and what reads them.
READERS: Mapping[str, Callable[[Path], object]] = {
    "target": read_targets,
    "schedule": read_timing,
    "timing": read_timing,
    "funnel": read_funnels,
    "chart": read_charts,
    "instrument": read_instruments,
    "repurchase": read_scenarios,
    "satisfaction_policy": read_reward_policies,
    "complaint_policy": read_reward_policies,
    "person": read_people,
}


def check_policy(folder: Path) -> dict[str, int]:
    """Return how many entries each section of policy.toml has; SettingsError for the first mistake in any of them."""
    written = read_policy(folder)
    for name in written:
        if name not in READERS:
            message = f"{FILE}: nothing reads a section '{name}'. {nearest(name, READERS)}"
            raise SettingsError(message)
    for reader in dict.fromkeys(READERS.values()):
        reader(folder)
    return {name: len(entries) for name, entries in written.items()}
