"""How appeals are told: to machines as they stand in the ledger, to people in a few lines each."""

import argparse
from typing import Any

from metrics.cli.output import print_json
from metrics.rewards.ledger.appeals import Effect
from metrics.rewards.ledger.book import Book
from metrics.rewards.ledger.entry import Entry
from metrics.rewards.money import in_main_units
from metrics.store.proposals import Proposal


def told(book: Book, appeal: Entry) -> dict[str, Any]:
    """Return an appeal with its evidence and, where there is one, its decision."""
    month, unit, part = appeal.key
    decision = book.decided.get(appeal.sequence)
    about = {"appeal": appeal.sequence, "month": month, "unit": unit, "part": part, "by": appeal.by}
    filed = {**about, "at": appeal.signature.at, **appeal.body, "decided": decision is not None}
    if decision is None:
        return filed
    return {**filed, "decision": {**decision.body, "by": decision.by, "at": decision.signature.at}}


def effect_told(effect: Effect) -> dict[str, Any]:
    """Return an effect with both statements in full, so that it can be seen what counts otherwise."""
    return {**effect.document(), "statement_before": effect.before, "statement_after": effect.after}


def print_rows(rows: list[dict[str, str | None]]) -> None:
    """Print the rows that would count otherwise."""
    for row in rows:
        print(f"  upheld: {row['row']}: {row['before'] or 'not of this month'} → {row['after'] or 'not of this month'}")


def print_effects(proposal: Proposal) -> None:
    """Print what upholding an appeal would change, before anybody decides."""
    for effect in proposal.effects:
        told, currency = effect.document(), (effect.after or effect.before or {}).get("currency", "CNY")
        before, after, amount = (
            in_main_units(told[f"{name}_minor"], currency) for name in ("before", "after", "amount")
        )
        print(f"  upheld: {told['month']} {told['unit']} {told['part']}: {before} → {after} ({amount})")
    if not proposal.effects:
        print("  upheld, it would change no statement")


def print_appeals(asked: argparse.Namespace, found: list[dict[str, Any]]) -> None:
    """Print appeals as they were asked for."""
    if asked.json:
        print_json(found if asked.action == "list" else found[0])
        return
    for each in found:
        state = "undecided"
        if each["decided"]:
            decision = each["decision"]
            state = f"{'upheld' if decision['upheld'] else 'rejected'} by {decision['by']}: {decision['reason']}"
        rows = ", ".join(ruling["row"] for ruling in each["rulings"])
        print(f"{each['appeal']}  {each['month']} {each['unit']} {each['part']}  {each['by']}: {each['text']} ({rows})")
        print(f"  {state}")
        print_rows(each.get("rows", []))
        for effect in each.get("effects", []):
            print(f"  upheld: {effect['month']} {effect['unit']} {effect['before_minor']} → {effect['after_minor']}")
    if not found:
        print("No appeal was filed.")
