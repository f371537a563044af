"""A KPI's trend on its control chart: the figure or the table, and what its signals say."""

from collections.abc import Mapping, Sequence

import streamlit as st

from dashboard import control_charts, trends
from dashboard.choices import rewrite
from dashboard.components.figure import show_figure
from dashboard.components.linked_table import show_table
from dashboard.components.note_list import note_form, note_list
from dashboard.components.part_bar import as_table, choose_grain
from dashboard.figures.control import control_figure
from dashboard.figures.palette import palette
from dashboard.measured import Measured
from dashboard.pinned_notes import notes_at, numbered
from dashboard.plain import plain
from dashboard.tracked import chart
from dashboard.visit import Visit
from dashboard.wording import kpi as words
from dashboard.wording import notes as note_words
from dashboard.wording import say
from metrics.model import Kpi
from metrics.signals.record import ChartRecord
from metrics.store.notes import Note


def control_trend(visit: Visit, shown: Measured) -> None:
    """Show the trend of the KPI at the chosen place."""
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        grain = choose_grain(visit)
        tabular = as_table(visit)
    record, notes = chart(visit, shown.kpi, shown.place, grain), notes_at(visit, shown.kpi, shown.place)
    if record is None:
        st.info(words.NO_CHART.to(visit.language))
        _notes(visit, shown.kpi, notes)
        return
    place = visit.source.places.name(shown.place, visit.language)
    name = say(words.TREND_OF, visit.language, kpi=shown.kpi.name.to(visit.language), place=place)
    hint = f" · {words.TREND_HINT.to(visit.language)}" if grain == "month" and not tabular else ""
    st.caption(f"{plain(name)}{hint}")
    if tabular:
        table = control_charts.table(shown, record, visit.filters, name, visit.language)
        show_table(table, visit.language, key="kpi_trend_table")
    else:
        _figure(visit, shown, record, numbered(notes))
    st.caption(plain(control_charts.basis(record, visit.language)))
    _signals(visit, record)
    _notes(visit, shown.kpi, notes)


def _figure(visit: Visit, shown: Measured, record: ChartRecord, pinned: Mapping[str, str]) -> None:
    def turn(period: str) -> None:
        if period in visit.source.months:
            rewrite(visit.filters.choose(month=period))

    months = {month.month: month for month in trends.drawn(visit.source, shown.kpi, shown.place)}
    marks = control_charts.marks(record, months, pinned, visit.language)
    labels = control_charts.labels(shown.kpi, record, marks, visit.language)
    centre = record.points["centre"][0]
    figure = control_figure(marks, centre, visit.month, labels, palette(st.context.theme.type))
    place = visit.source.places.name(shown.place, visit.language)
    show_figure(figure, "kpi_trend", control_charts.alternative(shown, place, record, visit.language), turn)


def _notes(visit: Visit, kpi: Kpi, notes: Sequence[Note]) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.header(note_words.TITLE.to(visit.language), anchor=False, width="content")
        note_form(visit, kpi)
    if not notes:
        st.caption(note_words.NONE.to(visit.language))
    note_list(visit, notes)


def _signals(visit: Visit, record: ChartRecord) -> None:
    newest = [*reversed(record.signals)]
    st.header(words.SIGNALS.to(visit.language), anchor=False)
    if not newest:
        st.caption(words.NO_SIGNALS.to(visit.language))
    lines = [
        f"- {plain(control_charts.in_words(signal, visit.language))}" for signal in newest[: control_charts.MOST_SAID]
    ]
    if lines:
        st.markdown("\n".join(lines))
    if len(newest) > control_charts.MOST_SAID:
        st.caption(say(words.EARLIER_SIGNALS, visit.language, signals=len(newest) - control_charts.MOST_SAID))
