"""First-contact resolution, counted issue by issue.

An issue episode is a chain of contacts that customers began and somebody took, about one issue (the case, else
customer, product and category of reason), in which no more than seven days lie between one contact's end and the next
one's start. It is settled when it has one contact only, which was resolved, not transferred, not escalated, and the
case was not opened again within seven days. It belongs to the month, centre and channel of its first contact. It is
immature while seven days have not passed since that contact ended. In the first seven days of the data nobody can
tell a first contact from a repeat: those episodes are counted apart.
"""

from collections import defaultdict
from itertools import pairwise

from sample_data.span import DAY, END, label
from sample_data.truth.tally import Row, Tallies

_WINDOW = 7 * DAY
_NO_CONTACT = {"wrong_number", "test"}


def first_contact_resolution(
    contacts: list[Row], reopenings: dict[str, list[int]], category: dict[str, str]
) -> tuple[Tallies, Tallies]:
    """Return n, hits, immature and left_truncated per month and centre, and per month and channel."""
    by_unit = Tallies("n", "hits", "immature", "left_truncated")
    by_channel = Tallies("n", "hits", "immature", "left_truncated")
    beginning = min(contact["started_at"] for contact in contacts)
    for episode in _episodes(contacts, category):
        first = episode[0]
        counts = _judged(episode, reopenings, beginning)
        month = label(first["started_at"])
        by_unit.add((month, first["org_unit_id"]), **counts)
        by_channel.add((month, first["channel"]), **counts)
    return by_unit, by_channel


def _judged(episode: list[Row], reopenings: dict[str, list[int]], beginning: int) -> dict[str, int]:
    first = episode[0]
    if first["started_at"] < beginning + _WINDOW:
        return {"left_truncated": 1}
    if first["ended_at"] + _WINDOW > END:
        return {"immature": 1}
    settled = (
        len(episode) == 1
        and first["disposition"] == "resolved"
        and not first["transferred"]
        and not first["escalated"]
        and not _reopened(first, reopenings)
    )
    return {"n": 1, "hits": int(settled)}


def _reopened(contact: Row, reopenings: dict[str, list[int]]) -> bool:
    ended = contact["ended_at"]
    return any(ended <= at <= ended + _WINDOW for at in reopenings.get(contact["true_case"] or "", []))


def _episodes(contacts: list[Row], category: dict[str, str]) -> list[list[Row]]:
    issues: defaultdict[tuple[str, ...], list[Row]] = defaultdict(list)
    for contact in contacts:
        if _counts(contact):
            issues[_issue(contact, category)].append(contact)
    episodes = []
    for chain in issues.values():
        chain.sort(key=lambda contact: (contact["started_at"], contact["contact_id"]))
        begun = [chain[0]]
        for before, contact in pairwise(chain):
            if contact["started_at"] - before["ended_at"] > _WINDOW:
                episodes.append(begun)
                begun = []
            begun.append(contact)
        episodes.append(begun)
    return episodes


def _counts(contact: Row) -> bool:
    by_customer = contact["direction"] == "inbound" and contact["initiated_by"] == "customer"
    taken = not contact["abandoned"] and contact["disposition"] not in _NO_CONTACT
    known = contact["true_case"] is not None or contact["identity_key"] is not None
    return by_customer and taken and known


def _issue(contact: Row, category: dict[str, str]) -> tuple[str, ...]:
    if contact["true_case"] is not None:
        return ("case", contact["true_case"])
    return (contact["identity_key"], contact["product"], category[contact["reason_code"]])
