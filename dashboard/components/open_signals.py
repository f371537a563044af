"""The newest signals that still hold, each a link to its chart."""

import streamlit as st

from dashboard import numbers
from dashboard.address import address
from dashboard.components.linked_list import Item, show_list
from dashboard.control_charts import TONES
from dashboard.places import Place
from dashboard.tracked import open_signals
from dashboard.visit import Visit
from dashboard.wording import kpi as kpi_words
from dashboard.wording import overview, say
from metrics.signals.record import SignalRecord

_MOST = 5


def signal_list(visit: Visit) -> None:
    """Show at most five signals, and say how many more there are."""
    st.subheader(overview.SIGNALS.to(visit.language), anchor=False)
    found = open_signals(visit)
    month = numbers.month(visit.source.finished, visit.language)
    if not found:
        st.caption(say(overview.NO_SIGNALS, visit.language, month=month))
        return
    st.caption(say(overview.SIGNALS_ORDER, visit.language, month=month))
    items = [_item(visit, signal) for signal in found[:_MOST]]
    show_list(overview.SIGNALS.to(visit.language), items, visit.language, key="open_signals")
    if len(found) > _MOST:
        st.caption(say(overview.MORE_SIGNALS, visit.language, signals=len(found) - _MOST))


def _item(visit: Visit, signal: SignalRecord) -> Item:
    place = Place("unit", signal.unit) if signal.unit else visit.place
    return Item(
        mark=kpi_words.MEANINGS[signal.meaning].to(visit.language),
        tone=TONES[signal.meaning],
        title=f"· {numbers.month(signal.flagged, visit.language)}",
        text=signal.says.to(visit.language),
        href=address("kpi", visit.filters.at(place).choose(kpi=signal.kpi)),
    )
