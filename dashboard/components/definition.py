"""What a figure means: its arithmetic with the figures in it, its question, its trap and its target."""

import streamlit as st

from dashboard import cards
from dashboard.formula import arithmetic, change_in_words
from dashboard.measured import Measured
from dashboard.plain import plain
from dashboard.wording import evidence
from metrics.text import Language


def definition(shown: Measured, language: Language) -> None:
    """Show the definition as a short list of named lines."""
    kpi = shown.kpi
    basis = [cards.basis(kpi, shown.now, language), cards.immature(shown.now, language)]
    lines = {
        evidence.FORMULA: arithmetic(shown, language),
        evidence.BASIS: " · ".join(filter(None, basis)),
        evidence.AGAINST: change_in_words(shown, language),
        evidence.TARGET: cards.standing(shown, language),
        evidence.QUESTION: kpi.question.to(language),
        evidence.WHY: kpi.why.to(language),
        evidence.CAVEAT: kpi.caveat.to(language),
    }
    st.markdown("\n".join(f"- **{name.to(language)}** · {plain(text)}" for name, text in lines.items()))
