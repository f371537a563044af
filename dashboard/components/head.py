"""The head of every page: whose figures these are, the pages there are, how they are shown, and the other language."""

import streamlit as st

from dashboard.choices import rewrite
from dashboard.components.display import display
from dashboard.components.menu import menu
from dashboard.filters import Filters
from dashboard.plain import plain
from dashboard.wording import frame
from metrics.store import Store
from metrics.text import Language


def head(store: Store, here: str, filters: Filters | None, language: Language) -> None:
    """Show the product, the workspace, the menu and the way to the other language."""
    chosen = filters or Filters()
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.markdown(f"**{frame.PRODUCT.to(language)}** · {plain(store.settings.name)}", width="content")
        with st.container(horizontal=True, vertical_alignment="center", width="content"):
            display(here, chosen, language)
            _other_language(chosen, language)
    menu(here, chosen, language)


def _other_language(chosen: Filters, language: Language) -> None:
    other: Language = "en" if language == "zh" else "zh"
    st.button(
        frame.OTHER_LANGUAGE.to(language),
        key="other_language",
        type="tertiary",
        on_click=rewrite,
        args=(chosen.choose(lang=other, page=chosen.page),),
    )
