"""Any page on paper: no menu and no controls, dark on white whatever the theme, charts as broad as the sheet."""

import streamlit as st

from dashboard.components.mounting import component


def printing() -> None:
    """Prepare the page for the browser's own print command."""
    _mount(key="printing", data={"theme": st.context.theme.type or "light"}, height=0)


_mount = component("printing", "<span></span>")
