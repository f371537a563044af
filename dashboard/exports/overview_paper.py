"""The overview on paper: a paged PDF with the texts of the screen."""

from dataclasses import asdict
from typing import Any

from dashboard import overview_parts as parts
from dashboard.components.linked_table import Table
from dashboard.components.open_signals import MOST
from dashboard.exports.paper import framed, printed, row, tile
from dashboard.visit import Visit
from dashboard.wording import overview, say


def overview_pdf(visit: Visit) -> bytes:
    """Return the overview as PDF."""
    language, headline = visit.language, visit.leading[0]
    told = {
        **framed(visit, parts.message(visit)),
        "warning": parts.unfinished(visit),
        "tiles": [tile(card) for card in parts.tiles(visit)],
        "board": _board(parts.places_table(visit, parts.measures(visit))),
        "moved": {"title": say(overview.WHAT_MOVED, language, kpi=headline.name.to(language)), **_moved(visit)},
        "signals": _signals(visit),
    }
    return printed("overview.typ", told)


def _board(table: Table) -> dict[str, Any]:
    return {"title": table.name, "heads": [column.text for column in table.columns], "rows": [*map(row, table.rows)]}


def _moved(visit: Visit) -> dict[str, Any]:
    found = parts.cause(visit, visit.leading[0])
    if found is None:
        return {"says": "", "steps": []}
    steps = parts.steps(visit, visit.leading[0], found)
    told = [{"name": step.name, "text": step.text, "tone": step.tone} for step in steps]
    return {"says": found.says.to(visit.language), "steps": told}


def _signals(visit: Visit) -> dict[str, Any]:
    found = parts.signals(visit)
    about = "" if found else overview.NO_SIGNALS.to(visit.language)
    items = [asdict(item) for item in found[:MOST]]
    return {"title": overview.SIGNALS.to(visit.language), "about": about, "items": items}
