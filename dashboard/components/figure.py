"""A figure with its caption, in the viewer's theme, and what a click on one of its points does."""

from collections.abc import Callable
from typing import Any

import plotly.graph_objects as go
import streamlit as st


def show_figure(figure: go.Figure, key: str, alternative: str, clicked: Callable[[str], None] | None = None) -> None:
    """Show a figure; `clicked` is told the custom data of a point that a viewer clicks on."""

    def opened() -> None:
        points: list[Any] = st.session_state[key].selection.points
        found = [str(_plain(point["customdata"])) for point in points if point.get("customdata") is not None]
        if clicked and found:
            clicked(found[0])

    st.plotly_chart(
        figure,
        key=key,
        on_select=opened if clicked else "ignore",
        selection_mode="points",
        config={"displayModeBar": False},
        alt=alternative,
    )


def _plain(data: Any) -> Any:  # noqa: ANN401 what the browser sends back has no type
    return data[0] if isinstance(data, list) else data
