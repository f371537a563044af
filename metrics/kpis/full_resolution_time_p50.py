"""Median time until a case is resolved for good, reopenings included."""

from metrics.timeliness import FINAL_RESOLUTION, waiting_time

KPI = waiting_time(FINAL_RESOLUTION, q=0.5, rank=208)
