"""The yardstick: as many tiles and charts as the overview has, of constant data, and a second page beside them."""

import plotly.graph_objects as go
import streamlit as st

_TILES = 7
_MONTHS = [f"2025-{month:02d}" for month in range(1, 13)]
_VALUES = [80.0 + month % 5 for month in range(12)]


def _overview() -> None:
    month = st.session_state.get("month", _MONTHS[0])
    st.title(f"Overview {month}", anchor=False)
    st.selectbox("Month", _MONTHS, key="month")
    for number, column in enumerate(st.columns(_TILES)):
        column.metric(f"KPI {number}", "80.8 %", "-2.3 pp")
    st.plotly_chart(go.Figure(go.Scatter(x=_MONTHS, y=_VALUES, mode="lines+markers")), key="trend")
    st.page_link(_ROWS, label="Rows")


def _rows() -> None:
    st.page_link(_OVERVIEW, label="Overview")
    st.title("Rows", anchor=False)


_OVERVIEW = st.Page(_overview, title="Overview", url_path="overview", default=True)
_ROWS = st.Page(_rows, title="Rows", url_path="rows")
st.set_page_config(layout="wide")
st.navigation([_OVERVIEW, _ROWS], position="hidden").run()
