"""The funnel: where cases are lost on their way, why, and which ones."""

import streamlit as st

from dashboard import funnel_data
from dashboard.components.export_menu import export_menu
from dashboard.components.funnel_filters import funnel_filters
from dashboard.components.funnel_parts import funnel_parts
from dashboard.components.funnel_waterfall import funnel_waterfall
from dashboard.components.notices import problem_notices
from dashboard.exports import pages as exports
from dashboard.funnel_choice import FunnelChoice, choose
from dashboard.funnel_names import Names, opens
from dashboard.funnel_sentences import empty, message, period, rules, sentence
from dashboard.plain import plain
from dashboard.rows import Reader
from dashboard.visit import Visit
from dashboard.wording import funnel as words
from dashboard.wording import say
from metrics.store.funnel_summary import FunnelSummary


def show(visit: Visit) -> None:
    """Show the message, the waterfall with its table, and one part below it."""
    declared = funnel_data.funnels(visit.source)
    if not declared:
        st.title(words.NONE_DECLARED.to(visit.language), anchor=False)
        st.text(words.NONE_DECLARED_HOW.to(visit.language))
        return
    choice, problems = choose(declared, visit.filters, visit.month)
    problem_notices(problems, visit.language)
    summary = funnel_data.summary(visit.source, choice)
    reader = Reader(visit.language, visit.source.zone, visit.source.places)
    names = Names(choice.funnel, summary.reasons, visit.source.places, reader)
    somebody = summary.totals["entered"] > 0
    title = _title(visit, summary, choice, names)
    st.title(plain(title), anchor=False)
    if somebody:
        st.markdown(plain(sentence(summary, choice, names)))
    funnel_filters(visit, declared, choice, summary.values, names)
    st.caption(plain(rules(summary, names, visit.source.zone)))
    if not somebody:
        st.info(plain(empty(choice, visit.place, names)))
        return
    chosen = choice.bar or _first_bar(summary)
    export_menu(visit, exports.funnel(summary, names), exports.funnel_pdf(summary, choice, chosen, names, title))
    funnel_waterfall(visit, summary, choice, chosen, names)
    funnel_parts(visit, summary, choice, chosen, names)


def _title(visit: Visit, summary: FunnelSummary, choice: FunnelChoice, names: Names) -> str:
    if summary.totals["entered"]:
        return message(summary, choice, visit.place, names)
    return say(words.NOBODY_ENTERED, visit.language, period=period(choice.query, visit.language))


def _first_bar(summary: FunnelSummary) -> str:
    """Return the bar that the page opens with: what was lost where most was lost, else whoever entered."""
    return opens(summary.worst, "lost") if summary.worst else opens(summary.funnel.steps[0], "entered")
