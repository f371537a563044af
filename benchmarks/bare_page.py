"""The yardstick: as many tiles, charts, tables and choices as the overview and a KPI's page have, of constant data."""

import plotly.graph_objects as go
import streamlit as st

_TILES = 7
_MONTHS = [f"{year}-{month:02d}" for year in (2025, 2024) for month in range(1, 13)]
_VALUES = [80.0 + month % 5 for month in range(24)]
_BOARD = {f"KPI {number}": ["80.8 % ▼ 2.3 pp · within noise"] * 13 for number in range(_TILES)}
_ROWS = {f"Column {number}": ["2025-06-01 12:00"] * 50 for number in range(17)}


def _overview() -> None:
    _head()
    for number, column in enumerate(st.columns(_TILES)):
        column.metric(f"KPI {number}", "80.8 %", "-2.3 pp", chart_data=_VALUES)
    st.table(_BOARD)
    left, right = st.columns(2)
    left.table({"Step": ["Unit"] * 10, "Amount": ["−2.3 pp"] * 10})
    right.table({"Signal": ["2025-06, 80.8 %"] * 5})
    _trend()


def _kpi() -> None:
    _head()
    st.selectbox("KPI", ["KPI 0", "KPI 1"], key="kpi")
    st.markdown("What it means, with the figures in it.")
    _trend()
    st.table(_ROWS)


def _head() -> None:
    month = st.session_state.get("month", _MONTHS[0])
    for page in (_OVERVIEW, _KPI):
        st.page_link(page)
    st.title(f"Page of {month}", anchor=False)
    left, right = st.columns(2)
    left.selectbox("Month", _MONTHS, key="month")
    right.selectbox("Unit", [f"Unit {number}" for number in range(14)], key="unit")


def _trend() -> None:
    st.segmented_control("Trend", [f"KPI {number}" for number in range(_TILES)], key="shown")
    st.toggle("Table", key="as_table")
    st.plotly_chart(go.Figure(go.Scatter(x=_MONTHS, y=_VALUES, mode="lines+markers")), key="trend")


_OVERVIEW = st.Page(_overview, title="Overview", url_path="overview", default=True)
_KPI = st.Page(_kpi, title="KPI", url_path="kpi")
st.set_page_config(layout="wide")
st.navigation([_OVERVIEW, _KPI], position="hidden").run()
