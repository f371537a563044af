"""Where a figure comes from: its arithmetic, its rules, the files it was made of, and how their checks went."""

from collections.abc import Sequence

import streamlit as st

from dashboard import proofs
from dashboard.components.linked_table import show_table
from dashboard.counts import Counts
from dashboard.measured import Measured
from dashboard.plain import plain
from dashboard.visit import Visit
from dashboard.wording import proof as words
from metrics.store import Query
from metrics.text import Text


def origin(visit: Visit, shown: Measured) -> None:
    """Show what the figure rests on."""
    source, language = visit.source, visit.language
    query = Query(shown.kpi.key, shown.month, shown.month, where=shown.place.where)
    counts = Counts(shown.kpi, source.evidence(query, None, 1).counts)
    found = source.asked("origin", lambda: source.store.origin(source.scope, shown.kpi.key), shown.kpi.key)
    _lines([*proofs.arithmetic(shown, counts, language), *proofs.rules(shown, source, found, language)])
    _title(visit, words.FILES)
    st.caption((words.FILES_SAID if found.files.height else words.NO_FILES).to(language))
    show_table(proofs.files(found, language), language, key="origin_files")
    _title(visit, words.CHECKS)
    st.caption(proofs.checks_in_words(found, language))
    every = st.toggle(words.EVERY_RULE.to(language), key="origin_every_rule")
    show_table(proofs.checks(found, language, every=every), language, key="origin_checks")


def _lines(lines: Sequence[tuple[str, str]]) -> None:
    st.markdown("\n".join(f"- **{plain(name)}** · {plain(text)}" for name, text in lines))


def _title(visit: Visit, text: Text) -> None:
    st.header(text.to(visit.language), anchor=False)
