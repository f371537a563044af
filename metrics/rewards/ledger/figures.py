"""Whether a frozen statement's own figures come to its amount: worked out again from what is written in it."""

from collections.abc import Iterator

from metrics.rewards.ledger.canonical import Document
from metrics.rewards.ledger.complaint_sums import complaint_faults
from metrics.rewards.ledger.satisfaction_sums import satisfaction_faults
from metrics.rewards.setting import digest
from metrics.rewards.statement import COMPLAINTS, SATISFACTION

_PARTS = {SATISFACTION: satisfaction_faults, COMPLAINTS: complaint_faults}


def wrong_figures(document: Document) -> str | None:
    """Return what is wrong with a statement's figures; None where they add up to its amount."""
    try:
        return next(_faults(document), None)
    except (KeyError, TypeError, ValueError, ArithmeticError) as problem:
        return f"its statement cannot be worked out again: {type(problem).__name__} {problem}."


def _faults(document: Document) -> Iterator[str]:
    policy = document["policy"]
    said = {name: policy[name] for name in ("unit", "valid_from", "settings")}
    if digest(said) != policy["version"]:
        yield f"its policy's settings are not those of version {policy['version']}."
    yield from _PARTS[document["part"]](document)
