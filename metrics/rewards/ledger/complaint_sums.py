"""A frozen statement of the complaint part, worked out again from the counts that are written in it."""

from collections.abc import Iterator
from fractions import Fraction

from metrics.rewards.complaint_month import PER
from metrics.rewards.ledger.adjustments import amount_of
from metrics.rewards.ledger.canonical import Document
from metrics.rewards.rules import Rule


def complaint_faults(document: Document) -> Iterator[str]:
    """Yield what does not add up, is not due by the rule, or does not come to the amount."""
    figures, settings, rule = document["figures"], document["policy"]["settings"], document["rule"]
    yield from _of_sums(figures)
    yield from _of_rule(rule, figures)
    lowest, highest = _penalties(rule, figures, settings)
    if not lowest <= figures["penalty_minor"] <= highest:
        yield f"its penalty is {figures['penalty_minor']}, by its rule '{rule}' it is {lowest} to {highest}."
    if figures["reward_minor"] != _reward(rule, figures, settings):
        yield f"its reward is {figures['reward_minor']}, by its rule '{rule}' it is {_reward(rule, figures, settings)}."
    yield from _of_cap(figures)
    if amount_of(document) != figures["reward_minor"] - figures["taken_minor"]:
        yield f"its amount {amount_of(document)} is not {figures['reward_minor']} less {figures['taken_minor']}."


def _of_sums(figures: Document) -> Iterator[str]:
    weights = figures["complaints"].values()
    if (len(weights), sum(weights)) != (figures["count"], figures["weighted"]):
        found = f"{len(weights)} complaints that weigh {sum(weights)}"
        yield f"there are {found}, not {figures['count']} that weigh {figures['weighted']}."
    for each in (figures, figures["last_month"]):
        rate = Fraction(PER * each["weighted"], each["jobs"]) if each["jobs"] else None
        if rate != (None if each["rate"] is None else Fraction(each["rate"])):
            yield f"{each['weighted']} on {each['jobs']} jobs is not {each['rate']} per {PER}."


def _of_rule(rule: str, figures: Document) -> Iterator[str]:
    """Yield a comparison with the month before that its rates do not bear."""
    last = figures["last_month"]
    more = figures["weighted"] * last["jobs"] - last["weighted"] * figures["jobs"]
    fits = {
        Rule.MORE_COMPLAINTS: more > 0,
        Rule.FEWER_COMPLAINTS: more < 0,
        Rule.SAME_COMPLAINTS: more == 0,
        Rule.NO_COMPLAINT: not figures["count"],
        Rule.PER_COMPLAINT: figures["count"] > 0,
    }
    if not fits.get(Rule(rule), True):
        yield f"its rates and counts do not bear its rule '{rule}'."


def _penalties(rule: str, figures: Document, settings: Document) -> tuple[int, int]:
    """Return the least and the most that is due: which complaints are multiplied hangs on their order in time."""
    if rule == Rule.PER_COMPLAINT:
        return _per_complaint(sorted(figures["complaints"].values()), settings)
    if rule == Rule.STEP:
        due = max(-_step(figures, settings), 0)
        return due, due
    due = settings["penalty_amount"] if rule in {Rule.MORE_COMPLAINTS, Rule.ABOVE_LIMIT} else 0
    return due, due


def _per_complaint(weights: list[int], settings: Document) -> tuple[int, int]:
    first = settings["multiplier_from"]
    multiplied = max(len(weights) - first + 1, 0) if first is not None else 0
    more = settings["multiplier"] - 1
    least, most = sum(weights[:multiplied]), sum(weights[len(weights) - multiplied :])
    every = sum(weights)
    return (every + more * least) * settings["amount"], (every + more * most) * settings["amount"]


def _step(figures: Document, settings: Document) -> int:
    weighted = figures["weighted"]
    fitting = [each for each in settings["steps"] if each["first"] <= weighted]
    [step] = [each for each in fitting if each["last"] is None or weighted <= each["last"]]
    return int(step["amount"])


def _reward(rule: str, figures: Document, settings: Document) -> int:
    enough = figures["jobs"] >= settings["min_jobs"]
    bonus = (settings["zero_complaint_bonus"] or 0) if enough and not figures["count"] else 0
    earned = {
        Rule.STEP: max(_step(figures, settings), 0) if rule == Rule.STEP else 0,
        Rule.FEWER_COMPLAINTS: settings["reward_amount"] or 0,
    }
    return bonus + (earned.get(Rule(rule), 0) if enough else 0)


def _of_cap(figures: Document) -> Iterator[str]:
    owed, cap = figures["carried_in_minor"] + figures["penalty_minor"], figures["cap_minor"]
    taken = owed if cap is None else min(owed, cap)
    if figures["taken_minor"] != taken:
        yield f"of {owed} owed the cap {cap} lets {taken} through, not {figures['taken_minor']}."
    if figures["carried_out_minor"] != owed - figures["taken_minor"]:
        yield f"{owed} less {figures['taken_minor']} is not {figures['carried_out_minor']}, which it carries forward."
