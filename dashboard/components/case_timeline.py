"""One case on the page: what it says of itself, its promises, its moments, and the customer's other cases."""

import streamlit as st

from dashboard.case_tables import facts, others_table, promise_table
from dashboard.components.linked_table import show_table
from dashboard.components.timeline import show_timeline
from dashboard.components.turning import turning
from dashboard.moment_entries import entries, has_working_gaps
from dashboard.plain import plain
from dashboard.timeline_reader import RecordReader
from dashboard.timelines import Told
from dashboard.visit import Visit
from dashboard.wording import case as words
from dashboard.wording import say

# More moments than this are turned over page by page.
MOST = 200


def case_timeline(visit: Visit, told: Told, reader: RecordReader) -> None:
    """Show a case."""
    st.caption(" · ".join(f"{plain(name)} **{plain(value)}**" for name, value in facts(told, reader)))
    st.header(words.PROMISES.to(visit.language), anchor=False)
    promised = promise_table(told)
    if promised.rows:
        show_table(promised, visit.language, key="promises")
    else:
        st.text(words.NO_PROMISES.to(visit.language))
    _moments(visit, told, reader)
    st.header(words.OTHERS.to(visit.language), anchor=False)
    others = others_table(told, reader, visit.filters)
    if others.rows:
        show_table(others, visit.language, key="others")
    else:
        st.text(words.NO_OTHERS.to(visit.language))


def _moments(visit: Visit, told: Told, reader: RecordReader) -> None:
    st.header(words.TIMELINE.to(visit.language), anchor=False)
    gaps = words.WORKING_GAPS if has_working_gaps(told) else words.CLOCK_GAPS
    st.caption(gaps.to(visit.language))
    total = told.timeline.moments.height
    page = min(visit.filters.page, -(-total // MOST))
    position = turning(visit, page, total, MOST)
    name = say(words.TIMELINE_NAME, visit.language, case=told.timeline.case["case_id"], range=position)
    show_timeline(name, entries(told, reader, (page - 1) * MOST, MOST), visit.language)
