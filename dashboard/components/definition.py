"""What a figure means: its arithmetic with the figures in it, its question, its trap and its target."""

import streamlit as st

from dashboard import formula
from dashboard.figures.palette import arrows, palette
from dashboard.measured import Measured
from dashboard.plain import plain
from dashboard.wording import evidence
from metrics.text import Language


def definition(shown: Measured, language: Language, convention: str | None = None) -> None:
    """Show the definition as a short list of named lines; `convention` colours the arrow of the change."""
    told = {name.to(language): plain(text) for name, text in formula.definition(shown, language).items()}
    told[evidence.AGAINST.to(language)] = _coloured(told[evidence.AGAINST.to(language)], convention)
    st.markdown("\n".join(f"- **{name}** · {text}" for name, text in told.items()))


def _coloured(text: str, convention: str | None) -> str:
    """Return a change with its arrow in the colour that the viewer's convention gives it, as markdown says it."""
    for sign, colour in zip("▲▼", arrows(convention, palette(st.context.theme.type)), strict=True):
        if colour and text.startswith(sign):
            return f':color[{sign}]{{foreground="{colour}"}}{text[1:]}'
    return text
