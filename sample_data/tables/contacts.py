"""Contacts as rows of the contract, with the case that each one truly belongs to kept beside them."""

from typing import Final

import numpy as np
import polars as pl

from sample_data import reasons, staff
from sample_data.calls import BY, DISPOSITIONS, NOT_STATED, Calls, agents, end
from sample_data.company import CODES
from sample_data.draws import numbered, words
from sample_data.intake import CHANNELS, PRODUCTS, Intake
from sample_data.span import END, NEVER, moments
from sample_data.tables.identity import phones
from sample_data.tables.shape import shaped

_DIRECTIONS: Final = ("outbound", "inbound")


def contacts(intake: Intake, parts: list[Calls], rng: np.random.Generator) -> tuple[pl.DataFrame, pl.Series]:
    """Return the contacts that ended in time, oldest first, and the id of the case that each is truly about.

    The first of `parts` holds one contact per issue; `parent` of the others counts in it.
    """
    calls = {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}
    kept = np.flatnonzero(end(calls) <= END)
    order = kept[np.argsort(calls["start"][kept], kind="stable")]
    place = np.full(len(calls["start"]), -1)
    place[order] = np.arange(len(order))
    calls = {name: column[order] for name, column in calls.items()}
    ids = numbered(f"H{intake.month.code}-", np.arange(len(order)) + 1, 7)
    parent = np.where(calls["parent"] >= 0, place[calls["parent"]], -1)
    case = words(intake.ids().to_list(), np.maximum(calls["case"], 0), calls["case"] >= 0)
    frame = shaped(
        "contacts",
        {
            "contact_id": ids,
            "case_id": pl.select(pl.when(pl.Series(calls["typed"] == 1)).then(case)).to_series(),
            "identity_key": phones(calls["customer"]),
            "is_callback_of": words(ids.to_list(), np.maximum(parent, 0), parent >= 0),
            **_outcome(calls),
            **_times(calls),
            **_who(calls, rng),
        },
    )
    return frame, case


def _times(calls: Calls) -> dict[str, pl.Series]:
    answered = np.where(calls["abandoned"] == 1, NEVER, calls["start"] + calls["queue"])
    talk = pl.Series(np.where(calls["abandoned"] == 1, 0, calls["talk"]))
    return {
        "started_at": moments(calls["start"]),
        "answered_at": moments(answered),
        "ended_at": moments(end(calls)),
        "queue_seconds": pl.Series(calls["queue"]),
        "talk_seconds": talk,
    }


def _who(calls: Calls, rng: np.random.Generator) -> dict[str, pl.Series]:
    agent = agents(calls, rng)
    return {
        "channel": words(CHANNELS, calls["channel"]),
        "direction": words(_DIRECTIONS, calls["inbound"]),
        "initiated_by": words(BY, calls["by"]),
        "agent_id": words(staff.AGENTS, np.maximum(agent, 0), agent >= 0),
        "org_unit_id": words(CODES, calls["unit"]),
    }


def _outcome(calls: Calls) -> dict[str, pl.Series]:
    stated = calls["disposition"] != NOT_STATED
    return {
        "abandoned": pl.Series(calls["abandoned"] == 1),
        "transferred": pl.Series(calls["transferred"] == 1),
        "escalated": pl.Series(calls["escalated"] == 1),
        "reason_code": words([reason.code for reason in reasons.CALLS], calls["reason"]),
        "product": words(PRODUCTS, calls["product"]),
        "disposition": words(DISPOSITIONS, np.maximum(calls["disposition"], 0), stated),
        "is_public": pl.Series(np.ones(len(stated), dtype=bool)),
    }
