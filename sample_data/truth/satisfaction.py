"""What forms say, call-backs aside, by the month they came back in: the A–E score, and whether once was enough."""

from sample_data.span import label
from sample_data.truth.tally import Row, Tallies

POINTS = {"A": 2, "B": 1, "C": 0, "D": -1, "E": -2}
ITEMS = ("timeliness", "repair_quality", "attitude")


def satisfaction(forms: list[Row]) -> Tallies:
    """Return n, the sum of scores, and the number of forms with nothing but A, per month and centre."""
    tallies = Tallies("n", "sum", "all_a")
    for form in forms:
        grades = [form[item] for item in ITEMS]
        if form["verified"] in {"confirmed", "corrected"} and None not in grades:
            score = sum(POINTS[grade] for grade in grades)
            group = (label(form["received_at"]), form["org_unit_id"])
            tallies.add(group, n=1, sum=score, all_a=int(set(grades) == {"A"}))
    return tallies


def confirmed(forms: list[Row]) -> Tallies:
    """Return how many customers answered whether one contact was enough, and how many said yes, per month and centre.

    A form that its verification rejected says nothing.
    """
    tallies = Tallies("n", "hits")
    for form in forms:
        if form["settled_at_once"] is not None and form["verified"] != "rejected":
            tallies.add((label(form["received_at"]), form["org_unit_id"]), n=1, hits=int(form["settled_at_once"]))
    return tallies
