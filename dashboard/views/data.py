"""The data page: is all data in, does its account add up, and what is wrong with the rows that were held back."""

import streamlit as st

from dashboard.components.address_choice import choose_button
from dashboard.components.data_parts import show_part
from dashboard.components.export_menu import export_menu
from dashboard.exports import pages as exports
from dashboard.plain import plain
from dashboard.provenance.message import equation, message
from dashboard.provenance.parts import PARTS
from dashboard.provenance.reads import Provenance
from dashboard.visit import Visit
from dashboard.wording import provenance as words


def show(visit: Visit) -> None:
    """Show the message, the balance of rows, and the part of the account that was chosen."""
    known = Provenance(visit.source)
    title = message(known.accounts, known.balance, visit.language)
    st.title(plain(title), anchor=False)
    st.text(equation(known.balance, visit.language))
    names = {part: words.PARTS[part].to(visit.language) for part in PARTS}
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        part = choose_button(visit, "part", names, words.PART, source=None, rule=None)
        export_menu(visit, exports.data(visit, known), exports.data_pdf(visit, known, title))
    show_part(part, visit, known)
