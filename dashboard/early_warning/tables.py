"""The list of signals and the log of one of them, as tables."""

from collections.abc import Sequence

from dashboard import numbers
from dashboard.address import address
from dashboard.components.linked_table import Cell, Column, Row, Table
from dashboard.early_warning import words as told
from dashboard.early_warning.choice import news
from dashboard.filters import Filters
from dashboard.places import EVERYWHERE, Place, Places
from dashboard.wording import signals as words
from metrics.registry import all_kpis
from metrics.signals.handling import Act
from metrics.signals.inbox import Entry
from metrics.text import Language

_LONGEST = 160


def place_of(entry: Entry) -> Place:
    """Return the unit that a signal is about, or everything."""
    return EVERYWHERE if entry.key.unit is None else Place("unit", entry.key.unit)


def listed(entries: Sequence[Entry], places: Places, filters: Filters, name: str, language: Language) -> Table:
    """Return signals as a table; the first cell of each opens it."""
    columns = (words.WHAT, words.VALUE, words.SINCE, words.RULE, words.DOUBTS, words.OWNER, words.NOTE)
    wide = {words.RULE, words.DOUBTS, words.NOTE}
    heads = [Column(column.to(language), is_figure=column == words.VALUE, wraps=column in wide) for column in columns]
    return Table(name, heads, [Row(_cells(entry, places, filters, language)) for entry in entries])


def _cells(entry: Entry, places: Places, filters: Filters, language: Language) -> list[Cell]:
    raised, handling = entry.raised, entry.handling
    there = address("signals", filters.choose(signal=entry.key.id, page=filters.page))
    note = handling.note if len(handling.note) <= _LONGEST else f"{handling.note[:_LONGEST]}…"
    kpi = all_kpis()[entry.key.kpi].name.to(language)
    return [
        Cell(kpi, note=places.name(place_of(entry), language), href=there),
        _value(entry, language),
        Cell(told.when(entry, language)),
        Cell(raised.rule.to(language) if raised else "–"),
        Cell(told.doubts(entry, language)),
        Cell(handling.owner or "–", note=told.state(entry, language)),
        Cell(note),
    ]


def _value(entry: Entry, language: Language) -> Cell:
    raised, meaning = entry.raised, news(entry)
    if raised is None:
        return Cell("–")
    value = numbers.value(all_kpis()[entry.key.kpi], raised.value, language)
    how = f"{words.MEANINGS[meaning].to(language)} · {told.beyond(raised, language)}"
    return Cell(value, symbol=words.SYMBOLS[meaning], tone=told.TONES[meaning], note=how, note_tone=told.TONES[meaning])


def log(acts: Sequence[Act], zone: str, language: Language) -> Table:
    """Return the log of one signal, the newest act first."""
    columns = (words.WHEN, words.ACTOR, words.DID, words.SAID)
    heads = [Column(column.to(language), is_figure=False, wraps=column == words.SAID) for column in columns]
    rows = [
        Row(
            [
                Cell(numbers.moment(act.at, zone), value=act.at),
                Cell(told.who(act.who, language)),
                Cell(words.STEPS[act.step].to(language)),
                Cell(act.text),
            ]
        )
        for act in reversed(acts)
    ]
    return Table(words.LOG.to(language), heads, rows)
