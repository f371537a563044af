"""The verification plan on screen: how sure it is to be, the sample, the list for the callers, and what they heard."""

import streamlit as st

from dashboard.components.linked_table import show_table
from dashboard.components.rewards.month import units_at
from dashboard.exports.handed import logged
from dashboard.plain import plain
from dashboard.rewards.plan import PRECISIONS, Plan, plan_of, plan_table, results_sheet, strata_table
from dashboard.rewards.reads import Supervised
from dashboard.rewards.sheets import Reading, table
from dashboard.visit import Visit
from dashboard.wording import reward_parts as words
from metrics.rewards.month_rows import month_rows
from metrics.rewards.sampling import Design
from metrics.store.exports import csv_of

_USUAL = Design()
_WIDTH = 220


def show_plan(visit: Visit, known: Supervised) -> None:
    """Show the plan of the chosen units."""
    st.header(words.PLAN.to(visit.language), anchor=False)
    st.caption(words.PLAN_SAID.to(visit.language))
    design = _design(visit)
    units = [place.code for place in units_at(visit)] if not visit.filters.unit else [visit.filters.unit]
    plan = plan_of(visit.source, units, visit.month, design)
    if plan.samples:
        _plan(visit, known, plan)
    else:
        st.info(words.NO_PLAN.to(visit.language))
    _results(visit, known, units)


def _design(visit: Visit) -> Design:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        precision = st.selectbox(
            words.PRECISION.to(visit.language),
            PRECISIONS,
            index=PRECISIONS.index(str(_USUAL.precision)),
            format_func=lambda share: f"± {100 * float(share):g} %",
            key="reward_precision",
            filter_mode=None,
            width=_WIDTH,
        )
        seed = st.text_input(
            words.SEED.to(visit.language), value=_USUAL.seed, key="reward_seed", max_chars=60, width=_WIDTH
        )
    return Design(float(precision or _USUAL.precision), seed=seed or _USUAL.seed)


def _plan(visit: Visit, known: Supervised, plan: Plan) -> None:
    show_table(plan_table(plan, known, visit.language), visit.language, key="reward_plan")
    only = next(iter(plan.samples)) if len(plan.samples) == 1 else None
    if only:
        name = plain(known.named(only).to(visit.language))
        strata = strata_table(plan.samples[only], name, visit.language)
        show_table(strata, visit.language, key="reward_strata")

    def handed_out() -> bytes:
        content = csv_of(plan.drawn)
        logged(visit, "csv", plan.drawn.height)
        return content

    st.download_button(
        words.PLAN_CSV.to(visit.language),
        data=handed_out,
        file_name=f"call-backs-{visit.month}.csv",
        mime="text/csv",
        on_click="ignore",
        key="reward_plan_csv",
    )
    st.caption(words.PLAN_BACK.to(visit.language))


def _results(visit: Visit, known: Supervised, units: list[str]) -> None:
    st.header(words.RESULTS.to(visit.language), anchor=False)
    judged = [row.satisfaction for row in month_rows(known.viewed.account) if row.satisfaction and row.unit in units]
    calls = {document["unit"]: known.calls(document) for document in judged}
    heard = {unit: found for unit, found in calls.items() if found.discrepancy.called}
    if not heard:
        st.caption(words.NO_RESULTS.to(visit.language))
        return
    sheet = results_sheet(heard, known)
    reading = Reading.of(visit)
    show_table(table(sheet, reading), visit.language, key="reward_results")
    if sheet.about:
        st.caption(sheet.about.to(visit.language))
