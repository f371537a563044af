"""Funnels: how cases pass the stages that a workspace declares, where they are lost, and why.

Every case that enters is in exactly one of four states at every stage it reached: converted, lost, timed out, open.
"""

from metrics.funnel.definition import Funnel, Mode, Skipped, Stage
from metrics.funnel.flags import Attribution, flag_stages
from metrics.funnel.journeys import Journeys, State, journeys
from metrics.funnel.parts import funnel_parts
from metrics.funnel.waterfall import reasons, waterfall

__all__ = [
    "Attribution",
    "Funnel",
    "Journeys",
    "Mode",
    "Skipped",
    "Stage",
    "State",
    "flag_stages",
    "funnel_parts",
    "journeys",
    "reasons",
    "waterfall",
]
