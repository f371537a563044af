"""The proof of one figure: its arithmetic, every row with why it counts or not, its rules and files, and a download."""

import streamlit as st

from dashboard import numbers
from dashboard.components.definition import definition
from dashboard.components.export_menu import export_menu
from dashboard.components.filter_bar import filter_bar
from dashboard.components.note_list import note_list
from dashboard.components.origin import origin
from dashboard.components.proof_bar import choose_part, download
from dashboard.components.row_list import row_list
from dashboard.exports import pages as exports
from dashboard.numbers import figure
from dashboard.pages import page
from dashboard.pinned_notes import notes_at
from dashboard.plain import plain
from dashboard.visit import Visit
from dashboard.wording import evidence, say, states


def show(visit: Visit) -> None:
    """Show a figure with its definition, and its rows or its origin."""
    kept = visit.filters.between_pages(month=visit.filters.month, kpi=visit.filters.kpi).at(visit.place)
    st.page_link(page("kpi", visit.language), label=f"‹ {evidence.BACK.to(visit.language)}", query_params=kept.params)
    shown = visit.measured(visit.kpi)
    place = visit.source.places.name(visit.place, visit.language)
    names = {
        "kpi": shown.kpi.name.to(visit.language),
        "month": numbers.month(visit.month, visit.language),
        "place": place,
    }
    value = figure(shown.kpi, shown.now, visit.language)
    st.title(plain(say(evidence.HEADLINE, visit.language, value=value, **names)), anchor=False)
    filter_bar(visit, with_kpi=True, further=lambda: export_menu(visit, exports.evidence(visit, shown)))
    definition(shown, visit.language, visit.filters.arrows)
    note_list(visit, notes_at(visit, shown.kpi, shown.place), shown.month)
    if shown.now is None:
        st.info(plain(say(states.NO_ROWS, visit.language, **names)))
        return
    download(visit, shown)
    (row_list if choose_part(visit) == "rows" else origin)(visit, shown)
