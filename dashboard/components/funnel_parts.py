"""What stands below the waterfall, one part at a time: cases, segments, cohorts, times."""

import streamlit as st

from dashboard import funnel_data
from dashboard.choices import follow, remember
from dashboard.components.cohort_chart import cohort_chart
from dashboard.components.linked_table import show_table
from dashboard.components.segment_chart import segment_chart
from dashboard.components.turning import turning
from dashboard.data import PAGE
from dashboard.funnel_cases import case_rows
from dashboard.funnel_choice import PARTS, FunnelChoice
from dashboard.funnel_names import Names
from dashboard.plain import plain
from dashboard.step_times import times_table
from dashboard.visit import Visit
from dashboard.wording import funnel_parts as words
from dashboard.wording import say
from metrics.store.funnel_summary import FunnelSummary


def funnel_parts(visit: Visit, summary: FunnelSummary, choice: FunnelChoice, chosen: str, names: Names) -> None:
    """Show the part that the address asks for."""
    match _choose(visit):
        case "where":
            segment_chart(visit, summary, choice, names)
        case "cohorts":
            cohort_chart(visit, choice)
        case "times":
            _times(visit, choice, names)
        case _:
            _cases(visit, choice, chosen, names)


def _choose(visit: Visit) -> str:
    key, shown = "funnel_part", visit.filters.part if visit.filters.part in PARTS else PARTS[0]
    follow(key, shown)
    st.segmented_control(
        words.PART.to(visit.language),
        PARTS,
        format_func=lambda part: words.PARTS[part].to(visit.language),
        key=key,
        required=True,
        on_change=remember(key, lambda part: visit.filters.choose(part=None if part == PARTS[0] else part)),
        label_visibility="collapsed",
    )
    return shown


def _cases(visit: Visit, choice: FunnelChoice, chosen: str, names: Names) -> None:
    bar = names.bar(chosen)
    st.header(plain(say(words.CASES, visit.language, bar=bar)), anchor=False)
    found = funnel_data.cases(visit.source, choice, chosen, visit.filters.page)
    if found.total == 0:
        st.info(plain(say(words.NO_CASES, visit.language, bar=bar)))
        return
    page = min(visit.filters.page, -(-found.total // PAGE))
    if page < visit.filters.page:
        found = funnel_data.cases(visit.source, choice, chosen, page)
    position = turning(visit, page, found.total)
    name = say(words.CASES_LIST, visit.language, bar=bar, range=position)
    show_table(case_rows(found.rows, names, visit.filters, name), visit.language, key="cases")


def _times(visit: Visit, choice: FunnelChoice, names: Names) -> None:
    st.header(words.TIMES.to(visit.language), anchor=False)
    table = times_table(funnel_data.times(visit.source, choice), names)
    if not table.rows:
        st.info(words.NO_TIMES.to(visit.language))
        return
    st.caption(words.TIMES_HINT.to(visit.language))
    show_table(table, visit.language, key="times")
