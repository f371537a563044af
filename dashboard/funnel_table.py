"""The table of a funnel's steps: the same figures as its waterfall, each a way to its cases."""

from collections.abc import Mapping
from typing import Any

from dashboard import numbers
from dashboard.address import address
from dashboard.components.linked_table import Cell, Column, Row, Table
from dashboard.filters import Filters
from dashboard.funnel_names import Names, opens
from dashboard.tone import Tone
from dashboard.waterfalls import share
from dashboard.wording import judgement, say
from dashboard.wording import waterfall as words
from metrics.change import Verdict
from metrics.funnel import Skipped
from metrics.model import Unit
from metrics.quantity import difference_in_words, from_to
from metrics.store.funnel_summary import FunnelSummary
from metrics.text import Language

STATES = {
    "entered": words.ENTERED,
    "converted": words.COLUMN_WENT_ON,
    "lost": words.LOST,
    "timed_out": words.TIMED_OUT,
    "open": words.OPEN,
}
_OTHERS = (words.COLUMN_UNLOGGED, words.COLUMN_CONVERSION, words.COLUMN_BEFORE, words.COLUMN_CHANGE)


def steps_table(summary: FunnelSummary, chosen: str, names: Names, filters: Filters, name: str) -> Table:
    """Return one row per step: its four states, what was not logged, and the conversion against the period before."""
    unlogged = column_of_unlogged(summary)
    heads = [Column(head.to(names.language)) for head in (*STATES.values(), *_OTHERS)]
    changes = {row["step"]: row for row in summary.change.iter_rows(named=True)}
    rows = [
        Row(
            [
                Cell(names.stage(row["stage"])),
                *(_count(row, state, chosen, names, filters) for state in STATES),
                _count(row, unlogged, chosen, names, filters),
                *_conversion(changes[row["step"]], names.language),
            ]
        )
        for row in summary.stages.iter_rows(named=True)
    ]
    return Table(name, [Column(words.COLUMN_STEP.to(names.language), is_figure=False), *heads], rows)


def column_of_unlogged(summary: FunnelSummary) -> str:
    """Return the column that counts the cases of which a step was not logged, by what the policy makes of them."""
    return "imputed" if summary.funnel.skipped is Skipped.IMPUTE else "held_up"


def _count(row: Mapping[str, Any], state: str, chosen: str, names: Names, filters: Filters) -> Cell:
    opened, n = opens(row["stage"], state), numbers.count(row[state])
    return Cell(
        n,
        symbol="▸" if opened == chosen else "",
        href=address("funnel", filters.choose(bar=opened, part=None)) if row[state] else "",
        label=say(words.CELL_LABEL, names.language, bar=names.bar(opened), n=n),
    )


def _conversion(change: Mapping[str, Any], language: Language) -> list[Cell]:
    """Return the conversion from the step before, that of the period before, and what can be said of the difference."""
    now, before = change["value"], change["value_before"]
    low, high = share(change["low"], language), share(change["high"], language)
    between = from_to(low, high, "–") if now is not None else ""
    return [Cell(share(now, language), note=between), Cell(share(before, language)), _change(change, language)]


def _change(change: Mapping[str, Any], language: Language) -> Cell:
    moved, verdict = change["difference"], Verdict(change["verdict"])
    said = judgement.VERDICTS[verdict].to(language)
    if moved is None:
        return Cell(judgement.NO_DATA.to(language), note=said if verdict is Verdict.TOO_EARLY else "")
    tone = Tone.QUIET if verdict is not Verdict.REAL else Tone.GOOD if moved > 0 else Tone.BAD
    size = difference_in_words(moved, Unit.SHARE).to(language).replace("percentage points", "pp")
    arrow = "▲" if moved > 0 else "▼" if moved < 0 else ""
    return Cell(f"{arrow} {size}".strip(), note=said, note_tone=tone)
