"""The waterfall with its table: every bar and every figure opens its cases."""

import streamlit as st

from dashboard.choices import rewrite
from dashboard.components.figure import show_figure
from dashboard.components.linked_table import show_table
from dashboard.figures.palette import palette
from dashboard.figures.waterfall import waterfall
from dashboard.funnel_choice import FunnelChoice
from dashboard.funnel_names import Names
from dashboard.funnel_notes import notes
from dashboard.funnel_sentences import before_in_words, period
from dashboard.funnel_table import steps_table
from dashboard.plain import plain
from dashboard.reason_table import left_out_table, reason_table, stage_of
from dashboard.visit import Visit
from dashboard.waterfalls import alternative, bars
from dashboard.wording import say
from dashboard.wording import waterfall as words
from metrics.funnel.evidence import EVERY_STEP
from metrics.store.funnel_summary import FunnelSummary


def funnel_waterfall(visit: Visit, summary: FunnelSummary, choice: FunnelChoice, chosen: str, names: Names) -> None:
    """Show the waterfall beside the reasons of the chosen bar, the table below, and what must be said of both."""
    wide, narrow = st.columns([3, 2], gap="large")
    with wide:
        _chart(visit, summary, choice, chosen, names)
    with narrow:
        _reasons(visit, summary, chosen, names)
    title = say(
        words.TABLE,
        visit.language,
        funnel=choice.funnel.text.to(visit.language),
        period=period(choice.query, visit.language),
    )
    show_table(steps_table(summary, chosen, names, visit.filters, title), visit.language, key="steps")
    st.caption(plain(notes(summary, names)))


def _chart(visit: Visit, summary: FunnelSummary, choice: FunnelChoice, chosen: str, names: Names) -> None:
    named = {
        "funnel": choice.funnel.text.to(visit.language),
        "place": visit.source.places.name(visit.place, visit.language),
        "period": period(choice.query, visit.language),
    }
    has_before = summary.bars_before.height > 0
    hint = words.CHART_HINT if has_before else words.CHART_HINT_ALONE
    told = say(hint, visit.language, before=before_in_words(choice, visit.language))
    st.header(plain(say(words.CHART, visit.language, **named)), anchor=False)
    st.caption(plain(told))
    show_figure(
        waterfall(bars(summary, chosen, names), palette(st.context.theme.type)),
        # A bar that is clicked again must tell so, whatever else was chosen in between: so each choice has its own key.
        key=f"waterfall_{chosen}",
        alternative=alternative(summary, names),
        clicked=lambda bar: rewrite(visit.filters.choose(bar=bar, part=None)),
    )


def _reasons(visit: Visit, summary: FunnelSummary, chosen: str, names: Names) -> None:
    table = reason_table(summary, chosen, names, visit.filters)
    st.header(plain(table.name), anchor=False)
    if not table.rows:
        st.text(words.NO_LOSSES.to(visit.language))
    else:
        if stage_of(summary, chosen) == EVERY_STEP:
            st.caption(words.REASONS_ONLY_OF_LOSSES.to(visit.language))
        show_table(table, visit.language, key="reasons")
    left_out = left_out_table(summary, chosen, names, visit.filters)
    if left_out.rows:
        st.header(plain(left_out.name), anchor=False)
        show_table(left_out, visit.language, key="left_out")
