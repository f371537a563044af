"""Promises kept: first response and resolution by their due times, open cases past due counted as broken."""

from sample_data.span import END, label
from sample_data.truth.tally import Row, Tallies


def kept_promises(cases: list[Row], due: str, done: str) -> Tallies:
    """Return n, hits and immature per month of the due time and centre.

    Tests, copies and cancelled cases are left out; a promise not kept and not yet due is immature.
    """
    tallies = Tallies("n", "hits", "immature")
    for case in cases:
        if case["is_test_or_spam"] or case["merged_into"] is not None or case["status"] == "cancelled":
            continue
        group = (label(case[due]), case["org_unit_id"])
        if case[done] is None and case[due] > END:
            tallies.add(group, immature=1)
        else:
            tallies.add(group, n=1, hits=int(case[done] is not None and case[done] <= case[due]))
    return tallies
