"""The page about complaints and recovery as files: its tiles, the tables of the part on screen, and the complaints."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from dashboard import numbers
from dashboard.complaints import afterwards, causes, choice, rate, recoveries, supposed
from dashboard.complaints.reads import RATE, Complaints
from dashboard.components.linked_table import Table
from dashboard.exports.evidence_rows import evidence
from dashboard.exports.page_paper import Paper, page_pdf
from dashboard.exports.readings import tiles
from dashboard.exports.sheet import Makers, Sheet
from dashboard.exports.tabular import Drawn, sheets
from dashboard.rows import Reader
from dashboard.visit import Visit
from dashboard.wording import complaints as complaint_words
from dashboard.wording import exports as words
from dashboard.wording import say
from metrics.recovery.scenario import NOTE
from metrics.registry import all_kpis
from metrics.store.complaints import COUNTED_BY
from metrics.text import Text


def complaints(visit: Visit, known: Complaints) -> Makers:
    """Return the tiles, the tables of the part that is on screen, and every complaint of the choice there."""

    def shown() -> Sheet:
        return tiles([visit.measured(all_kpis()[name]) for name in _kpis(visit)], visit.language)

    listed = choice.part(visit) == "causes" and not known.rows.is_empty()
    rows: Makers = {words.COMPLAINTS: partial(_list, visit, known)} if listed else {}
    return {words.TILES: shown, **sheets(_drawn(visit, known), visit), **rows}


def complaints_pdf(visit: Visit, known: Complaints, title: str) -> Callable[[Visit], bytes]:
    """Return what prints the page: its tiles, its sentences and its tables, without the single complaints."""
    paper = Paper(
        title,
        tables=lambda: [make() for make in _drawn(visit, known).values()],
        lines=lambda: _LINES[choice.part(visit)](visit, known),
        tiles=lambda: choice.cards_of(visit, _kpis(visit)),
    )
    return partial(page_pdf, paper)


def _kpis(visit: Visit) -> tuple[str, ...]:
    return choice.KPIS + (choice.OF_RECOVERY if choice.part(visit) == "recovery" else ())


def _drawn(visit: Visit, known: Complaints) -> Drawn:
    return _TABLES[choice.part(visit)](visit, known)


def _rate(visit: Visit, known: Complaints) -> Drawn:
    if known.rate.is_empty():
        return {}
    shown = visit.measured(all_kpis()[RATE])
    return {words.RATE: lambda: rate.table(shown.kpi, known.rate, shown, visit.filters, visit.language)}


def _causes(visit: Visit, known: Complaints) -> Drawn:
    if known.rows.is_empty():
        return {}
    measures = {
        words.BY_COUNT: ("complaints", complaint_words.BY_COUNT),
        words.BY_COST: ("cost", complaint_words.BY_COST),
    }
    tables: dict[Text, Callable[[], Table]] = {}
    for name, (measure, title) in measures.items():
        tables[name] = partial(_table_of_causes, visit, known, measure, title)
    severities = partial(causes.severities, known.severity, visit.filters, visit.language)
    return {**tables, words.SEVERITY: severities}


def _table_of_causes(visit: Visit, known: Complaints, measure: str, title: Text) -> Table:
    return causes.table(known.causes(measure), title, visit.filters, visit.language)


def _list(visit: Visit, known: Complaints) -> Sheet:
    topics, grades = causes.choices(known.rows, known.causes("complaints"), visit.language)
    cause, grade = (asked if asked in offered else "" for asked, offered in
                    ((visit.filters.cause, topics), (visit.filters.severity, grades)))  # fmt: skip
    rows = causes.ordered(known.rows, cause or "", grade or "")
    reader = Reader(visit.language, visit.source.zone, visit.source.places)
    sheet = evidence(all_kpis()[COUNTED_BY], causes.listed(rows, topics), reader, visit.source.zone)
    return replace(sheet, name=words.COMPLAINTS.to(visit.language))


def _recovery(visit: Visit, known: Complaints) -> Drawn:
    board = known.board
    if board is None:
        return {}
    reader = recoveries.BoardReader(visit.language, visit.source.zone, visit.source.places, visit.filters)
    name = complaint_words.BOARD.to(visit.language)
    return {words.BOARD_OF_RECOVERIES: lambda: reader.table(board.rows, name)}


def _after(visit: Visit, known: Complaints) -> Drawn:
    return {
        words.COMPARED: lambda: afterwards.table(known.comparison, visit.language),
        words.SUPPOSED: lambda: supposed.table(_supposed(visit, known), visit.language),
    }


def _supposed(visit: Visit, known: Complaints) -> supposed.Supposed:
    return supposed.supposed(known.scenarios, known.customers, visit.filters)


_TABLES: Mapping[str, Callable[[Visit, Complaints], Drawn]] = {
    "rate": _rate,
    "causes": _causes,
    "recovery": _recovery,
    "after": _after,
}


def _of_causes(visit: Visit, known: Complaints) -> list[str]:
    if known.rows.is_empty():
        return []
    counted = numbers.count(known.causes("complaints").counted)
    about = say(complaint_words.CAUSES_ABOUT, visit.language, complaints=counted)
    return [about, causes.weighted(known.weighted, visit.language)]


def _of_scenario(visit: Visit, known: Complaints) -> list[str]:
    told = _supposed(visit, known)
    return [
        known.comparison.sentence.to(visit.language),
        NOTE.to(visit.language),
        supposed.source(told, visit.language),
        say(complaint_words.TOTAL_AT_RISK, visit.language, amount=supposed.amount(told.at_risk.total)),
    ]


_LINES: Mapping[str, Callable[[Visit, Complaints], list[str]]] = {
    "rate": lambda visit, known: [] if known.rate.is_empty() else [rate.limits(known.rate, visit.language)],
    "causes": _of_causes,
    "recovery": lambda visit, known: recoveries.sums(known.board, visit.language) if known.board else [],
    "after": _of_scenario,
}
