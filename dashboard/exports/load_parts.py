"""The data page as files: the tables of the part on screen, with every row and not only a page of them."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from dashboard.components.linked_table import Table
from dashboard.exports.page_paper import Paper, page_pdf
from dashboard.exports.sheet import Makers
from dashboard.exports.tabular import Drawn, sheets
from dashboard.provenance import judged, tables
from dashboard.provenance.message import about, equation
from dashboard.provenance.parts import PARTS
from dashboard.provenance.reads import Provenance, chosen_by, of_source
from dashboard.visit import Visit
from dashboard.wording import exports as words
from dashboard.wording import provenance as data_words


def data(visit: Visit, known: Provenance) -> Makers:
    """Return the tables of the part that is on screen; rows that are held back as far as the viewer may see them."""
    made = sheets(_drawn(visit, known), visit)
    if list_of_rows := made.get(words.HELD_BACK):
        made[words.HELD_BACK] = lambda: replace(list_of_rows(), is_of_records=True)
    return made


def data_pdf(visit: Visit, known: Provenance, title: str) -> Callable[[Visit], bytes]:
    """Return what prints the page, without the single rows that are held back."""
    part = _part(visit)

    def printed() -> list[Table]:
        return [make() for name, make in _drawn(visit, known).items() if name != words.HELD_BACK]

    def lines() -> list[str]:
        return [equation(known.balance, visit.language), about(part, known, visit.language)]

    return partial(page_pdf, Paper(title, printed, lines))


def _part(visit: Visit) -> str:
    return visit.filters.part or PARTS[0]


def _drawn(visit: Visit, known: Provenance) -> Drawn:
    part = _part(visit)
    if part != "quarantine":
        return {data_words.PARTS[part]: partial(_TABLES[part], visit, known)}
    rows = {} if known.waiting(visit.filters, 1).withheld else {words.HELD_BACK: partial(_held_back, visit, known)}
    return {words.REASONS: partial(_reasons, visit, known), **rows}


def _reasons(visit: Visit, known: Provenance) -> Table:
    rows, asked = of_source(known.reasons, visit.filters), chosen_by(visit.filters)
    if asked.rule:
        rows = rows.filter(rule=asked.rule, column=asked.column)
    return judged.reasons(rows, visit.filters, visit.language)


def _held_back(visit: Visit, known: Provenance) -> Table:
    rows, name = known.every_waiting(visit.filters).rows, words.HELD_BACK.to(visit.language)
    return judged.held_back(rows, known.reasons, name, visit.language)


def _accounts(visit: Visit, known: Provenance) -> Table:
    return tables.accounts(known.accounts, visit.filters, visit.source.zone, visit.language)


def _checks(visit: Visit, known: Provenance) -> Table:
    return judged.checks(of_source(known.checks, visit.filters), visit.filters, visit.language)


def _links(visit: Visit, known: Provenance) -> Table:
    return tables.links(known.links, visit.language)


def _restatements(visit: Visit, known: Provenance) -> Table:
    return judged.restated(known.every_restated().rows, visit.source.places, visit.filters, visit.language)


def _files(visit: Visit, known: Provenance) -> Table:
    return tables.files(of_source(known.files, visit.filters), visit.language)


def _loads(visit: Visit, known: Provenance) -> Table:
    return tables.loads(known.loads, visit.source.zone, visit.language)


def _exports(visit: Visit, known: Provenance) -> Table:
    return tables.exports(known.exports, visit.source.zone, visit.language)


_TABLES: Mapping[str, Callable[[Visit, Provenance], Table]] = {
    "sources": _accounts,
    "checks": _checks,
    "linking": _links,
    "restatements": _restatements,
    "files": _files,
    "loads": _loads,
    "exports": _exports,
}
