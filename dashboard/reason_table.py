"""Why cases were lost, the most frequent reason first: a Pareto table whose rows open their cases."""

from dashboard import numbers
from dashboard.address import address
from dashboard.components.linked_table import Cell, Column, Row, Table
from dashboard.filters import Filters
from dashboard.funnel_names import Names, opens
from dashboard.waterfalls import share
from dashboard.wording import say
from dashboard.wording import waterfall as words
from metrics.funnel.evidence import EVERY_STEP, bar
from metrics.store.funnel_summary import FunnelSummary


def stage_of(summary: FunnelSummary, chosen: str) -> str:
    """Return of which stage the reasons are that belong to a bar; all stages together where it has none of its own."""
    found = bar(summary.funnel, chosen)
    losing = found.step and found.state in ("lost", "dropped")
    return summary.funnel.steps[found.step - 1] if losing and found.step else EVERY_STEP


def left_out_table(summary: FunnelSummary, chosen: str, names: Names, filters: Filters) -> Table:
    """Return why cases do not count in the funnel, each reason with its cases."""
    rows = []
    for reason, cases in summary.left_out.iter_rows():
        opened, n = opens("left_out", reason), numbers.count(cases)
        label = say(words.CELL_LABEL, names.language, bar=names.bar(opened), n=n)
        href = address("funnel", filters.choose(bar=opened, part=None))
        symbol = "▸" if opened == chosen else ""
        rows.append(Row([Cell(names.reason(reason), symbol=symbol, href=href, label=label), Cell(n)]))
    heads = [Column(words.REASON.to(names.language), is_figure=False), Column(words.COLUMN_CASES.to(names.language))]
    return Table(words.NOT_COUNTED.to(names.language), heads, rows)


def reason_table(summary: FunnelSummary, chosen: str, names: Names, filters: Filters) -> Table:
    """Return the reasons that belong to a bar, with their shares and the cumulative ones."""
    stage = stage_of(summary, chosen)
    heads = [
        Column(head.to(names.language)) for head in (words.COLUMN_CASES, words.COLUMN_SHARE, words.COLUMN_CUMULATIVE)
    ]
    rows = []
    for row in summary.reasons.filter(stage=stage).iter_rows(named=True):
        opened = opens(stage, "lost", row["reason"])
        n = numbers.count(row["lost"])
        name = Cell(
            names.reason(row["reason"]),
            symbol="▸" if opened == chosen else "",
            href=address("funnel", filters.choose(bar=opened, part=None)),
            label=say(words.CELL_LABEL, names.language, bar=names.bar(opened), n=n),
            fill=row["share"],
        )
        shares = (share(row[column], names.language) for column in ("share", "cumulative_share"))
        rows.append(Row([name, Cell(n), *map(Cell, shares)]))
    title = say(words.REASONS, names.language, bar=names.bar(opens(stage, "lost")))
    return Table(title, [Column(words.REASON.to(names.language), is_figure=False), *heads], rows)
