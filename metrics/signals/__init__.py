"""Signals: control charts and their rules, which tell a change worth a look from the ups and downs of chance. Pure."""

from metrics.signals.control import ControlChart, control_chart
from metrics.signals.errors import ChartError
from metrics.signals.plan import Plan
from metrics.signals.rules import NELSON, WESTERN_ELECTRIC, RuleSet
from metrics.signals.sentence import sentence
from metrics.signals.signal import Doubt, Meaning, Signal
from metrics.signals.sourcing import Sourcing
from metrics.signals.watch import false_alarms_expected, signals, table

__all__ = [
    "NELSON",
    "WESTERN_ELECTRIC",
    "ChartError",
    "ControlChart",
    "Doubt",
    "Meaning",
    "Plan",
    "RuleSet",
    "Signal",
    "Sourcing",
    "control_chart",
    "false_alarms_expected",
    "sentence",
    "signals",
    "table",
]
