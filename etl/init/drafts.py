"""Drafts of sources: which table an export fills, how each column is mapped, and what is left to ask."""

from dataclasses import dataclass, replace
from typing import Any

import polars as pl

from etl.init.assumed import dated, ends, resolved, which_stages
from etl.init.cells import Guess
from etl.init.derived import ROW_ID, case_column, last_rows, version_column, with_event_id, with_moment, with_row_id
from etl.init.exports import Export
from etl.init.matching import Match, best_match, match
from etl.init.survey import survey
from metrics.contract import TABLES, Column

_RATINGS = ("timeliness", "repair_quality", "attitude", "csat")


@dataclass(frozen=True, eq=False)
class Draft:
    """A source as it will be written, and what is asked about it."""

    export: Export
    table: str
    guesses: dict[str, Guess]

    @property
    def questions(self) -> list[str]:
        """Return what is asked about the source, the export's own questions first."""
        return [*self.export.questions, *(asked for guess in self.guesses.values() for asked in guess.questions)]

    @property
    def needs_zone(self) -> bool:
        """Tell whether times without a zone are mapped."""
        return any(guess.needs_zone for guess in self.guesses.values())


def drafts(export: Export) -> list[Draft]:
    """Return the sources that the export is good for; none where it fits no table."""
    answers = survey(export)
    if answers is not None:
        return [_draft(answers, match(answers, TABLES["servqual_responses"]))]
    whole = with_moment(export)
    key = case_column(whole)
    found = best_match(whole)
    if key is not None and (found is None or _is_log(found)):
        return _of_a_log(whole, key)
    if found is None:
        return []
    version = version_column(whole)
    dated = replace(whole, settings=whole.settings | ({"version": version} if version else {}))
    return [_draft(dated, found), *_ratings(whole, found)]


def _is_log(found: Match) -> bool:
    return found.table.name == "cases" or (found.table.name == "case_events" and "event_id" not in found.guesses)


def _of_a_log(export: Export, key: str) -> list[Draft]:
    """Return the cases as their last rows tell them, and the events where these are named."""
    cases = last_rows(export, key)
    events = with_event_id(export, key)
    found = match(events, TABLES["case_events"])
    found.guesses["kind"] = Guess({"constant": "stage_enter"}, ["Does each row tell that a case enters a stage?"])
    named = "stage" in found.guesses and not found.lacks_a_time
    fitting = match(cases, TABLES["cases"])
    if named and not ends(fitting):
        cases = cases.asking(which_stages(found.guesses["stage"], export))
    return [
        *([] if fitting.lacks_a_time else [_draft(cases, fitting)]),
        *([_draft(replace(events, name=f"{export.name} events"), found)] if named else []),
    ]


def _ratings(export: Export, found: Match) -> list[Draft]:
    """Return a source of feedback forms where an export of contacts or cases holds ratings too."""
    forms = match(export, TABLES["feedback_forms"])
    ratings = {name: forms.guesses[name] for name in _RATINGS if name in forms.guesses}
    key, *_ = found.table.key
    if not ratings or found.table.name not in {"cases", "contacts"} or key not in found.guesses:
        return []
    at = found.guesses.get("closed_at") or found.guesses[found.table.at[0]]
    shared = {name: found.guesses[name] for name in ("case_id", "org_unit_id") if name in found.guesses}
    guesses = {"form_id": found.guesses[key], **shared, "received_at": replace(at, questions=[]), **ratings}
    rated = replace(export, name=f"{export.name} ratings", questions=()).asking(
        "Is a row without a rating a form that never came back? It is loaded without grades."
    )
    return [Draft(rated, "feedback_forms", guesses)]


def _draft(export: Export, found: Match) -> Draft:
    guesses = {**found.guesses, **resolved(found), **dated(found)}
    for name in found.unfilled:
        column = found.table.column(name)
        if _is_id(column, found) and ROW_ID not in export.columns:
            export = with_row_id(export)
            guesses[name] = Guess({"column": ROW_ID}, [_no_id(column)])
        else:
            guesses[name] = _constant(column, found.guesses.get(name))
    ordered = {column.name: guesses[column.name] for column in found.table.columns if column.name in guesses}
    return Draft(export, found.table.name, ordered)


def _is_id(column: Column, found: Match) -> bool:
    return column.name in found.table.key and column.dtype == pl.String and not column.allowed


def _no_id(column: Column) -> str:
    return (
        f"{column.name}: no column looks like an id. Is there one?"
        " Row numbers stand in for it, which change when the export does."
    )


def _constant(column: Column, unsure: Guess | None) -> Guess:
    value: Any = column.allowed[0] if column.allowed else 1 if column.dtype == pl.Int64 else "unknown"
    allowed = f" Allowed are {', '.join(column.allowed)}." if column.allowed else ""
    told = f"what do the values of '{unsure.mapping['column']}' mean?" if unsure else "which column tells it?"
    return Guess({"constant": value}, [f"{column.name}: {told} {value!r} is assumed for all rows.{allowed}"])
