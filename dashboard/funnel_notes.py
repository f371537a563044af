"""What must be said of a waterfall: that it adds up, what was not logged, and the survey."""

from dashboard import numbers
from dashboard.funnel_names import Names
from dashboard.waterfalls import share
from dashboard.wording import say
from dashboard.wording import waterfall as words
from metrics.quantity import from_to
from metrics.store.funnel_summary import FunnelSummary


def notes(summary: FunnelSummary, names: Names) -> str:
    """Return the notes as one text."""
    told = [_sum(summary, names), _unlogged(summary, names), _survey(summary, names)]
    foreign = [
        say(words.FOREIGN, names.language, stage=stage, entries=numbers.count(entries))
        for stage, entries in summary.foreign.iter_rows()
    ]
    return " ".join(filter(None, [*told, *foreign]))


def _sum(summary: FunnelSummary, names: Names) -> str:
    return say(words.SUM, names.language, **{name: numbers.count(n) for name, n in summary.totals.items()})


def _unlogged(summary: FunnelSummary, names: Names) -> str:
    rules = {"imputed": words.IMPUTED, "held_up": words.HELD_UP}
    said = [
        say(text, names.language, n=numbers.count(summary.totals[name]))
        for name, text in rules.items()
        if summary.totals[name]
    ]
    return " ".join(said)


def _survey(summary: FunnelSummary, names: Names) -> str:
    """Return the survey as a sample of the completed cases; nothing where the funnel has none."""
    if summary.funnel.survey is None or not summary.totals["converted"]:
        return ""
    [row] = summary.survey.iter_rows(named=True)
    text = words.SURVEY if row["answered"] else words.NO_ANSWER
    counts = {name: numbers.count(row[name]) for name in ("completed", "asked", "answered", "satisfied")}
    shares = {name: share(row[name], names.language) for name in ("coverage", "response", "value")}
    between = from_to(share(row["low"], names.language), share(row["high"], names.language), "–")
    return say(text, names.language, **counts, **shares, interval=between)
