"""What the funnel page asks: figures in small frames that are kept, and pages of the rows behind them."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from dashboard.data import PAGE, Published
from dashboard.funnel_choice import FunnelChoice
from metrics.funnel import Funnel
from metrics.store import Evidence
from metrics.store.funnel_answers import funnel_reading
from metrics.store.funnel_cohorts import funnel_cohorts
from metrics.store.funnel_reading import FunnelReading
from metrics.store.funnel_summary import FunnelSummary, funnel_summary
from metrics.store.funnels import read_funnels

if TYPE_CHECKING:
    import polars as pl


def funnels(source: Published) -> Mapping[str, Funnel]:
    """Return the funnels that are declared; read from the policy as it stands now, so not cached."""
    return read_funnels(source.store.settings.folder)


def summary(source: Published, choice: FunnelChoice) -> FunnelSummary:
    """Return the figures of a funnel."""
    return source.asked("funnel", lambda: _summary(source, choice), *_about(choice))


def cohorts(source: Published, choice: FunnelChoice) -> "pl.DataFrame":
    """Return what has become of each month of entry in the year that ends with the period."""
    asked = choice.cohorts
    return source.asked("funnel_cohorts", lambda: funnel_cohorts(source.store, source.scope, asked), *_about(choice))


def times(source: Published, choice: FunnelChoice) -> "pl.DataFrame":
    """Return how long cases took from step to step: read for its own part alone, for it needs every row."""
    return source.asked("funnel_times", lambda: _rows(source, choice).cut(choice.query).durations, *_about(choice))


def cases(source: Published, choice: FunnelChoice, bar: str, page: int) -> Evidence:
    """Return one page of the cases behind a bar; pages count from 1."""
    return source.asked("funnel_cases", lambda: _cases(source, choice, bar, page), *_about(choice), bar, page)


def _summary(source: Published, choice: FunnelChoice) -> FunnelSummary:
    return funnel_summary(_rows(source, choice), choice.query, choice.compared)


def _cases(source: Published, choice: FunnelChoice, bar: str, page: int) -> Evidence:
    return _rows(source, choice).cut(choice.query).evidence(bar, offset=(page - 1) * PAGE, limit=PAGE)


def _rows(source: Published, choice: FunnelChoice) -> FunnelReading:
    """Return the rows of the period and of the one before it, of every place and segment."""
    asked = choice.held
    about = (asked.name, asked.first, asked.last)
    return source.held("funnel_rows", lambda: funnel_reading(source.store, source.scope, asked), *about)


def _about(choice: FunnelChoice) -> tuple[object, ...]:
    """Return what the answers to a choice depend on."""
    return choice.query.name, choice.query.first, choice.query.last, choice.query.where
