"""After a recovery: what customers say beside those to whom nothing went wrong, and what might be at stake."""

import streamlit as st

from dashboard.complaints import afterwards
from dashboard.complaints.reads import Complaints
from dashboard.components.figure import show_figure
from dashboard.components.linked_table import show_table
from dashboard.components.scenario import show_scenario
from dashboard.figures.gap_rows import bars
from dashboard.figures.palette import palette
from dashboard.plain import plain
from dashboard.visit import Visit
from dashboard.wording import complaints as words


def show_afterwards(visit: Visit, known: Complaints) -> None:
    """Show the comparison of scores and, marked as such, the repurchase scenario."""
    st.header(words.COMPARED.to(visit.language), anchor=False)
    compared = known.comparison
    st.text(compared.sentence.to(visit.language))
    st.caption(plain(known.period.name(visit.source.places, visit.language)))
    if compared.difference is not None:
        figure = bars([afterwards.difference(compared, visit.language)], palette(st.context.theme.type))
        show_figure(figure, "recovered", afterwards.in_a_sentence(compared, visit.language))
    show_table(afterwards.table(compared, visit.language), visit.language, key="compared")
    show_scenario(visit, known)
