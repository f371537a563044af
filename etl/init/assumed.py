"""What is assumed of an export that does not tell when its rows are from, or when a case was resolved."""

from dataclasses import replace
from datetime import UTC, datetime

from etl.init.cells import Guess
from etl.init.exports import Export
from etl.init.matching import Match

_ENDS = ("resolved_last_at", "closed_at")
_SHOWN = 12


def resolved(found: Match) -> dict[str, Guess]:
    """Return the guess for the first resolution of cases, where only a later end of theirs is told."""
    if found.table.name != "cases" or "resolved_first_at" in found.guesses or not ends(found):
        return {}
    name, end = next((name, found.guesses[name]) for name in _ENDS if name in found.guesses)
    asked = (
        f"resolved_first_at: only '{end.mapping['column']}' tells when a case ends ({name}). Was it resolved then, and"
        " not before? It is taken to be."
    )
    return {"resolved_first_at": replace(end, questions=[asked])}


def ends(found: Match) -> bool:
    """Tell whether any column says when a case ends."""
    return any(name in found.guesses for name in ("resolved_first_at", *_ENDS))


def dated(found: Match) -> dict[str, Guess]:
    """Return today as the guess for a time without which the rows would belong to no month, where none is told."""
    if not found.table.at or any(name in found.guesses for name in found.table.at):
        return {}
    name, today = found.table.at[0], datetime.now(UTC).date().isoformat()
    asked = f"{name}: no column tells it, and without it the rows belong to no month. Today is assumed for all of them."
    return {name: Guess({"constant": today}, [asked], needs_zone=True)}


def which_stages(stage: Guess, export: Export) -> str:
    """Return the question which stages of a log tell that a case was answered and resolved."""
    raw = stage.mapping["column"]
    stages = export.cells(raw).drop_nulls().value_counts(sort=True)[raw]
    shown = ", ".join(repr(value) for value in stages.head(_SHOWN)) + (" …" if stages.len() > _SHOWN else "")
    return (
        f"Which of {shown} in '{raw}' tell that a case was answered, and that it was resolved? docs/workspace.md shows"
        " how their times become first_response_at and resolved_first_at."
    )
