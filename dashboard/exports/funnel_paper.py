"""The funnel on paper: its message, its rules and notes, its steps and reasons, and the part that is on screen."""

from collections.abc import Callable

from dashboard import cohort_trend, funnel_data
from dashboard.components.linked_table import Table
from dashboard.exports.page_paper import Paper, page_pdf
from dashboard.funnel_choice import FunnelChoice
from dashboard.funnel_names import Names
from dashboard.funnel_notes import notes
from dashboard.funnel_sentences import rules, sentence
from dashboard.funnel_table import steps_table
from dashboard.reason_table import left_out_table, reason_table
from dashboard.step_times import times_table
from dashboard.visit import Visit
from dashboard.wording import exports as words
from dashboard.wording import funnel_parts
from metrics.store.funnel_summary import FunnelSummary


def funnel_pdf(
    summary: FunnelSummary, choice: FunnelChoice, chosen: str, names: Names, title: str
) -> Callable[[Visit], bytes]:
    """Return what prints the page, the bar `chosen` being looked at, without the single cases."""

    def printed(visit: Visit) -> bytes:
        def tables() -> list[Table]:
            steps = steps_table(summary, chosen, names, visit.filters, words.STEPS.to(visit.language))
            reasons = reason_table(summary, chosen, names, visit.filters)
            left_out = left_out_table(summary, chosen, names, visit.filters)
            return [steps, reasons, left_out, *_part(visit, choice, names)]

        def lines() -> list[str]:
            return [sentence(summary, choice, names), rules(summary, names, visit.source.zone), notes(summary, names)]

        return page_pdf(Paper(title, tables, lines), visit)

    return printed


def _part(visit: Visit, choice: FunnelChoice, names: Names) -> list[Table]:
    """Return the table of times or of cohorts, where one of them is on screen."""
    match visit.filters.part:
        case "times":
            return [times_table(funnel_data.times(visit.source, choice), names)]
        case "cohorts":
            found, name = funnel_data.cohorts(visit.source, choice), funnel_parts.COHORTS.to(visit.language)
            return [] if found.is_empty() else [cohort_trend.table(found, visit.filters, name, visit.language)]
        case _:
            return []
