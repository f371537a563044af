"""The signals page as files: the signals of the box that is looked at, and the log of the one that is opened."""

from collections.abc import Callable, Sequence
from functools import partial

from dashboard.components.linked_table import Table
from dashboard.early_warning import choice, tables
from dashboard.early_warning.message import about
from dashboard.exports.page_paper import Paper, page_pdf
from dashboard.exports.sheet import Makers
from dashboard.exports.tabular import Drawn, sheets
from dashboard.visit import Visit
from dashboard.wording import exports as words
from dashboard.wording import signals as signal_words
from metrics.signals.inbox import Entry
from metrics.store.early_warning import Warnings


def signals(visit: Visit, entries: Sequence[Entry]) -> Makers:
    """Return every signal of the choice, not only the page on screen, and the log of the opened one."""
    return sheets(_drawn(visit, entries), visit)


def signals_pdf(visit: Visit, found: Warnings, entries: Sequence[Entry], title: str) -> Callable[[Visit], bytes]:
    """Return what prints the page."""
    paper = Paper(
        title,
        tables=lambda: [make() for make in _drawn(visit, entries).values()],
        lines=lambda: [about(found, visit.language), signal_words.ABOUT[choice.box(visit.filters)].to(visit.language)],
    )
    return partial(page_pdf, paper)


def _drawn(visit: Visit, entries: Sequence[Entry]) -> Drawn:
    opened = choice.called(entries, visit.filters.signal)
    acts = opened.handling.acts if opened else ()
    return {
        words.SIGNALS: partial(_list, visit, entries),
        **({words.LOG: lambda: tables.log(acts, visit.source.zone, visit.language)} if acts else {}),
    }


def _list(visit: Visit, entries: Sequence[Entry]) -> Table:
    lying, name = choice.lying(entries, visit.filters), words.SIGNALS.to(visit.language)
    return tables.listed(lying, visit.source.places, visit.filters, name, visit.language)
