"""Units beside each other on screen: over how many months, the funnel plot, and the table with what is noise."""

import streamlit as st

from dashboard.components.address_choice import choose_button
from dashboard.components.figure import show_figure
from dashboard.components.linked_table import show_table
from dashboard.components.rewards.month import units_at
from dashboard.figures.funnel_plot import funnel_plot
from dashboard.figures.palette import palette
from dashboard.rewards import peers
from dashboard.rewards.reads import Supervised
from dashboard.visit import Visit
from dashboard.wording import reward_parts as words


def show_peers(visit: Visit, known: Supervised) -> None:
    """Show the units of the chosen region, or all of them."""
    st.header(words.PEERS.to(visit.language), anchor=False)
    st.caption(words.PEERS_SAID.to(visit.language))
    spans = {span: text.to(visit.language) for span, text in words.SPANS.items()}
    span = int(choose_button(visit, "span", spans, words.OVER))
    found = peers.compared(visit.source, visit.month, span, [place.code for place in units_at(visit)])
    if found.peers.units.is_empty():
        st.info(words.NO_PEERS.to(visit.language))
        return
    drawn = peers.dots(found, known, visit.language)
    if found.plot:
        figure = funnel_plot(drawn, peers.lines(found.plot, visit.language), palette(st.context.theme.type))
        show_figure(figure, "reward_peers", peers.alternative(found, drawn, visit.language))
    show_table(peers.table(found, known, visit.language), visit.language, key="reward_peers_table")
    st.caption(words.PEERS_METHOD.to(visit.language))
