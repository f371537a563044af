"""Recoveries on the screen: tiles of their KPIs, the sums, and the board, fifty at a time."""

import streamlit as st

from dashboard.complaints import recoveries
from dashboard.complaints.choice import OF_RECOVERY, cards_of
from dashboard.complaints.reads import Complaints
from dashboard.components.linked_table import show_table
from dashboard.components.tiles import show_tiles
from dashboard.components.turning import turning
from dashboard.data import PAGE
from dashboard.paging import last_page
from dashboard.plain import plain
from dashboard.visit import Visit
from dashboard.wording import complaints as words
from dashboard.wording import say


def show_recovery(visit: Visit, known: Complaints) -> None:
    """Show the KPIs of the month and the board of the period."""
    kpi_tiles(visit, OF_RECOVERY, "recovery_tiles")
    st.header(words.BOARD.to(visit.language), anchor=False)
    period = known.period.name(visit.source.places, visit.language)
    board = known.board
    if board is None:
        st.info(plain(say(words.NO_RECOVERIES, visit.language, period=period)))
        return
    st.caption(f"{plain(period)} · {words.BOARD_ABOUT.to(visit.language)}")
    st.text("\n".join(recoveries.sums(board, visit.language)))
    page = min(visit.filters.page, last_page(board.rows.height))
    position = turning(visit, page, board.rows.height)
    reader = recoveries.BoardReader(visit.language, visit.source.zone, visit.source.places, visit.filters)
    name = say(words.BOARD_NAME, visit.language, range=position)
    show_table(reader.table(board.rows.slice((page - 1) * PAGE, PAGE), name), visit.language, key="board")


def kpi_tiles(visit: Visit, keys: tuple[str, ...], key: str) -> None:
    """Show the tiles of some KPIs in the chosen month; each opens its own page."""
    show_tiles(cards_of(visit, keys), visit.language, key)
