"""`signals`: what the control charts of KPIs flag, and why it may be wrong."""

import argparse
from typing import TYPE_CHECKING, Any

from metrics.cli.output import print_json
from metrics.cli.question import add_command
from metrics.registry import kpi
from metrics.signals import ControlChart, Signal, false_alarms_expected, sentence, signals, table
from metrics.store import EVERYTHING, open_store
from metrics.store.series import MONTH, PERIODS
from metrics.store.watching import Watch, control_charts

if TYPE_CHECKING:
    from metrics.cli.question import Commands


def add(commands: "Commands") -> None:
    """Declare the command."""
    what = "What the control charts of KPIs flag, and why it may be wrong."
    parser = add_command(commands, "signals", _run, what)
    parser.add_argument("--kpi", metavar="KPI", help="one KPI only")
    parser.add_argument("--unit", metavar="UNIT", help="one unit only; without it, each unit and all together")
    parser.add_argument("--period", choices=PERIODS, default=MONTH, help="points per month (default) or per ISO week")
    parser.add_argument("--charts", action="store_true", help="print the charts with their limits, not the signals")


def _run(asked: argparse.Namespace) -> None:
    store = open_store(asked.workspace)
    charts = control_charts(store, EVERYTHING, Watch(asked.kpi, asked.unit, asked.period))
    load = store.published(EVERYTHING)
    source = {"as_of": load.as_of, "load": load.id}
    if asked.charts:
        print_json([_chart(chart) | source for chart in charts])
    elif asked.json:
        print_json([_signal(signal) | source for signal in _found(charts)])
    else:
        _print(charts)


def _print(charts: list[ControlChart]) -> None:
    found = _found(charts)
    for signal in found:
        said = sentence(signal, kpi(signal.kpi))
        print(f"{said.zh}\n  {said.en}")
    by_chance = false_alarms_expected(charts)
    expected = "" if by_chance is None else f"; chance alone would raise about {by_chance:.1f}"
    firm = sum(signal.firm for signal in found)
    print(f"{len(found)} signals on {len(charts)} charts, {firm} of them without a doubt{expected}")


def _found(charts: list[ControlChart]) -> list[Signal]:
    """Return the signals on the charts: those that nothing speaks against first, then the newest first."""
    found = [signal for chart in charts for signal in signals(chart)]
    return sorted(sorted(found, key=lambda signal: signal.flagged, reverse=True), key=lambda signal: not signal.firm)


def _signal(signal: Signal) -> dict[str, Any]:
    said = sentence(signal, kpi(signal.kpi))
    plain = ("kpi", "unit", "first", "flagged", "last", "value", "centre", "low", "high", "beyond", "sigmas", "lasts")
    return {
        **{name: getattr(signal, name) for name in plain},
        "meaning": signal.meaning,
        "firm": signal.firm,
        "rule": signal.rule.number,
        "rule_set": signal.rule.of,
        "rule_zh": signal.rule.text.zh,
        "rule_en": signal.rule.text.en,
        "doubts": [doubt.key for doubt in signal.doubts],
        "sentence_zh": said.zh,
        "sentence_en": said.en,
    }


def _chart(control: ControlChart) -> dict[str, Any]:
    first, last = control.phase
    return {
        "kpi": control.kpi.key,
        "unit": control.unit,
        "chart": control.chart.kind,
        "because_zh": control.choice.because.zh,
        "because_en": control.choice.because.en,
        "provisional": control.provisional,
        "limits_from": first,
        "limits_to": last,
        "points": table(control).to_dicts(),
    }
