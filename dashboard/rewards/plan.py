"""What the verification plan asks: the forms of each unit to call about, and what call-backs said so far."""

from dataclasses import dataclass

import polars as pl

from dashboard import numbers
from dashboard.components.linked_table import Cell, Column, Row, Table
from dashboard.data import Published
from dashboard.rewards.reads import Supervised
from dashboard.wording import reward_parts as words
from dashboard.wording import say, values
from metrics.rewards.discrepancy import Verified
from metrics.rewards.paper.sheet import Column as TypedColumn
from metrics.rewards.paper.sheet import Sheet
from metrics.rewards.paper.sums import CALLS, CALLS_ABOUT, calls_cells
from metrics.rewards.sampling import Design, Sample
from metrics.store.verification import callback_plan
from metrics.text import Language

PRECISIONS = ("0.05", "0.075", "0.1", "0.15", "0.2")


@dataclass(frozen=True)
class Plan:
    """The samples of some units, by unit."""

    samples: dict[str, Sample]

    @property
    def drawn(self) -> pl.DataFrame:
        """Return the list for the callers."""
        return pl.concat(sample.drawn for sample in self.samples.values())


def plan_of(source: Published, units: list[str], month: str, design: Design) -> Plan:
    """Return the samples of some units; units without a form to call about drop out."""

    def ask() -> dict[str, Sample]:
        at = source.store.reward_source(source.scope)
        found = {unit: callback_plan(at, (unit, month), design) for unit in units}
        return {unit: sample for unit, sample in found.items() if sample.population or sample.without_number}

    return Plan(source.asked("plan of call-backs", ask, *units, month, design.precision, design.seed))


def plan_table(plan: Plan, known: Supervised, language: Language) -> Table:
    """Return how many forms of each unit are to be called about."""
    texts = (words.UNIT, words.CALLABLE, words.TO_CALL, words.WITHOUT_NUMBER)
    heads = [Column(text.to(language), is_figure=text is not words.UNIT) for text in texts]
    rows = [
        Row([Cell(known.named(unit).to(language)), *(Cell(numbers.count(n)) for n in _numbers(sample))])
        for unit, sample in plan.samples.items()
    ]
    return Table(words.PLAN_TABLE.to(language), heads, rows)


def _numbers(sample: Sample) -> tuple[int, int, int]:
    return sample.population, sample.drawn.height, sample.without_number


def strata_table(sample: Sample, unit: str, language: Language) -> Table:
    """Return how many forms of each stratum there are, and how many are to be called about."""
    texts = (words.COLLECTED, words.GRADED, words.CALLABLE, words.TO_CALL)
    figures = (words.CALLABLE, words.TO_CALL)
    heads = [Column(text.to(language), is_figure=text in figures) for text in texts]
    rows = [
        Row([Cell(values.WORDS[collected].to(language) if collected in values.WORDS else collected),
             Cell(words.STRATA[graded].to(language)), Cell(numbers.count(population)), Cell(numbers.count(drawn))])
        for collected, graded, population, drawn in sample.strata.iter_rows()
    ]  # fmt: skip
    return Table(say(words.STRATA_OF, language, unit=unit), heads, rows)


def results_sheet(calls: dict[str, Verified], known: Supervised) -> Sheet:
    """Return what call-backs said of each unit's month."""
    columns = (TypedColumn("unit", words.UNIT), *CALLS)
    rows = tuple((known.named(unit), *calls_cells(found)) for unit, found in calls.items())
    return Sheet("results", words.RESULTS, columns, rows, CALLS_ABOUT)
