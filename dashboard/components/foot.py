"""The line at the foot of every page: by which clock, how fresh, from which load, and what was held back."""

from itertools import groupby
from operator import itemgetter

import streamlit as st

from dashboard import numbers
from dashboard.data import Published
from dashboard.plain import plain
from dashboard.wording import frame, say
from metrics.text import Language


def foot(source: Published, language: Language) -> None:
    """Show the line."""
    st.divider()
    st.caption(plain(foot_line(source, language)))


def foot_line(source: Published, language: Language) -> str:
    """Return the line: business zone, data as of per source, load, rows that passed and rows held back."""
    rows = source.sources.select("rows_loaded", "rows_quarantined").sum().row(0)
    loaded, held = (numbers.count(number or 0) for number in rows)
    at = numbers.moment(source.load.finished_at, source.zone)
    parts = [
        say(frame.ZONE, language, zone=source.zone),
        say(frame.AS_OF, language, sources=freshness(source, language)),
        say(frame.LOAD, language, load=source.load.id, at=at),
        say(frame.CHECKS, language, loaded=loaded, held=held),
    ]
    return " · ".join(parts)


def freshness(source: Published, language: Language) -> str:
    """Return until when each source knows something, sources of one day together, the latest day first."""
    rows = source.sources.filter(source.sources["data_as_of"].is_not_null()).select("source", "data_as_of").rows()
    days = sorted(((numbers.moment(at, source.zone)[:10], name) for name, at in rows), reverse=True)
    groups = [
        f"{day}({'、'.join(sorted(name for _, name in group))})" if language == "zh"
        else f"{day} ({', '.join(sorted(name for _, name in group))})"
        for day, group in groupby(days, key=itemgetter(0))
    ]  # fmt: skip
    return "; ".join(groups) if groups else frame.NO_TIMES.to(language)
