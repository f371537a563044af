"""What the handbook shows: the list of KPIs, and the entry of one, decided before anything is shown."""

from collections.abc import Sequence

from dashboard import numbers
from dashboard.address import address
from dashboard.components.linked_table import Cell, Column, Row, Table
from dashboard.visit import Visit
from dashboard.wording import handbook as words
from dashboard.wording import judgement
from metrics.handbook import lines, matches
from metrics.model import Direction, Example, Kpi
from metrics.registry import all_kpis
from metrics.text import Language

Lines = list[tuple[str, str]]


def found(searched: str | None) -> list[Kpi]:
    """Return the KPIs that hold every word of a search, the most important first; all of them without one."""
    return [kpi for kpi in all_kpis().values() if matches(kpi, searched or "")]


def listed(visit: Visit, kpis: Sequence[Kpi], name: str) -> Table:
    """Return the KPIs as a table; each leads to its entry."""
    texts = (words.COLUMN_NAME, words.COLUMN_QUESTION, words.COLUMN_TARGET, words.COLUMN_USED)
    columns = [Column(text.to(visit.language), is_figure=False, wraps=text is words.COLUMN_QUESTION) for text in texts]
    return Table(name, columns, [_row(visit, kpi) for kpi in kpis])


def _row(visit: Visit, kpi: Kpi) -> Row:
    return Row(
        [
            Cell(kpi.name.to(visit.language), href=address("handbook", visit.filters.choose(kpi=kpi.key))),
            Cell(kpi.question.to(visit.language)),
            Cell(target(visit, kpi), note=_direction(kpi, visit.language)),
            Cell(used(visit, kpi)),
        ]
    )


def _direction(kpi: Kpi, language: Language) -> str:
    return (words.UP if kpi.direction is Direction.HIGHER_IS_BETTER else words.DOWN).to(language)


def target(visit: Visit, kpi: Kpi) -> str:
    """Return the target in force in the chosen month; "–" where there is none."""
    if not visit.source.months:
        return judgement.NO_DATA.to(visit.language)
    aim = visit.source.target(kpi, visit.month, None)
    return numbers.value(kpi, aim.meet if aim else None, visit.language)


def used(visit: Visit, kpi: Kpi) -> str:
    """Return where a KPI is used beside its own page."""
    places = {
        words.ON_OVERVIEW: kpi in visit.leading,
        words.IN_SIGNALS: True,
        words.IN_TARGETS: bool(visit.source.months) and visit.source.target(kpi, visit.month, None) != kpi.target,
    }
    comma = "、" if visit.language == "zh" else ", "
    return comma.join(text.to(visit.language) for text, holds in places.items() if holds)


def entry(visit: Visit, kpi: Kpi) -> Lines:
    """Return what the handbook says of a KPI, and what of it is in force here."""
    here = {
        words.TARGET_IN_FORCE: f"{target(visit, kpi)} · {_direction(kpi, visit.language)}",
        words.USED: used(visit, kpi),
    }
    return [*lines(kpi, visit.language), *((name.to(visit.language), text) for name, text in here.items())]


def examples(kpi: Kpi, language: Language) -> Table:
    """Return the worked examples of a KPI as a table."""
    texts = (words.COLUMN_VALUE, words.COLUMN_N, words.COLUMN_IMMATURE, words.COLUMN_LEFT_OUT)
    first = Column(words.COLUMN_BECAUSE.to(language), is_figure=False, wraps=True)
    rows = [_example(kpi, example, language) for example in kpi.examples]
    return Table(words.EXAMPLES.to(language), [first, *(Column(text.to(language)) for text in texts)], rows)


def _example(kpi: Kpi, example: Example, language: Language) -> Row:
    counts = (numbers.count(number) for number in (example.n, example.immature, example.excluded))
    value = numbers.value(kpi, example.value, language)
    return Row([Cell(example.because.to(language)), Cell(value), *map(Cell, counts)])
