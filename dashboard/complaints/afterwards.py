"""After a recovery: scores beside those where nothing went wrong, as a bar with its interval and as a table."""

from dashboard import numbers
from dashboard.components.linked_table import Cell, Column, Row, Table
from dashboard.figures.gap_rows import GapRow
from dashboard.survey import words as told
from dashboard.wording import complaints as words
from dashboard.wording import say
from metrics.recovery.comparison import Comparison
from metrics.text import Language


def difference(compared: Comparison, language: Language) -> GapRow:
    """Return the difference as one bar."""
    return GapRow(
        label=words.DIFFERENCE.to(language),
        expectation=None,
        perception=None,
        gap=compared.difference,
        low=compared.low,
        high=compared.high,
        tone=told.tone(compared.low, compared.high),
        text=told.signed(compared.difference, language),
    )


def in_a_sentence(compared: Comparison, language: Language) -> str:
    """Return what the bar shows, for those who cannot see it."""
    interval = told.between(compared.low, compared.high, language)
    return say(words.ALT_DIFFERENCE, language, value=told.signed(compared.difference, language), interval=interval)


def table(compared: Comparison, language: Language) -> Table:
    """Return both groups and their difference."""
    figures = (words.SCORE, words.SCORES)
    heads = [Column(text.to(language), is_figure=text in figures) for text in (words.GROUP, *figures)]
    groups = (
        (words.RECOVERED, compared.recovered, compared.recovered_n),
        (words.UNTROUBLED, compared.untroubled, compared.untroubled_n),
    )
    rows = [
        Row([Cell(name.to(language)), Cell(told.points(score, language), value=score), Cell(numbers.count(n), value=n)])
        for name, score, n in groups
    ]
    interval = told.between(compared.low, compared.high, language)
    moved = Cell(
        told.signed(compared.difference, language),
        note=interval,
        tone=told.tone(compared.low, compared.high),
        value=compared.difference,
    )
    rows.append(Row([Cell(words.DIFFERENCE.to(language)), moved, Cell("")]))
    return Table(words.COMPARED.to(language), heads, rows)
