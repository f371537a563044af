"""The A–E score: verified forms with all three items, call-backs aside, by the month in which they came back."""

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
