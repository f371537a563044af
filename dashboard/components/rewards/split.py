"""The statement on paper: its split to staff, which must sum to the cent before it is printed with it."""

from collections.abc import Sequence

import streamlit as st

from dashboard.components.rewards.paper import paper_heading, statement_paper_buttons
from dashboard.plain import plain
from dashboard.rewards.reads import Supervised
from dashboard.visit import Visit
from dashboard.wording import rewards as words
from dashboard.wording import say
from metrics.rewards.allocation import Share, amount_from, checked, equal_parts
from metrics.rewards.errors import AllocationError
from metrics.rewards.money import in_main_units

_COLUMNS = 4


def show_paper(visit: Visit, known: Supervised, unit: str) -> None:
    """Show the split, where it is asked for, and the ways to paper."""
    row = known.row(unit)
    paper_heading(visit)
    wanted = st.toggle(words.SPLIT_WITH.to(visit.language), key="reward_split")
    split = _split(visit, known, unit, row.total) if wanted else ()
    if split is not None:
        statement_paper_buttons(visit, known, unit, split)


def _split(visit: Visit, known: Supervised, unit: str, total: int) -> tuple[Share, ...] | None:
    """Return the shares as they are written in the fields; None while they do not hold."""
    st.subheader(words.SPLIT.to(visit.language), anchor=False)
    currency = known.row(unit).currency
    st.caption(say(words.SPLIT_SAID, visit.language, total=in_main_units(total, currency)))
    names = known.staff(unit)
    if not names:
        st.info(words.NO_STAFF.to(visit.language))
        return None
    written = _fields(names, total, f"reward_share_{unit}_{visit.month}")
    try:
        shares = [Share(name, amount_from(text)) for name, text in zip(names, written, strict=True)]
        split = checked(shares, total)
    except AllocationError as problem:
        st.error(plain(problem.said.to(visit.language)))
        return None
    st.success(say(words.SPLIT_SUMS, visit.language, total=in_main_units(total, currency)))
    return split


def _fields(names: Sequence[str], total: int, key: str) -> list[str]:
    """Show a field for each of the staff, with an equal part in it to begin with; return what they hold."""
    columns = st.columns(_COLUMNS)
    written = []
    for place, share in enumerate(equal_parts(names, total)):
        usual = in_main_units(share.amount, "").strip()
        field = columns[place % _COLUMNS].text_input(plain(share.name), value=usual, key=f"{key}_{place}")
        written.append(field or "")
    return written
