"""Timeliness: how long customers wait, on the wall clock and in working time, with those still waiting counted in."""

from metrics.timeliness.percentile import ended_only, waiting_time, working_time
from metrics.timeliness.promised import attainment
from metrics.timeliness.waits import FINAL_RESOLUTION, FIRST_RESPONSE, RESOLUTION, Wait

__all__ = [
    "FINAL_RESOLUTION",
    "FIRST_RESPONSE",
    "RESOLUTION",
    "Wait",
    "attainment",
    "ended_only",
    "waiting_time",
    "working_time",
]
