"""The head of every page: whose figures these are, the pages there are, and the other language."""

import streamlit as st

from dashboard.choices import rewrite
from dashboard.filters import Filters
from dashboard.pages import ENTRIES, page
from dashboard.plain import plain
from dashboard.wording import frame
from metrics.store import Store
from metrics.text import Language


def head(store: Store, filters: Filters | None, language: Language) -> None:
    """Show the product, the workspace, the menu and the way to the other language."""
    chosen = filters or Filters()
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.markdown(f"**{frame.PRODUCT.to(language)}** · {plain(store.settings.name)}", width="content")
        _menu(chosen, language)
        other: Language = "en" if language == "zh" else "zh"
        st.button(
            frame.OTHER_LANGUAGE.to(language),
            key="other_language",
            type="tertiary",
            on_click=rewrite,
            args=(chosen.choose(lang=other, page=chosen.page),),
        )


def _menu(filters: Filters, language: Language) -> None:
    """Show the pages; the month and the unit go along."""
    listed = [name for name, entry in ENTRIES.items() if entry.in_menu]
    for name in listed if len(listed) > 1 else ():
        kept = Filters(lang=filters.lang, month=filters.month, unit=filters.unit, region=filters.region)
        st.page_link(page(name, language), query_params=kept.params)
