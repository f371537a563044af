"""The handbook: every KPI with its question, formula, traps, target and worked examples, to be searched."""

import streamlit as st

from dashboard import handbook_entries, numbers
from dashboard.choices import follow, remember, rewrite
from dashboard.components.linked_table import show_table
from dashboard.pages import page
from dashboard.plain import plain
from dashboard.visit import Visit
from dashboard.wording import handbook as words
from dashboard.wording import say
from metrics.model import Kpi
from metrics.registry import all_kpis


def show(visit: Visit) -> None:
    """Show the entry of the KPI that was chosen, or the list."""
    chosen = visit.filters.kpi
    if chosen:
        _entry(visit, all_kpis()[chosen])
    else:
        _list(visit)


def _list(visit: Visit) -> None:
    st.title(say(words.HEADLINE, visit.language, kpis=numbers.count(len(all_kpis()))), anchor=False)
    key, searched = "handbook_search", visit.filters.search
    follow(key, searched or "")
    st.text_input(
        words.SEARCH.to(visit.language),
        key=key,
        placeholder=words.SEARCH_HELP.to(visit.language),
        max_chars=60,
        on_change=remember(key, lambda text: visit.filters.choose(search=str(text).strip() or None)),
    )
    found = handbook_entries.found(searched)
    text = words.FOUND if found else words.NONE_FOUND
    if searched:
        st.caption(plain(say(text, visit.language, search=searched, found=numbers.count(len(found)))))
    if found:
        name = words.TITLE.to(visit.language)
        show_table(handbook_entries.listed(visit, found, name), visit.language, key="handbook")


def _entry(visit: Visit, kpi: Kpi) -> None:
    back = (visit.filters.choose(kpi=None),)
    st.button(f"‹ {words.BACK.to(visit.language)}", type="tertiary", key="handbook_back", on_click=rewrite, args=back)
    st.title(plain(kpi.name.to(visit.language)), anchor=False)
    lines = handbook_entries.entry(visit, kpi)
    st.markdown("\n".join(f"- **{plain(name)}** · {plain(text)}" for name, text in lines))
    figures = visit.filters.choose(search=None)
    st.page_link(page("kpi", visit.language), label=f"{words.OPEN.to(visit.language)} ›", query_params=figures.params)
    st.header(words.EXAMPLES.to(visit.language), anchor=False)
    st.caption(words.EXAMPLES_SAID.to(visit.language))
    show_table(handbook_entries.examples(kpi, visit.language), visit.language, key="handbook_examples")
