"""`fcr`: first-contact resolution as each definition gives it, side by side, and how much hangs on the window."""

import argparse
from typing import TYPE_CHECKING

from metrics.cli.output import print_json
from metrics.cli.question import add_command, add_period, condition, holds_rows, period, refuse_unknown_values
from metrics.store import EVERYTHING, Query, open_store

if TYPE_CHECKING:
    from metrics.cli.question import Commands

VARIANTS = (
    "first_contact_resolution",
    "first_contact_resolution_net",
    "first_contact_resolution_14_days",
    "first_contact_resolution_30_days",
    "first_contact_resolution_from_first_contact",
    "first_contact_resolution_transfers_allowed",
    "agent_stated_resolution",
    "customer_confirmed_resolution",
    "one_touch_resolution",
    "repeat_contact_rate",
    "transfer_rate",
)
_REASON = ("category", "reason_code")
_FIGURES = ("n", "value", "low", "high", "numerator", "immature", "excluded")


def add(commands: "Commands") -> None:
    """Declare the command."""
    parser = add_command(commands, "fcr", _run, "First-contact resolution by every definition, and by window.")
    add_period(parser)
    parser.add_argument("--where", action="append", default=[], metavar="DIMENSION=VALUE")


def _run(asked: argparse.Namespace) -> None:
    first, last = period(asked)
    store, where = open_store(asked.workspace), tuple(condition(text) for text in asked.where)
    queries = [Query(key, first, last, where=where) for key in VARIANTS]
    if not holds_rows(store.readings(EVERYTHING, queries[0]).row(0, named=True)):
        refuse_unknown_values(store, queries[0])
    variants = {query.kpi: store.readings(EVERYTHING, query).select(_FIGURES).row(0, named=True) for query in queries}
    strip = store.by_window(EVERYTHING, queries[0]).select("days", *_FIGURES)
    repeats = store.readings(EVERYTHING, Query("repeat_contact_rate", first, last, _REASON, where))
    overlap = store.overlap(EVERYTHING, queries[0])
    if asked.json:
        by_reason = repeats.select(*_REASON, *_FIGURES).to_dicts()
        print_json({"variants": variants, "overlap": overlap, "windows": strip.to_dicts(), "repeats": by_reason})
        return
    for key, figures in variants.items():
        print(f"{key:36} value={figures['value']} n={figures['n']}")
    for who, counts in overlap.items():
        print(f"of the episodes of which the {who} says something: {counts}")
    print("by window in days:", " ".join(f"{days}:{value:.3f}" for days, value in strip.select("days", "value").rows()))
