"""Why a KPI moved: exact splits of a change into mix and rate, by any dimension or by several factors. Pure."""

from metrics.why.bridge import bridge
from metrics.why.errors import NoPartsError, SplitError
from metrics.why.explanation import Explanation, explain
from metrics.why.factors import das_gupta
from metrics.why.mix import split
from metrics.why.names import Names
from metrics.why.pareto import pareto
from metrics.why.period import Period
from metrics.why.sentence import Periods, sentence

__all__ = [
    "Explanation",
    "Names",
    "NoPartsError",
    "Period",
    "Periods",
    "SplitError",
    "bridge",
    "das_gupta",
    "explain",
    "pareto",
    "sentence",
    "split",
]
