"""What a control chart shows: its marks, labels, table and sentences, decided before anything is drawn."""

from collections.abc import Mapping, Sequence
from typing import Any

from dashboard import numbers
from dashboard.address import address
from dashboard.axes import axis
from dashboard.components.linked_table import Cell, Column, Row, Table
from dashboard.early_warning.words import TONES
from dashboard.figures.control import Labels, Mark
from dashboard.filters import Filters
from dashboard.measured import Measured
from dashboard.tone import Tone
from dashboard.wording import judgement, say
from dashboard.wording import kpi as words
from dashboard.wording import tile as tile_words
from metrics.model import Kpi
from metrics.signals.raised import Raised
from metrics.signals.record import ChartRecord
from metrics.text import Language

Point = Mapping[str, Any]
# More sentences about signals than this are not read; the table marks them all.
MOST_SAID = 6


def flagged(record: ChartRecord) -> dict[str, Raised]:
    """Return the signals by the period in which each was complete."""
    return {signal.flagged: signal for signal in record.signals}


def period_label(period: str, language: Language) -> str:
    """Return a month, or a week, as on an axis."""
    return numbers.short_month(period, language) if "W" not in period else period.replace("-W", "<br>W")


def period_name(period: str, language: Language) -> str:
    """Return a month, or a week, as in a sentence."""
    return numbers.month(period, language) if "W" not in period else period


def marks(
    record: ChartRecord, months: Mapping[str, Measured], notes: Mapping[str, str], language: Language
) -> list[Mark]:
    """Return the points of a chart; `months` are measured months: they bring targets, and the month that is not over.

    `notes` holds the number of the notes that are pinned to a period.
    """
    signals = flagged(record)
    drawn = [_mark(point, signals, months, notes, language) for point in record.points.to_dicts()]
    last = drawn[-1].period if drawn else ""
    open_months = [shown for month, shown in months.items() if shown.partial and "W" not in last and month > last]
    return [*drawn, *(_unfinished(shown, notes, language) for shown in open_months if shown.now and shown.n)]


def _mark(
    point: Point,
    signals: Mapping[str, Raised],
    months: Mapping[str, Measured],
    notes: Mapping[str, str],
    language: Language,
) -> Mark:
    period = point["period"]
    shown = next(iter(months.values()))
    limits = numbers.interval(shown.kpi, point["low"], point["high"], language)
    hover = say(
        words.HOVER,
        language,
        period=period_name(period, language),
        value=numbers.value(shown.kpi, point["value"], language),
        limits=limits,
        n=numbers.count(point["n"]),
    )
    target = months[period].target if period in months else None
    return Mark(
        period=period,
        label=period_label(period, language),
        value=point["value"],
        low=point["low"],
        high=point["high"],
        target=target.meet if target else None,
        hover=hover,
        signal=signals[period].meaning if period in signals else None,
        note=notes.get(period, ""),
    )


def _unfinished(shown: Measured, notes: Mapping[str, str], language: Language) -> Mark:
    value = numbers.figure(shown.kpi, shown.now, language)
    hover = say(words.HOVER_UNFINISHED, language, period=numbers.month(shown.month, language), value=value)
    return Mark(
        period=shown.month,
        label=period_label(shown.month, language),
        value=shown.now["value"] if shown.now else 0.0,
        low=None,
        high=None,
        target=shown.target.meet if shown.target else None,
        hover=hover,
        is_partial=True,
        note=notes.get(shown.month, ""),
    )


def labels(kpi: Kpi, record: ChartRecord, drawn: Sequence[Mark], language: Language) -> Labels:
    """Return what is written beside the lines of a chart."""
    last = record.points.row(-1, named=True)
    aim = next((mark.target for mark in reversed(drawn) if mark.target is not None), None)

    reach = [bound for mark in drawn for bound in (mark.value, mark.low, mark.high, mark.target)]

    def value(amount: float) -> str:
        return numbers.value(kpi, amount, language)

    return Labels(
        last=value(drawn[-1].value),
        centre=say(words.CENTRE, language, value=value(last["centre"])),
        upper=say(words.UPPER, language, value=value(last["high"])),
        lower=say(words.LOWER, language, value=value(last["low"])),
        target="" if aim is None else say(tile_words.TARGET, language, target=value(aim)),
        axis=axis(kpi, reach, language),
    )


def alternative(shown: Measured, place: str, record: ChartRecord, language: Language) -> str:
    """Return what a chart shows, for those who cannot see it."""
    values = [numbers.value(shown.kpi, value, language) for value in record.points["value"]]
    return say(
        words.TREND_ALTERNATIVE,
        language,
        kpi=shown.kpi.name.to(language),
        place=place,
        periods=len(values),
        first=values[0],
        last=values[-1],
        signals=len(record.signals),
    )


def in_words(signal: Raised, language: Language) -> str:
    """Return what a signal says and what speaks against it."""
    said = f"{words.MEANINGS[signal.meaning].to(language)} · {signal.says.to(language)}"
    if not signal.doubts:
        return said
    comma = "、" if language == "zh" else "; "
    return say(
        words.DOUBTED, language, says=said, doubts=comma.join(doubt.text.to(language) for doubt in signal.doubts)
    )


def basis(record: ChartRecord, language: Language) -> str:
    """Return where the limits come from and why the chart is of its kind."""
    first, last = (period_name(period, language) for period in record.phase)
    said = say(words.LIMITS_FROM, language, first=first, last=last, because=record.because.to(language))
    return f"{said} {words.PROVISIONAL.to(language)}" if record.provisional else said


def table(shown: Measured, record: ChartRecord, filters: Filters, name: str, language: Language) -> Table:
    """Return the chart as a table, the newest period first; a month leads to its own page."""
    texts = (words.COLUMN_VALUE, words.COLUMN_N, words.COLUMN_LOWER, words.COLUMN_CENTRE, words.COLUMN_UPPER)
    heads = [
        Column(words.COLUMN_PERIOD.to(language), is_figure=False),
        *(Column(text.to(language)) for text in texts),
        Column(words.COLUMN_SIGNAL.to(language), is_figure=False),
    ]
    signals = flagged(record)
    points = reversed(record.points.to_dicts())
    return Table(name, heads, [_row(shown, point, signals, filters, language) for point in points])


def _row(shown: Measured, point: Point, signals: Mapping[str, Raised], filters: Filters, language: Language) -> Row:
    period = point["period"]
    signal = signals.get(period)
    amounts = (numbers.value(shown.kpi, point[name], language) for name in ("low", "centre", "high"))
    href = "" if "W" in period else address("kpi", filters.choose(month=period))
    return Row(
        [
            Cell(period_name(period, language), href=href),
            Cell(numbers.value(shown.kpi, point["value"], language)),
            Cell(numbers.count(point["n"])),
            *(Cell(amount) for amount in amounts),
            Cell(_signal(point, signal, language), tone=TONES[signal.meaning] if signal else Tone.QUIET),
        ]
    )


def _signal(point: Point, signal: Raised | None, language: Language) -> str:
    if signal:
        return f"{words.MEANINGS[signal.meaning].to(language)} · {signal.rule.to(language)}"
    if point["left_out"]:
        return say(words.LEFT_OUT_OF_LIMITS, language, reason=point["left_out"])
    return judgement.NO_DATA.to(language)
