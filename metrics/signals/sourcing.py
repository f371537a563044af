"""What is known against the data behind a chart: how far they reach, and what their sources could not bring."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Sourcing:
    """The state of the sources of a chart's data after the newest load.

    `until` is the last day that the data reach and `stale` the periods that they do not cover. `refused` names the
    sources of which the newest rows were refused, `set_aside` gives the share of newest rows that broke rules, by
    source, where it is large.
    """

    until: date | None = None
    stale: frozenset[str] = frozenset()
    refused: tuple[str, ...] = ()
    set_aside: Mapping[str, float] = field(default_factory=dict)


UNQUESTIONED = Sourcing()
