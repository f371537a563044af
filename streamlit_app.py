"""The dashboard's router: `streamlit run streamlit_app.py` shows the workspace that PLUMBLINE_WORKSPACE names."""

import streamlit as st

from dashboard.access import refusal
from dashboard.components.opening import open_pending
from dashboard.language import language
from dashboard.pages import ENTRIES, page
from dashboard.wording import frame

speak = language(st.query_params.get("lang"), st.context.locale)
st.set_page_config(page_title=frame.PRODUCT.to(speak), page_icon="📏", layout="wide")
if refused := refusal(st.get_option("server.address")):
    st.error(refused.to(speak))
    st.stop()
shown = st.navigation([page(name, speak) for name in ENTRIES], position="hidden")
if not open_pending():
    shown.run()
