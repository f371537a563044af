"""What complaints are about, by number and by cost, how severe they are, and the complaints themselves."""

import streamlit as st

from dashboard import numbers
from dashboard.complaints import causes
from dashboard.complaints.reads import Complaints
from dashboard.components.address_choice import choose_from_list
from dashboard.components.figure import show_figure
from dashboard.components.linked_table import show_table
from dashboard.components.opening import open_next
from dashboard.components.turning import turning
from dashboard.data import PAGE
from dashboard.figures.palette import palette
from dashboard.figures.pareto import pareto
from dashboard.paging import last_page
from dashboard.plain import plain
from dashboard.rows import Reader
from dashboard.rows import table as rows_table
from dashboard.visit import Visit
from dashboard.wording import complaints as words
from dashboard.wording import say
from metrics.registry import all_kpis
from metrics.store.complaints import COUNTED_BY, Causes
from metrics.text import Text


def show_causes(visit: Visit, known: Complaints) -> None:
    """Show the causes, the severity and the list of complaints of the period."""
    period = known.period.name(visit.source.places, visit.language)
    st.caption(plain(period))
    if known.rows.is_empty():
        st.info(plain(say(words.NO_COMPLAINTS, visit.language, period=period)))
        return
    by_count = known.causes("complaints")
    st.caption(say(words.CAUSES_ABOUT, visit.language, complaints=numbers.count(by_count.counted)))
    left, right = st.columns(2)
    with left:
        _pareto(visit, by_count, words.BY_COUNT)
    with right:
        _pareto(visit, known.causes("cost"), words.BY_COST)
    st.header(words.SEVERITY.to(visit.language), anchor=False)
    st.text(causes.weighted(known.weighted, visit.language))
    table = causes.severities(known.severity, visit.filters, visit.language)
    show_table(table, visit.language, key="severities")
    _list(visit, known, by_count)


def _pareto(visit: Visit, found: Causes, title: Text) -> None:
    st.header(title.to(visit.language), anchor=False)
    if found.table.is_empty():
        st.info(words.NO_COST.to(visit.language))
        return

    def opened(topic: str) -> None:
        open_next(causes.to_complaints(visit.filters, cause=topic, severity=None))

    figure = pareto(causes.bars(found, visit.language), palette(st.context.theme.type))
    alternative = causes.in_a_sentence(found, visit.language)
    show_figure(figure, f"pareto_{found.measure}", alternative, opened if found.measure == "complaints" else None)
    table = causes.table(found, title, visit.filters, visit.language)
    show_table(table, visit.language, key=f"pareto_{found.measure}_table")


def _list(visit: Visit, known: Complaints, by_count: Causes) -> None:
    st.header(words.LIST.to(visit.language), anchor=False)
    topics, grades = causes.choices(known.rows, by_count, visit.language)
    with st.container(horizontal=True):
        cause = choose_from_list(visit, "cause", topics, words.CAUSE)
        grade = choose_from_list(visit, "severity", grades, words.SEVERITY)
    rows = causes.ordered(known.rows, cause, grade)
    if rows.is_empty():
        st.info(words.NO_SUCH_COMPLAINTS.to(visit.language))
        return
    page = min(visit.filters.page, last_page(rows.height))
    position = turning(visit, page, rows.height)
    name = say(words.LIST_NAME, visit.language, range=position)
    reader = Reader(visit.language, visit.source.zone, visit.source.places, visit.filters)
    shown = causes.listed(rows.slice((page - 1) * PAGE, PAGE), topics)
    show_table(rows_table(all_kpis()[COUNTED_BY], shown, reader, name), visit.language, key="complaints")
