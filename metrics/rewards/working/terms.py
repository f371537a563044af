"""The sum of a month's scores, form by form: "(2+2+1) + (2+1−1) = 7", or by equal scores where forms are many."""

from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from metrics.rewards.exact import whole_or_exact
from metrics.rewards.ledger.canonical import Document

# More forms than this are added up by their scores.
MOST_FORMS = 10

Form = Mapping[str, Any]


def points_of(form: Form, settings: Document) -> Fraction:
    """Return the score of a form that counts: the weighted points of its graded items, scaled up to all of them."""
    weights = _graded(form, settings)
    points = sum(settings["score_map"][form[item]] * weight for item, weight in weights.items())
    return Fraction(points * sum(settings["item_weights"]), sum(weights.values()))


def total_of(forms: Sequence[Form], settings: Document) -> Fraction:
    """Return what the forms score together."""
    return sum((points_of(form, settings) for form in forms), Fraction(0))


def sum_of(forms: Sequence[Form], settings: Document) -> str:
    """Return the forms' scores as a sum, without its result."""
    if len(forms) <= MOST_FORMS:
        return " + ".join(_term(form, settings) for form in forms)
    counted = Counter(points_of(form, settings) for form in forms)
    return " + ".join(f"{n}×{_bracketed(score)}" for score, n in sorted(counted.items(), reverse=True))


def _term(form: Form, settings: Document) -> str:
    weights, every = _graded(form, settings), sum(settings["item_weights"])
    weighted = set(settings["item_weights"]) != {1}
    parts = [
        _signed(settings["score_map"][form[item]]) + (f"×{weight}" if weighted else "")
        for item, weight in weights.items()
    ]
    graded = sum(weights.values())
    return f"({''.join(parts).removeprefix('+')})" + ("" if graded == every else f"×{every}/{graded}")


def _graded(form: Form, settings: Document) -> dict[str, int]:
    weights = zip(settings["items"], settings["item_weights"], strict=True)
    return {item: weight for item, weight in weights if form[item] is not None}


def _signed(points: int) -> str:
    return f"−{-points}" if points < 0 else f"+{points}"


def _bracketed(score: Fraction) -> str:
    written = whole_or_exact(score)
    return f"({written})" if score < 0 else written
