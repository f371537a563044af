"""What a figure means: its arithmetic with the figures in it, its question, its trap and its target."""

import streamlit as st

from dashboard import cards
from dashboard.figures.palette import arrows, palette
from dashboard.formula import arithmetic, change_in_words
from dashboard.measured import Measured
from dashboard.plain import plain
from dashboard.wording import evidence
from metrics.text import Language


def definition(shown: Measured, language: Language, convention: str | None = None) -> None:
    """Show the definition as a short list of named lines; `convention` colours the arrow of the change."""
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
    told = {name.to(language): plain(text) for name, text in lines.items()}
    told[evidence.AGAINST.to(language)] = _coloured(told[evidence.AGAINST.to(language)], convention)
    st.markdown("\n".join(f"- **{name}** · {text}" for name, text in told.items()))


def _coloured(text: str, convention: str | None) -> str:
    """Return a change with its arrow in the colour that the viewer's convention gives it, as markdown says it."""
    for sign, colour in zip("▲▼", arrows(convention, palette(st.context.theme.type)), strict=True):
        if colour and text.startswith(sign):
            return f':color[{sign}]{{foreground="{colour}"}}{text[1:]}'
    return text
