"""The month on screen: its state and basis, every unit's figures, what is adjusted, the way to paper, and the steps."""

import streamlit as st

from dashboard import numbers
from dashboard.components.linked_table import show_table
from dashboard.components.rewards.paper import month_paper_buttons
from dashboard.components.rewards.steps import show_steps
from dashboard.places import Place
from dashboard.plain import plain
from dashboard.rewards.message import basis, state
from dashboard.rewards.month import month_table
from dashboard.rewards.reads import Supervised
from dashboard.rewards.sheets import Reading, table
from dashboard.visit import Visit
from dashboard.wording import rewards as words
from dashboard.wording import say
from metrics.rewards.month_rows import month_rows
from metrics.rewards.paper.accounts import ADJUSTMENTS_ABOUT, adjustments_sheet
from metrics.rewards.paper.statement import ADJUSTED, LATER


def show_month(visit: Visit, known: Supervised) -> None:
    """Show the units of the chosen region, or all of them."""
    account, zone = known.viewed.account, visit.source.zone
    month = numbers.month(visit.month, visit.language)
    st.text(state(account, zone, visit.language))
    st.caption(plain(basis(account, zone, visit.language)))
    rows = [row for row in month_rows(account) if row.unit in {place.code for place in units_at(visit)}]
    if not account.statements:
        st.text(words.NO_STATEMENT_HOW.to(visit.language))
    elif not rows:
        place = visit.source.places.name(visit.place, visit.language)
        st.info(plain(say(words.NO_STATEMENT_HERE, visit.language, place=place, month=month)))
    else:
        reading = Reading.of(visit)
        show_table(month_table(rows, known.named, reading, month), visit.language, key="reward_units")
    show_adjustments(visit, known)
    month_paper_buttons(visit, known)
    show_steps(visit, known)


def units_at(visit: Visit) -> tuple[Place, ...]:
    """Return the units of the chosen place."""
    places = visit.source.places
    return places.units if visit.place.kind == "all" else places.within(visit.place)


def show_adjustments(visit: Visit, known: Supervised, unit: str | None = None) -> None:
    """Show what is adjusted with the month, and what of the month was adjusted since; of one unit or of all."""
    viewed, account = known.viewed, known.viewed.account
    if not viewed.is_in_turn:
        following = numbers.month(viewed.following or visit.month, visit.language)
        st.caption(say(words.NOT_IN_TURN, visit.language, following=following))
    reading = Reading.of(visit)
    for name, paid, title in (("adjusted", account.adjustments, ADJUSTED), ("later", account.later, LATER)):
        mine = [each for each in paid if unit in (None, each.key[1])]
        if mine:
            st.header(title.to(visit.language), anchor=False)
            sheet = adjustments_sheet(mine, account.month, title)
            show_table(table(sheet, reading), visit.language, key=f"reward_{name}")
            st.caption(ADJUSTMENTS_ABOUT.to(visit.language))
