"""The parts of the rewards page beside the month itself, by the names that stand in the address."""

from collections.abc import Callable, Mapping
from typing import Final

from dashboard.components.rewards.laboratory import show_laboratory
from dashboard.components.rewards.ledger import show_ledger
from dashboard.components.rewards.peers import show_peers
from dashboard.components.rewards.plan import show_plan
from dashboard.components.rewards.policy import show_policy
from dashboard.rewards.reads import Supervised
from dashboard.visit import Visit

PARTS: Final[Mapping[str, Callable[[Visit, Supervised], None]]] = {
    "plan": show_plan,
    "ledger": show_ledger,
    "laboratory": show_laboratory,
    "peers": show_peers,
    "policy": show_policy,
}
