"""truth.json: what is in the sample, exactly."""

import json
from pathlib import Path
from typing import Any

from sample_data.exports.dirt import Account
from sample_data.span import DATA_END, MONTHS, ZONE
from sample_data.truth.figures import Figures, count
from sample_data.truth.planted import planted
from sample_data.world import World


def truth(world: World, accounts: dict[str, Account], seed: int) -> dict[str, Any]:
    """Return the truth about a generated company and its exports as plain data."""
    figures = count(world)
    return {
        "about": "Counted from the generator's own clean rows; whole numbers only. See sample_data/README.md.",
        "seed": seed,
        "zone": ZONE,
        "months": [month.label for month in MONTHS],
        "data_end": DATA_END,
        "rows": {name: table.height for name, table in sorted(_tables(world).items())},
        "kpis": _kpis(figures),
        "first_contact_resolution_by_channel": figures.resolution_by_channel.nested(),
        "funnel": {name: tallies.nested() for name, tallies in figures.flow.items()},
        "contact_within_one_minute": figures.within_one_minute,
        "working_time": figures.working_time.nested(),
        "planted": planted(figures),
        "links": _links(world),
        "files": {name: account.as_dict() for name, account in sorted(accounts.items())},
    }


def write_truth(path: Path, document: dict[str, Any]) -> None:
    """Write the document, one short line per group of figures."""
    lines = json.dumps(document, ensure_ascii=False, indent=1)
    path.write_text(lines + "\n", encoding="utf-8")


def _tables(world: World) -> dict[str, Any]:
    return {**world.tables, "callbacks": world.callbacks}


def _kpis(figures: Figures) -> dict[str, Any]:
    return {
        "first_contact_resolution": figures.resolution.nested(),
        "first_response_on_time": figures.responded_on_time.nested(),
        "resolution_on_time": figures.resolved_on_time.nested(),
        "satisfaction_score": figures.satisfaction.nested(),
        "customer_confirmed_resolution": figures.confirmed.nested(),
    }


def _links(world: World) -> dict[str, Any]:
    """Return how many contacts name their case, could be linked by telephone and time, or belong to no case."""
    named = world["contacts"]["case_id"].is_not_null()
    about = world.true_case.is_not_null()
    hidden = world["contacts"]["identity_key"].is_null()
    return {
        "contacts": named.len(),
        "name_their_case": int(named.sum()),
        "about_a_case_they_do_not_name": int((about & ~named).sum()),
        "about_no_case": int((~about & ~hidden).sum()),
        "anonymous": int(hidden.sum()),
        "forms_without_case_and_job": int(world["feedback_forms"]["case_id"].is_null().sum()),
    }
